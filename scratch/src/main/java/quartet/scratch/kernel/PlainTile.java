package quartet.scratch.kernel;

/**
 * The block of a {@link VectorTile}, computed without vectors and with exactly the same result: the same chain of fused
 * multiply-adds for each element. It is what the vectors are compared with, and what serves until they are compiled.
 *
 * <p>The trick is the same, only smaller: 8 sums at a time stay in registers.
 */
final class PlainTile {
    private static final int ROWS = 4;
    private static final int COLUMNS = 2;

    private PlainTile() {}

    /** As {@link VectorTile#multiply}. */
    static void multiply(VectorTile tile, int aStart, int bStart, int startAt, int cStart) {
        for (int r = 0; r < VectorTile.ROWS; r += ROWS) {
            int startRow = startAt + r * tile.startStride;
            int cRow = cStart + r * tile.cStride;
            // From right to left, so that what is written beyond an odd number of columns is overwritten.
            for (int j = VectorTile.roundUp(tile.columns, COLUMNS) - COLUMNS; j >= 0; j -= COLUMNS) {
                block(tile, aStart + r, bStart + j, startRow + j, cRow + j);
            }
        }
    }

    private static void block(VectorTile tile, int aStart, int bStart, int startAt, int cStart) {
        float[] a = tile.a;
        float[] b = tile.b;
        int[] bRows = tile.bRows;
        float[] start = tile.start;
        int at = startAt;
        float l0 = start[at];
        float r0 = start[at + 1];
        at += tile.startStride;
        float l1 = start[at];
        float r1 = start[at + 1];
        at += tile.startStride;
        float l2 = start[at];
        float r2 = start[at + 1];
        at += tile.startStride;
        float l3 = start[at];
        float r3 = start[at + 1];
        for (int p = 0; p < tile.depth; p++) {
            int i = aStart + p * VectorTile.ROWS;
            float left = b[bStart + bRows[p]];
            float right = b[bStart + bRows[p] + 1];
            l0 = Math.fma(a[i], left, l0);
            r0 = Math.fma(a[i], right, r0);
            l1 = Math.fma(a[i + 1], left, l1);
            r1 = Math.fma(a[i + 1], right, r1);
            l2 = Math.fma(a[i + 2], left, l2);
            r2 = Math.fma(a[i + 2], right, r2);
            l3 = Math.fma(a[i + 3], left, l3);
            r3 = Math.fma(a[i + 3], right, r3);
        }
        store(tile, cStart, l0, r0);
        store(tile, cStart + tile.cStride, l1, r1);
        store(tile, cStart + 2 * tile.cStride, l2, r2);
        store(tile, cStart + 3 * tile.cStride, l3, r3);
    }

    private static void store(VectorTile tile, int at, float left, float right) {
        tile.c[at] = Math.max(left, tile.floor);
        tile.c[at + 1] = Math.max(right, tile.floor);
    }
}
