package quartet.scratch.kernel;

/**
 * Matrix product, cut into tiles that stay in registers and panels that stay in the caches.
 * <pre>{@code C = max(floor, start + op(A) op(B)) }</pre>
 *
 * <p>The trick: the result is computed in tiles that stay in registers, from blocks of the factors that stay in caches,
 * at most {@link #DEPTH} deep. A panel of B, as wide as a tile, stays in the first-level cache while it meets {@link
 * RowsOfA#ROWS} rows of A, and these stay in the second-level cache while they meet all panels. Neither factor is copied
 * but where that pays: {@link RowsOfA}, {@link PanelsOfB}. A tile that reaches beyond the last row or column goes into a
 * buffer of its own, of which only the valid part is kept, or it is written where the next rows will overwrite what is
 * too much: there is no second kernel for remainders.
 *
 * <p>What it means, without tiles: {@link ScalarKernels#matmul}. Source: Goto, van de Geijn (2008), "Anatomy of
 * High-Performance Matrix Multiplication".
 */
final class VectorGemm {
    /** Depth of a panel: 256 rows of two 512-bit vectors are 32 KB. */
    static final int DEPTH = 256;

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
        int panels = (product.n + WideMatrixTile.COLUMNS - 1) / WideMatrixTile.COLUMNS;
        if (panels >= parts) {
            int from = panels * part / parts * WideMatrixTile.COLUMNS;
            int to = Math.min(product.n, panels * (part + 1) / parts * WideMatrixTile.COLUMNS);
            multiply(product, 0, product.m, from, to);
        } else {
            int tiles = (product.m + MatrixTile.ROWS - 1) / MatrixTile.ROWS;
            int from = tiles * part / parts * MatrixTile.ROWS;
            int to = Math.min(product.m, tiles * (part + 1) / parts * MatrixTile.ROWS);
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
            for (int row = fromRow; row < toRow; row += RowsOfA.ROWS) {
                block.multiply(row, Math.min(RowsOfA.ROWS, toRow - row));
            }
            depth += count;
        } while (depth < product.k);
    }
}
