package quartet.scratch.kernel;

/**
 * Matrix product, cut into tiles that stay in registers and panels that stay in the caches.
 * <pre>{@code C = max(floor, start + op(A) op(B)) }</pre>
 *
 * <p>The trick: both operands are cut into blocks at most {@link #DEPTH} deep and copied in exactly the order in which
 * a {@link PanelTile} reads them, which transposes them on the way if need be: B in panels of two vectors' width, each of
 * which stays in the first-level cache while it meets {@link #ROWS} rows of A; A in panels of 8 rows, which together stay
 * in the second level. With few rows to serve, a copy of B does not pay, and full panels are read where they stand. What does
 * not fill a panel is filled up, with the last row again or with zero columns; such a tile goes into a buffer of its
 * own, of which only the valid part is kept, or it is written where the next rows will overwrite what is too much:
 * there is no second kernel for remainders.
 *
 * <p>What it means, without tiles: {@link ScalarKernels#matmul}. Source: Goto, van de Geijn (2008), "Anatomy of
 * High-Performance Matrix Multiplication".
 */
final class VectorGemm {
    /** Depth of a panel: 256 rows of two 512-bit vectors are 32 KB. */
    static final int DEPTH = 256;
    /** Rows of A that are copied at a time: 128 rows of 256 numbers, with what is between them, are 256 KB. */
    static final int ROWS = 128;
    /** From how many rows of A on it pays to copy a panel that could be read in place. */
    private static final int ROWS_WORTH_A_COPY = 128;

    /** Where the terms of the sum stand in the panels. */
    static final int[] TERMS_OF_A = Tile.distances(DEPTH, PanelTile.DISTANCE);

    static final int[] TERMS_OF_B = Tile.distances(DEPTH, PanelTile.COLUMNS);

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
        int panels = (product.n + PanelTile.COLUMNS - 1) / PanelTile.COLUMNS;
        if (panels >= parts) {
            int from = panels * part / parts * PanelTile.COLUMNS;
            int to = Math.min(product.n, panels * (part + 1) / parts * PanelTile.COLUMNS);
            multiply(product, 0, product.m, from, to);
        } else {
            int tiles = (product.m + PanelTile.ROWS - 1) / PanelTile.ROWS;
            int from = tiles * part / parts * PanelTile.ROWS;
            int to = Math.min(product.m, tiles * (part + 1) / parts * PanelTile.ROWS);
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
            boolean inPlace = product.b.columnStride == 1 && toRow - fromRow < ROWS_WORTH_A_COPY;
            GemmBlock block = new GemmBlock(product, depth, count, inPlace, toRow, fromColumn, toColumn);
            for (int row = fromRow; row < toRow; row += ROWS) {
                block.multiply(row, Math.min(ROWS, toRow - row));
            }
            depth += count;
        } while (depth < product.k);
    }
}
