package quartet.scratch.kernel.vector.microkernel;

/**
 * The block of a {@link MicroKernel}, computed without vectors and with exactly the same result: the same chain of fused
 * multiply-adds for each element. It is what the vectors are compared with, and what serves until they are compiled.
 *
 * <p>The trick is the same, only smaller: 8 sums at a time stay in registers.
 */
public final class ScalarMicroKernel {
    private static final int COLUMNS = 4;

    private ScalarMicroKernel() {}

    /** As {@link MicroKernel#multiply}. */
    public static void multiply(MicroKernel tile, int aStart, int bStart, int startAt, int cStart) {
        for (int r = 0; r < tile.rows; r += 2) {
            int next = Math.min(r + 1, tile.rows - 1); // an odd last row is computed twice, to the same result
            // From right to left, so that what is written beyond the columns of use is overwritten.
            for (int j = MicroKernel.roundUp(tile.columns, COLUMNS) - COLUMNS; j >= 0; j -= COLUMNS) {
                twoRows(tile, r, next, aStart, bStart + j, startAt + j, cStart + j);
            }
        }
    }

    private static void twoRows(MicroKernel tile, int row, int next, int aStart, int bStart, int startAt, int cStart) {
        float[] a = tile.a;
        float[] b = tile.b;
        float[] start = tile.start;
        int at = startAt + row * tile.startStride;
        float s0 = start[at];
        float s1 = start[at + 1];
        float s2 = start[at + 2];
        float s3 = start[at + 3];
        at = startAt + next * tile.startStride;
        float t0 = start[at];
        float t1 = start[at + 1];
        float t2 = start[at + 2];
        float t3 = start[at + 3];
        int first = aStart + tile.aRows[row];
        int second = aStart + tile.aRows[next];
        for (int p = 0; p < tile.depth; p++) {
            int i = tile.aTerms[p];
            int j = bStart + tile.bTerms[p];
            float factor = a[first + i];
            s0 = Math.fma(factor, b[j], s0);
            s1 = Math.fma(factor, b[j + 1], s1);
            s2 = Math.fma(factor, b[j + 2], s2);
            s3 = Math.fma(factor, b[j + 3], s3);
            factor = a[second + i];
            t0 = Math.fma(factor, b[j], t0);
            t1 = Math.fma(factor, b[j + 1], t1);
            t2 = Math.fma(factor, b[j + 2], t2);
            t3 = Math.fma(factor, b[j + 3], t3);
        }
        store(tile, cStart + row * tile.cStride, s0, s1, s2, s3);
        store(tile, cStart + next * tile.cStride, t0, t1, t2, t3);
    }

    private static void store(MicroKernel tile, int at, float s0, float s1, float s2, float s3) {
        tile.c[at] = Math.max(s0, tile.floor);
        tile.c[at + 1] = Math.max(s1, tile.floor);
        tile.c[at + 2] = Math.max(s2, tile.floor);
        tile.c[at + 3] = Math.max(s3, tile.floor);
    }
}
