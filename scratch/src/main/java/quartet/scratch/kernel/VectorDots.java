package quartet.scratch.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products of several rows with several others, as in a product A B^T where both have long rows.
 * <pre>{@code
 * sums[r, t, lane] += sum over q = lane, lane + LANES, ... < count of Y[r, q] X[t, q]      r < ROWS, t < COLUMNS
 * Y[r, q] = y[yStart + r yStride + q];     X[t, q] = x[xRows[row + t] + q]
 * }</pre>
 *
 * <p>The trick: a {@link VectorTile} multiplies vectors by single numbers, so one of its operands has to be transposed
 * first if the sum runs along the rows of both. Here both are read as vectors where they stand, and each lane keeps a
 * sum of its own. {@link #ROWS} x {@link #COLUMNS} such sums stay in registers, so that a vector that was read serves
 * several multiplications. The lanes are added up once, at the very end, by whoever owns the sums.
 *
 * <p>The order of additions depends on the number of lanes, and on nothing else.
 */
final class VectorDots {
    static final int ROWS = 4;
    static final int COLUMNS = 5;
    private static final VectorSpecies<Float> SPECIES = VectorTile.SPECIES;
    static final int LANES = VectorTile.LANES;
    /** The numbers that one tile's sums take. */
    static final int SUMS = ROWS * COLUMNS * LANES;

    private static final WarmUp WARM_UP = new WarmUp();

    float[] y = new float[0];
    int yStride;

    float[] x = new float[0];
    int[] xRows = new int[0];

    /** A multiple of {@link #LANES}. */
    int count;

    float[] sums = new float[0];

    /** Adds to {@link #SUMS} sums. */
    void add(int yStart, int row, int sumsAt) {
        if (WARM_UP.isFinished()) {
            addVectors(yStart, row, sumsAt);
            return;
        }
        boolean vectors = WARM_UP.isTry();
        long begin = System.nanoTime();
        if (vectors) {
            addVectors(yStart, row, sumsAt);
        } else {
            addPlain(yStart, row, sumsAt);
        }
        WARM_UP.record(vectors, System.nanoTime() - begin, count + LANES);
    }

    /** The same, bit by bit, without vectors. */
    void addPlain(int yStart, int row, int sumsAt) {
        for (int r = 0; r < ROWS; r++) {
            for (int t = 0; t < COLUMNS; t++) {
                addPlain(y, yStart + r * yStride, x, xRows[row + t], count, sums, sumsAt + (r * COLUMNS + t) * LANES);
            }
        }
    }

    private static void addPlain(float[] y, int yStart, float[] x, int xStart, int count, float[] sums, int sumsAt) {
        for (int lane = 0; lane < LANES; lane++) {
            float sum = sums[sumsAt + lane];
            for (int q = lane; q < count; q += LANES) {
                sum = Math.fma(y[yStart + q], x[xStart + q], sum);
            }
            sums[sumsAt + lane] = sum;
        }
    }

    /** In one piece, as {@link VectorTile#multiplyVectors}. */
    void addVectors(int yStart, int row, int sumsAt) {
        final float[] y = this.y;
        final float[] x = this.x;
        final float[] z = sums;
        final int y0 = yStart;
        final int y1 = y0 + yStride;
        final int y2 = y1 + yStride;
        final int y3 = y2 + yStride;
        final int t0 = xRows[row];
        final int t1 = xRows[row + 1];
        final int t2 = xRows[row + 2];
        final int t3 = xRows[row + 3];
        final int t4 = xRows[row + 4];
        FloatVector s00 = FloatVector.fromArray(SPECIES, z, sumsAt);
        FloatVector s01 = FloatVector.fromArray(SPECIES, z, sumsAt + LANES);
        FloatVector s02 = FloatVector.fromArray(SPECIES, z, sumsAt + 2 * LANES);
        FloatVector s03 = FloatVector.fromArray(SPECIES, z, sumsAt + 3 * LANES);
        FloatVector s04 = FloatVector.fromArray(SPECIES, z, sumsAt + 4 * LANES);
        FloatVector s10 = FloatVector.fromArray(SPECIES, z, sumsAt + 5 * LANES);
        FloatVector s11 = FloatVector.fromArray(SPECIES, z, sumsAt + 6 * LANES);
        FloatVector s12 = FloatVector.fromArray(SPECIES, z, sumsAt + 7 * LANES);
        FloatVector s13 = FloatVector.fromArray(SPECIES, z, sumsAt + 8 * LANES);
        FloatVector s14 = FloatVector.fromArray(SPECIES, z, sumsAt + 9 * LANES);
        FloatVector s20 = FloatVector.fromArray(SPECIES, z, sumsAt + 10 * LANES);
        FloatVector s21 = FloatVector.fromArray(SPECIES, z, sumsAt + 11 * LANES);
        FloatVector s22 = FloatVector.fromArray(SPECIES, z, sumsAt + 12 * LANES);
        FloatVector s23 = FloatVector.fromArray(SPECIES, z, sumsAt + 13 * LANES);
        FloatVector s24 = FloatVector.fromArray(SPECIES, z, sumsAt + 14 * LANES);
        FloatVector s30 = FloatVector.fromArray(SPECIES, z, sumsAt + 15 * LANES);
        FloatVector s31 = FloatVector.fromArray(SPECIES, z, sumsAt + 16 * LANES);
        FloatVector s32 = FloatVector.fromArray(SPECIES, z, sumsAt + 17 * LANES);
        FloatVector s33 = FloatVector.fromArray(SPECIES, z, sumsAt + 18 * LANES);
        FloatVector s34 = FloatVector.fromArray(SPECIES, z, sumsAt + 19 * LANES);
        final int end = count;
        for (int q = 0; q < end; q += LANES) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, t0 + q);
            FloatVector x1 = FloatVector.fromArray(SPECIES, x, t1 + q);
            FloatVector x2 = FloatVector.fromArray(SPECIES, x, t2 + q);
            FloatVector x3 = FloatVector.fromArray(SPECIES, x, t3 + q);
            FloatVector x4 = FloatVector.fromArray(SPECIES, x, t4 + q);
            FloatVector d = FloatVector.fromArray(SPECIES, y, y0 + q);
            s00 = d.fma(x0, s00);
            s01 = d.fma(x1, s01);
            s02 = d.fma(x2, s02);
            s03 = d.fma(x3, s03);
            s04 = d.fma(x4, s04);
            d = FloatVector.fromArray(SPECIES, y, y1 + q);
            s10 = d.fma(x0, s10);
            s11 = d.fma(x1, s11);
            s12 = d.fma(x2, s12);
            s13 = d.fma(x3, s13);
            s14 = d.fma(x4, s14);
            d = FloatVector.fromArray(SPECIES, y, y2 + q);
            s20 = d.fma(x0, s20);
            s21 = d.fma(x1, s21);
            s22 = d.fma(x2, s22);
            s23 = d.fma(x3, s23);
            s24 = d.fma(x4, s24);
            d = FloatVector.fromArray(SPECIES, y, y3 + q);
            s30 = d.fma(x0, s30);
            s31 = d.fma(x1, s31);
            s32 = d.fma(x2, s32);
            s33 = d.fma(x3, s33);
            s34 = d.fma(x4, s34);
        }
        s00.intoArray(z, sumsAt);
        s01.intoArray(z, sumsAt + LANES);
        s02.intoArray(z, sumsAt + 2 * LANES);
        s03.intoArray(z, sumsAt + 3 * LANES);
        s04.intoArray(z, sumsAt + 4 * LANES);
        s10.intoArray(z, sumsAt + 5 * LANES);
        s11.intoArray(z, sumsAt + 6 * LANES);
        s12.intoArray(z, sumsAt + 7 * LANES);
        s13.intoArray(z, sumsAt + 8 * LANES);
        s14.intoArray(z, sumsAt + 9 * LANES);
        s20.intoArray(z, sumsAt + 10 * LANES);
        s21.intoArray(z, sumsAt + 11 * LANES);
        s22.intoArray(z, sumsAt + 12 * LANES);
        s23.intoArray(z, sumsAt + 13 * LANES);
        s24.intoArray(z, sumsAt + 14 * LANES);
        s30.intoArray(z, sumsAt + 15 * LANES);
        s31.intoArray(z, sumsAt + 16 * LANES);
        s32.intoArray(z, sumsAt + 17 * LANES);
        s33.intoArray(z, sumsAt + 18 * LANES);
        s34.intoArray(z, sumsAt + 19 * LANES);
    }
}
