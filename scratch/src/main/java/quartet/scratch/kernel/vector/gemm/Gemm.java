package quartet.scratch.kernel.vector.gemm;

import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.vector.microkernel.GemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideGemmMicroKernel;

/**
 * Matrix product, cut into tiles that stay in registers and panels that stay in the caches.
 * <pre>{@code C = max(floor, start + op(A) op(B)) }</pre>
 *
 * <p>The trick: the result is computed in tiles that stay in registers, from blocks of the factors that stay in caches,
 * at most {@link #DEPTH} deep. A panel of B, as wide as a tile, stays in the first-level cache while it meets {@link
 * OperandA#ROWS} rows of A, and these stay in the second-level cache while they meet all panels. Neither factor is copied
 * but where that pays: {@link OperandA}, {@link OperandB}. A tile that reaches beyond the last row or column goes into a
 * buffer of its own, of which only the valid part is kept, or it is written where the next rows will overwrite what is
 * too much: there is no second kernel for remainders.
 *
 * <p>What it means, without tiles: {@link ScalarKernels#matmul}. Source: Goto, van de Geijn (2008), "Anatomy of
 * High-Performance Matrix Multiplication".
 */
public final class Gemm {
    /** Depth of a panel: 256 rows of two 512-bit vectors are 32 KB. */
    public static final int DEPTH = 256;

    /** What the product is added to. */
    public enum Start {
        ZERO,
        /** A row, the same for each row of C: a bias. */
        ROW,
        /** C itself. */
        RESULT
    }

    /**
     * One product, ready to be computed in parts.
     *
     * @param a op(A) [m, k]
     * @param b op(B) [k, n]
     * @param row the row of n numbers to add if start is ROW, else any
     * @param floor the least value of a result: 0 for a rectifier, else negative infinity
     * @param c [m, n], row-major
     */
    public record Product(
            int m, int n, int k, MatrixView a, MatrixView b, Start start, float[] row, float floor, float[] c) {

        /** The number of multiplications. */
        public long work() {
            return (long) m * n * k;
        }
    }

    private Gemm() {}

    /**
     * One part of several: a range of panels where there are enough of them, else a range of rows. Which one does not
     * change a result.
     */
    public static void multiply(Product product, int part, int parts) {
        int panels = (product.n + WideGemmMicroKernel.COLUMNS - 1) / WideGemmMicroKernel.COLUMNS;
        if (panels >= parts) {
            int from = panels * part / parts * WideGemmMicroKernel.COLUMNS;
            int to = Math.min(product.n, panels * (part + 1) / parts * WideGemmMicroKernel.COLUMNS);
            multiply(product, 0, product.m, from, to);
        } else {
            int tiles = (product.m + GemmMicroKernel.ROWS - 1) / GemmMicroKernel.ROWS;
            int from = tiles * part / parts * GemmMicroKernel.ROWS;
            int to = Math.min(product.m, tiles * (part + 1) / parts * GemmMicroKernel.ROWS);
            multiply(product, from, to, 0, product.n);
        }
    }

    private static void multiply(Product product, int fromRow, int toRow, int fromColumn, int toColumn) {
        if (fromRow >= toRow) {
            return;
        }
        int depth = 0;
        do {
            int count = Math.min(DEPTH, product.k - depth);
            GemmBlock block = new GemmBlock(product, depth, count, fromRow, toRow, fromColumn, toColumn);
            for (int row = fromRow; row < toRow; row += OperandA.ROWS) {
                block.multiply(row, Math.min(OperandA.ROWS, toRow - row));
            }
            depth += count;
        } while (depth < product.k);
    }
}
