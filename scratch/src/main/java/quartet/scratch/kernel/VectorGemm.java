package quartet.scratch.kernel;

import java.util.Arrays;

/**
 * Matrix product, cut into tiles that stay in registers and panels that stay in the first-level cache.
 * <pre>{@code C = max(floor, start + op(A) op(B)) }</pre>
 *
 * <p>The trick: the columns of B are taken in panels as wide as a {@link VectorTile} and at most {@link #DEPTH} deep.
 * A panel is copied once, in exactly the order in which the tiles read it (which transposes it on the way if need be,
 * and fills the last one up with zeros), and then serves all rows of A from the cache. With few rows to serve, a copy
 * does not pay, and full panels are read where they stand. Rows and columns that do not fill a tile are computed with
 * copies of the last row and zero columns into a buffer of their own, of which only the valid part is kept: there is no
 * second kernel for remainders.
 *
 * <p>What it means, without tiles: {@link ScalarKernels#matmul}. Source: Goto, van de Geijn (2008), "Anatomy of
 * High-Performance Matrix Multiplication".
 */
final class VectorGemm {
    /** Rows of a panel: 256 rows of two 512-bit vectors are 32 KB. */
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
        VectorTile tile = workspace.tile;
        int rows = toRow - fromRow;
        tile.a = product.a.data;
        tile.aStep = product.a.columnStride;
        tile.aRows = rowTable(workspace, product.a.rowStride, fromRow, rows);
        int depth = 0;
        do {
            int next = Math.min(product.k, depth + DEPTH);
            tile.aStart = depth * tile.aStep;
            tile.depth = next - depth;
            tile.floor = next == product.k ? product.floor : Float.NEGATIVE_INFINITY;
            for (int column = fromColumn; column < toColumn; column += VectorTile.COLUMNS) {
                panel(workspace, product, depth, fromRow, rows, column);
            }
            depth = next;
        } while (depth < product.k);
    }

    /** Where each row of A begins; the last one again and again to fill the last tile. */
    private static int[] rowTable(Workspace workspace, int stride, int fromRow, int rows) {
        int[] table = workspace.aRows(rows + VectorTile.ROWS);
        for (int i = 0; i < rows; i++) {
            table[i] = (fromRow + i) * stride;
        }
        Arrays.fill(table, rows, rows + VectorTile.ROWS, table[rows - 1]);
        return table;
    }

    private static void panel(Workspace workspace, Product product, int depth, int fromRow, int rows, int column) {
        VectorTile tile = workspace.tile;
        int width = Math.min(VectorTile.COLUMNS, product.n - column);
        tile.columns = width;
        int bStart = 0;
        if (width == VectorTile.COLUMNS && product.b.columnStride == 1 && rows < ROWS_WORTH_A_COPY) {
            tile.b = product.b.data;
            tile.bRows = workspace.bRows(DEPTH);
            for (int p = 0; p < tile.depth; p++) {
                tile.bRows[p] = p * product.b.rowStride;
            }
            bStart = depth * product.b.rowStride + column;
        } else {
            tile.b = workspace.floats(Workspace.Role.PANEL, DEPTH * VectorTile.COLUMNS);
            tile.bRows = PANEL_ROWS;
            pack(product.b, depth, tile.depth, column, width, tile.b);
        }
        Start start = depth == 0 ? product.start : Start.RESULT;
        float[] row = workspace.floats(Workspace.Role.START, VectorTile.COLUMNS);
        Arrays.fill(row, 0, VectorTile.COLUMNS, 0);
        if (start == Start.ROW) {
            System.arraycopy(product.row, column, row, 0, width);
        }
        for (int i = 0; i < rows; i += VectorTile.ROWS) {
            int height = Math.min(VectorTile.ROWS, rows - i);
            int at = (fromRow + i) * product.n + column;
            if (height == VectorTile.ROWS && width == VectorTile.COLUMNS) {
                tile.start = start == Start.RESULT ? product.c : row;
                tile.startStride = start == Start.RESULT ? product.n : 0;
                tile.c = product.c;
                tile.cStride = product.n;
                tile.multiply(i, bStart, start == Start.RESULT ? at : 0, at);
            } else {
                float[] edge = workspace.floats(Workspace.Role.EDGE, VectorTile.ROWS * VectorTile.COLUMNS);
                if (start == Start.RESULT) {
                    copy(product.c, at, product.n, edge, 0, VectorTile.COLUMNS, height, width);
                }
                tile.start = start == Start.RESULT ? edge : row;
                tile.startStride = start == Start.RESULT ? VectorTile.COLUMNS : 0;
                tile.c = edge;
                tile.cStride = VectorTile.COLUMNS;
                tile.multiply(i, bStart, 0, 0);
                copy(edge, 0, VectorTile.COLUMNS, product.c, at, product.n, height, width);
            }
        }
    }

    /** Copies part of op(B), in rows of one tile's width. */
    private static void pack(Operand b, int depth, int count, int column, int width, float[] panel) {
        if (width < VectorTile.COLUMNS) {
            Arrays.fill(panel, 0, count * VectorTile.COLUMNS, 0);
        }
        if (b.columnStride == 1) {
            for (int p = 0; p < count; p++) {
                int from = (depth + p) * b.rowStride + column;
                System.arraycopy(b.data, from, panel, p * VectorTile.COLUMNS, width);
            }
        } else {
            for (int j = 0; j < width; j++) {
                int from = (column + j) * b.columnStride + depth * b.rowStride;
                transposeRow(b.data, from, b.rowStride, panel, j, count);
            }
        }
    }

    private static void transposeRow(float[] from, int at, int step, float[] panel, int column, int count) {
        for (int p = 0; p < count; p++) {
            panel[p * VectorTile.COLUMNS + column] = from[at + p * step];
        }
    }

    private static void copy(
            float[] from, int at, int stride, float[] to, int toAt, int toStride, int height, int width) {
        for (int r = 0; r < height; r++) {
            System.arraycopy(from, at + r * stride, to, toAt + r * toStride, width);
        }
    }
}
