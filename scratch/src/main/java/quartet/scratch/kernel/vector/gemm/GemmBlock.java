package quartet.scratch.kernel.vector.gemm;

import static quartet.scratch.kernel.vector.microkernel.GemmMicroKernel.ROWS;

import quartet.scratch.kernel.vector.gemm.Gemm.Initial;
import quartet.scratch.kernel.vector.gemm.Gemm.Product;
import quartet.scratch.kernel.vector.microkernel.BlockOfC;
import quartet.scratch.kernel.vector.microkernel.InitialSums;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.PanelA;
import quartet.scratch.kernel.vector.microkernel.PanelB;
import quartet.scratch.kernel.vector.microkernel.WideGemmMicroKernel;
import quartet.scratch.kernel.vector.runtime.Simd;
import quartet.scratch.kernel.vector.runtime.StridedCopy;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;

/** A cache block of a {@link Gemm}: a range of terms of the sums, for a range of rows and columns of C. */
final class GemmBlock {
    private final Product product;
    private final int depth;
    private final int toRow;
    private final int fromColumn;
    private final int toColumn;
    private final OperandA a;
    private final OperandB b;
    /** Whether the products are added to the values in C. */
    private final boolean accumulate;

    /** The initial values of the sums: C itself, or the same row for all rows. */
    private final InitialSums initial;

    private final BlockOfC c;
    private final float[] edge;

    GemmBlock(Product product, int term, int depth, int fromRow, int toRow, int fromColumn, int toColumn) {
        this.product = product;
        this.depth = depth;
        this.toRow = toRow;
        this.fromColumn = fromColumn;
        this.toColumn = toColumn;
        a = new OperandA(product.a(), term, depth);
        b = new OperandB(product.b(), term, depth, fromColumn, toColumn, toRow - fromRow);
        accumulate = term > 0 || product.initial() == Initial.RESULT;
        initial = accumulate ? new InitialSums(product.c(), product.n()) : new InitialSums(initialRow(), 0);
        float floor = term + depth == product.k() ? product.floor() : Float.NEGATIVE_INFINITY;
        c = new BlockOfC(product.c(), product.n(), floor);
        edge = Workspace.ofThread().floats(Buffer.EDGE_BLOCK, ROWS * WideGemmMicroKernel.COLUMNS);
    }

    /** Returns the bias or zeros, for the columns of this block, padded to whole panels. */
    private float[] initialRow() {
        int columns = toColumn - fromColumn;
        int padded = Simd.roundUp(columns, WideGemmMicroKernel.COLUMNS);
        float[] row = Workspace.ofThread().zeros(Buffer.INITIAL_ROW, padded);
        if (product.initial() == Initial.ROW) {
            System.arraycopy(product.row(), fromColumn, row, 0, columns);
        }
        return row;
    }

    /** Computes some rows, at most {@link OperandA#ROWS}. */
    void multiply(int row, int height) {
        a.take(row, height);
        int full = a.fullRows();
        for (int column = fromColumn;
                column < toColumn;
                column += b.kernel(column).columns()) {
            MicroKernel kernel = b.kernel(column);
            PanelB panelB = b.panel(column);
            int bAt = b.position(column);
            int aAt = a.position();
            for (int r = 0; r < full; r += ROWS) {
                multiply(kernel, a.panel(), aAt, panelB, bAt, row + r, column, ROWS);
                aAt += ROWS * a.rowStride();
            }
            if (full < height) {
                multiply(kernel, a.lastPanel(), a.lastPosition(), panelB, bAt, row + full, column, height - full);
            }
        }
    }

    /** Computes one register block. It is written directly to C if it fits, or if later rows overwrite its excess. */
    private void multiply(
            MicroKernel kernel, PanelA panelA, int aAt, PanelB panelB, int bAt, int row, int column, int height) {
        int columns = Math.min(kernel.columns(), toColumn - column);
        int cAt = row * product.n() + column;
        if (height < ROWS || (columns < kernel.columns() && !isOverwritten(kernel, row))) {
            multiplyEdge(kernel, panelA, aAt, panelB, bAt, cAt, column, height, columns);
        } else {
            int initialAt = accumulate ? cAt : column - fromColumn;
            kernel.multiply(depth, panelA, aAt, panelB, bAt, initial, initialAt, c, cAt);
        }
    }

    /** Computes one register block in a buffer and copies its valid part to C. */
    private void multiplyEdge(
            MicroKernel kernel,
            PanelA panelA,
            int aAt,
            PanelB panelB,
            int bAt,
            int cAt,
            int column,
            int height,
            int columns) {
        int stride = kernel.columns();
        BlockOfC block = new BlockOfC(edge, stride, c.floor());
        if (accumulate) {
            StridedCopy.copy(c.data(), cAt, c.stride(), edge, 0, stride, height, columns);
            kernel.multiply(depth, panelA, aAt, panelB, bAt, new InitialSums(edge, stride), 0, block, 0);
        } else {
            kernel.multiply(depth, panelA, aAt, panelB, bAt, initial, column - fromColumn, block, 0);
        }
        StridedCopy.copy(edge, 0, stride, c.data(), cAt, c.stride(), height, columns);
    }

    /**
     * Returns whether later rows overwrite the excess of a block beyond the columns of C. They do if one panel covers
     * whole rows and this thread computes enough further rows.
     */
    private boolean isOverwritten(MicroKernel kernel, int row) {
        return product.n() < kernel.columns()
                && !accumulate
                && (row + ROWS - 1) * product.n() + kernel.columns() <= toRow * product.n();
    }
}
