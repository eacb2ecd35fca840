package quartet.scratch.kernel.vector.gemm;

import quartet.scratch.kernel.vector.microkernel.GemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideGemmMicroKernel;
import quartet.scratch.kernel.vector.runtime.Simd;

/**
 * Matrix product (GEMM) with cache blocking around a micro-kernel.
 * <pre>{@code C = max(floor, initial + op(A) op(B)) }</pre>
 *
 * <p>The micro-kernel keeps a block of C in registers, and cache blocking keeps its operands close:
 * <ul>
 *   <li>the sums are computed {@link #DEPTH} terms at a time;
 *   <li>a panel of B, as wide as a block of C, stays in the first-level cache while it is multiplied with {@link
 *       OperandA#ROWS} rows of A;
 *   <li>these rows of A stay in the second-level cache while they are multiplied with all panels of B.
 * </ul>
 *
 * <p>The factors are packed only where that pays; {@link OperandA} and {@link OperandB} give the rules. There is no
 * second kernel for remainders. A block that exceeds C goes to a buffer from which the valid part is copied, or it is
 * written to C where the following rows overwrite the excess.
 *
 * <p>For the meaning see {@link quartet.scratch.kernel.Kernels#matmul}. Source: Goto, van de Geijn (2008), "Anatomy of
 * High-Performance Matrix Multiplication".
 */
public final class Gemm {
    /** The terms of a sum in one pass: 256 rows of two 512-bit vectors are 32 KB. */
    static final int DEPTH = 256;

    /** The numbers to which the products are added. */
    public enum Initial {
        /** Zeros. */
        ZERO,
        /** A row, the same for each row of C: a bias. */
        ROW,
        /** The present numbers of C. */
        RESULT
    }

    /**
     * One matrix product, ready to be computed in parts.
     *
     * @param a op(A) [m, k]
     * @param b op(B) [k, n]
     * @param row n numbers to which each row adds its products if initial is ROW, else ignored
     * @param floor the least number of the result: 0 for ReLU, negative infinity for no activation
     * @param c [m, n], row-major
     */
    public record Product(
            int m, int n, int k, MatrixView a, MatrixView b, Initial initial, float[] row, float floor, float[] c) {

        /** Returns the number of multiplications. */
        public long work() {
            return (long) m * n * k;
        }
    }

    private Gemm() {}

    /**
     * Computes one of several parts of a product: a range of panels of B if there are enough for all parts, else a range
     * of rows. The result does not depend on the number of parts.
     */
    public static void multiply(Product product, int part, int parts) {
        int panels = Simd.divideUp(product.n, WideGemmMicroKernel.COLUMNS);
        if (panels >= parts) {
            int from = panels * part / parts * WideGemmMicroKernel.COLUMNS;
            int to = Math.min(product.n, panels * (part + 1) / parts * WideGemmMicroKernel.COLUMNS);
            multiply(product, 0, product.m, from, to);
        } else {
            int blocks = Simd.divideUp(product.m, GemmMicroKernel.ROWS);
            int from = blocks * part / parts * GemmMicroKernel.ROWS;
            int to = Math.min(product.m, blocks * (part + 1) / parts * GemmMicroKernel.ROWS);
            multiply(product, from, to, 0, product.n);
        }
    }

    private static void multiply(Product product, int fromRow, int toRow, int fromColumn, int toColumn) {
        if (fromRow >= toRow) {
            return;
        }
        int term = 0;
        do {
            int depth = Math.min(DEPTH, product.k - term);
            GemmBlock block = new GemmBlock(product, term, depth, fromRow, toRow, fromColumn, toColumn);
            for (int row = fromRow; row < toRow; row += OperandA.ROWS) {
                block.multiply(row, Math.min(OperandA.ROWS, toRow - row));
            }
            term += depth;
        } while (term < product.k);
    }
}
