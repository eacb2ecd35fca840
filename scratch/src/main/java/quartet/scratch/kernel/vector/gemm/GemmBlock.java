package quartet.scratch.kernel.vector.gemm;

import quartet.scratch.kernel.vector.gemm.Gemm.Product;
import quartet.scratch.kernel.vector.gemm.Gemm.Start;
import quartet.scratch.kernel.vector.microkernel.GemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideGemmMicroKernel;
import quartet.scratch.kernel.vector.runtime.StridedCopy;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;

/** So many terms of the sums in some columns of a {@link Gemm}, for all rows or a range of them. */
public final class GemmBlock {
    private static final int ROWS = GemmMicroKernel.ROWS;

    private final Product product;
    private final Start start;
    private final int fromColumn;
    private final int toColumn;
    private final int toRow;
    private final OperandA a;
    private final OperandB b;
    private final MicroKernel narrow;
    private final MicroKernel wide;
    private final float[] startRow;
    private final float[] edge;

    public GemmBlock(Product product, int depth, int count, int fromRow, int toRow, int fromColumn, int toColumn) {
        this.product = product;
        this.fromColumn = fromColumn;
        this.toColumn = toColumn;
        this.toRow = toRow;
        start = depth == 0 ? product.start() : Start.RESULT;
        a = new OperandA(product.a(), depth, count);
        b = new OperandB(product.b(), depth, count, fromColumn, toColumn, toRow - fromRow);
        float floor = depth + count == product.k() ? product.floor() : Float.NEGATIVE_INFINITY;
        Workspace workspace = Workspace.ofThread();
        narrow = workspace.matrixTile;
        wide = workspace.wideMatrixTile;
        for (MicroKernel tile : new MicroKernel[] {narrow, wide}) {
            tile.depth = count;
            tile.floor = floor;
        }
        startRow = workspace.zeros(Role.START, MicroKernel.roundUp(toColumn - fromColumn, WideGemmMicroKernel.COLUMNS));
        if (start == Start.ROW) {
            System.arraycopy(product.row(), fromColumn, startRow, 0, toColumn - fromColumn);
        }
        edge = workspace.floats(Role.EDGE, ROWS * WideGemmMicroKernel.COLUMNS);
    }

    /** Some rows, at most {@link OperandA#ROWS}. */
    public void multiply(int row, int height) {
        a.take(row, height);
        int whole = a.whole();
        for (int column = fromColumn; column < toColumn; column += b.width(column)) {
            MicroKernel tile = b.width(column) == GemmMicroKernel.COLUMNS ? narrow : wide;
            tile.columns = Math.min(tile.width, toColumn - column);
            int bStart = b.point(tile, column);
            int aStart = a.point(tile);
            for (int r = 0; r < whole; r += ROWS) {
                multiply(tile, aStart, bStart, row + r, column, ROWS);
                aStart += ROWS * tile.rowDistance();
            }
            if (whole < height) {
                multiply(tile, a.pointToRest(tile), bStart, row + whole, column, height - whole);
            }
        }
    }

    /** One tile, of rows that may be too few. */
    private void multiply(MicroKernel tile, int aStart, int bStart, int row, int column, int height) {
        int at = row * product.n() + column;
        if (height == ROWS && (tile.columns == tile.width || isOverwritten(tile, row))) {
            tile.c = product.c();
            tile.cStride = product.n();
            multiply(tile, aStart, bStart, column, at);
            return;
        }
        tile.c = edge;
        tile.cStride = tile.width;
        if (start == Start.RESULT) {
            StridedCopy.copy(product.c(), at, product.n(), edge, 0, tile.width, height, tile.columns);
        }
        multiply(tile, aStart, bStart, column, 0);
        StridedCopy.copy(edge, 0, tile.width, product.c(), at, product.n(), height, tile.columns);
    }

    /**
     * Whether what a tile writes beyond its columns is overwritten with the rows that follow, all by this thread: so it
     * is where one panel holds whole rows, and enough of them are still to come.
     */
    private boolean isOverwritten(MicroKernel tile, int row) {
        return product.n() < tile.width
                && start != Start.RESULT
                && (row + ROWS - 1) * product.n() + tile.width <= toRow * product.n();
    }

    /** The tile at a place in its c. */
    private void multiply(MicroKernel tile, int aStart, int bStart, int column, int cStart) {
        if (start == Start.RESULT) {
            tile.start = tile.c;
            tile.startStride = tile.cStride;
            tile.multiply(aStart, bStart, cStart, cStart);
        } else {
            tile.start = startRow;
            tile.startStride = 0;
            tile.multiply(aStart, bStart, column - fromColumn, cStart);
        }
    }
}
