package quartet.scratch.kernel;

import java.util.Arrays;
import quartet.scratch.kernel.Workspace.Role;

/**
 * Matrix product, cut into tiles that stay in registers and panels that stay in the caches.
 * <pre>{@code C = max(floor, start + op(A) op(B)) }</pre>
 *
 * <p>The trick: both operands are cut into blocks at most {@link #DEPTH} deep and copied in exactly the order in which a
 * {@link VectorTile} reads them, which transposes them on the way if need be: A in panels of 8 rows, each of which stays
 * in the first-level cache while it meets all of B; B in panels of two vectors' width, which together stay in the second
 * level. With few rows to serve, a copy of B does not pay, and full panels are read where they stand. What does not fill
 * a panel is filled up, with the last row again or with zero columns; such a tile goes into a buffer of its own, of which
 * only the valid part is kept, or it is written where the next rows will overwrite what is too much: there is no second
 * kernel for remainders.
 *
 * <p>What it means, without tiles: {@link ScalarKernels#matmul}. Source: Goto, van de Geijn (2008), "Anatomy of
 * High-Performance Matrix Multiplication".
 */
final class VectorGemm {
    /** Depth of a panel: 256 rows of two 512-bit vectors are 32 KB. */
    static final int DEPTH = 256;
    /** From how many rows of A on it pays to copy a panel that could be read in place. */
    private static final int ROWS_WORTH_A_COPY = 128;

    /** The table of a copied panel's rows. */
    static final int[] PANEL_ROWS = new int[DEPTH];

    static {
        Arrays.setAll(PANEL_ROWS, p -> p * VectorTile.COLUMNS);
    }

    /** A matrix in an array: element (i, j) stands at {@code i rowStride + j columnStride}. */
    record Operand(float[] data, int rowStride, int columnStride) {
        /** op(X) of a row-major matrix with the given count of columns. */
        static Operand of(float[] data, int columns, boolean transpose) {
            return transpose ? new Operand(data, 1, columns) : new Operand(data, columns, 1);
        }
    }

    /** What the product is added to. */
    enum Start {
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
    record Product(int m, int n, int k, Operand a, Operand b, Start start, float[] row, float floor, float[] c) {

        /** The number of multiplications. */
        long work() {
            return (long) m * n * k;
        }
    }

    private VectorGemm() {}

    /**
     * One part of several: a range of panels where there are enough of them, else a range of rows. Which one does not
     * change a result.
     */
    static void multiply(Product product, int part, int parts) {
        int panels = (product.n + VectorTile.COLUMNS - 1) / VectorTile.COLUMNS;
        if (panels >= parts) {
            int from = panels * part / parts * VectorTile.COLUMNS;
            int to = Math.min(product.n, panels * (part + 1) / parts * VectorTile.COLUMNS);
            multiply(product, 0, product.m, from, to);
        } else {
            int tiles = (product.m + VectorTile.ROWS - 1) / VectorTile.ROWS;
            int from = tiles * part / parts * VectorTile.ROWS;
            int to = Math.min(product.m, tiles * (part + 1) / parts * VectorTile.ROWS);
            multiply(product, from, to, 0, product.n);
        }
    }

    private static void multiply(Product product, int fromRow, int toRow, int fromColumn, int toColumn) {
        if (fromRow >= toRow) {
            return;
        }
        Workspace workspace = Workspace.ofThread();
        int depth = 0;
        do {
            int count = Math.min(DEPTH, product.k - depth);
            boolean inPlace = product.b.columnStride == 1 && toRow - fromRow < ROWS_WORTH_A_COPY;
            Block block = new Block(product, depth, count, inPlace, toRow, fromColumn, toColumn);
            block.copyB(workspace);
            for (int row = fromRow; row < toRow; row += VectorTile.ROWS) {
                block.multiply(workspace, row, Math.min(VectorTile.ROWS, toRow - row));
            }
            depth += count;
        } while (depth < product.k);
    }

    /**
     * So many terms of the sums of some columns.
     *
     * @param inPlace whether the panels of B that are full are read where they stand
     */
    private record Block(
            Product product, int depth, int count, boolean inPlace, int toRow, int fromColumn, int toColumn) {

        private boolean inPlace(int column) {
            return inPlace && column + VectorTile.COLUMNS <= product.n;
        }

        private Start start() {
            return depth == 0 ? product.start : Start.RESULT;
        }

        /** Copies the panels of B that need it, and the row that is added at the start. */
        void copyB(Workspace workspace) {
            int width = VectorTile.roundUp(toColumn - fromColumn, VectorTile.COLUMNS);
            float[] panels = workspace.floats(Role.PANELS_OF_B, width * count);
            for (int column = fromColumn; column < toColumn; column += VectorTile.COLUMNS) {
                if (!inPlace(column)) {
                    int valid = Math.min(VectorTile.COLUMNS, product.n - column);
                    Panels.copyColumns(product.b, depth, count, column, valid, panels, (column - fromColumn) * count);
                }
            }
            int[] rows = workspace.bRows(count);
            for (int p = 0; p < count; p++) {
                rows[p] = p * product.b.rowStride;
            }
            float[] row = workspace.zeros(Role.START, width);
            if (start() == Start.ROW) {
                System.arraycopy(product.row, fromColumn, row, 0, toColumn - fromColumn);
            }
        }

        /** Some rows, as many as a tile has or less. */
        void multiply(Workspace workspace, int row, int height) {
            VectorTile tile = workspace.tile;
            tile.a = workspace.floats(Role.PANEL_OF_A, VectorTile.ROWS * count);
            Panels.copyRows(product.a, row, height, depth, count, tile.a);
            tile.depth = count;
            tile.floor = depth + count == product.k ? product.floor : Float.NEGATIVE_INFINITY;
            float[] panels = workspace.floats(Role.PANELS_OF_B, 0);
            for (int column = fromColumn; column < toColumn; column += VectorTile.COLUMNS) {
                tile.columns = Math.min(VectorTile.COLUMNS, product.n - column);
                boolean stands = inPlace(column);
                tile.b = stands ? product.b.data : panels;
                tile.bRows = stands ? workspace.bRows(count) : PANEL_ROWS;
                int bStart = stands ? depth * product.b.rowStride + column : (column - fromColumn) * count;
                if (height == VectorTile.ROWS && (tile.columns == VectorTile.COLUMNS || isOverwritten(row))) {
                    whole(workspace, row, column, bStart);
                } else {
                    edge(workspace, row, height, column, bStart);
                }
            }
        }

        /**
         * Whether what a tile writes beyond its columns is overwritten with the rows that follow, all by this thread: so
         * it is where one panel holds whole rows, and enough of them are still to come.
         */
        private boolean isOverwritten(int row) {
            return product.n < VectorTile.COLUMNS
                    && start() != Start.RESULT
                    && (row + VectorTile.ROWS - 1) * product.n + VectorTile.COLUMNS <= toRow * product.n;
        }

        private void whole(Workspace workspace, int row, int column, int bStart) {
            VectorTile tile = workspace.tile;
            int at = row * product.n + column;
            tile.c = product.c;
            tile.cStride = product.n;
            if (start() == Start.RESULT) {
                tile.start = product.c;
                tile.startStride = product.n;
                tile.multiply(0, bStart, at, at);
            } else {
                tile.start = workspace.floats(Role.START, 0);
                tile.startStride = 0;
                tile.multiply(0, bStart, column - fromColumn, at);
            }
        }

        private void edge(Workspace workspace, int row, int height, int column, int bStart) {
            VectorTile tile = workspace.tile;
            int at = row * product.n + column;
            float[] edge = workspace.floats(Role.EDGE, VectorTile.ROWS * VectorTile.COLUMNS);
            tile.c = edge;
            tile.cStride = VectorTile.COLUMNS;
            if (start() == Start.RESULT) {
                Rectangles.copy(product.c, at, product.n, edge, 0, VectorTile.COLUMNS, height, tile.columns);
                tile.start = edge;
                tile.startStride = VectorTile.COLUMNS;
                tile.multiply(0, bStart, 0, 0);
            } else {
                tile.start = workspace.floats(Role.START, 0);
                tile.startStride = 0;
                tile.multiply(0, bStart, column - fromColumn, 0);
            }
            Rectangles.copy(edge, 0, VectorTile.COLUMNS, product.c, at, product.n, height, tile.columns);
        }
    }
}
