package quartet.scratch.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * The tile of the gradient by a convolution's weights: 3 times 3 weights by two vectors of output channels. The sum runs
 * over positions of the window in an image, which a table tells for the image (A) and for the output's gradient (B).
 * Weights that are neighbours in a row of the window see neighbours in a row of the image, so only the beginning of
 * each {@link #RUN} of them is looked up.
 */
final class WindowTile extends Tile {
    /** Rows of A that stand side by side. */
    static final int RUN = 3;
    /** Such runs, each of which begins where {@link #aRows} says. */
    static final int RUNS = 3;

    static final int ROWS = RUNS * RUN;
    static final int COLUMNS = 2 * LANES;

    WindowTile() {
        super(distances(ROWS, 1), COLUMNS, VectorLoop.WINDOW_TILE);
    }

    @Override
    void multiplyVectors(int aStart, int bStart, int startAt, int cStart) {
        final float[] x = a;
        final float[] y = b;
        final float[] z = start;
        final int zStride = startStride;
        final int[] xTerms = aTerms;
        final int[] yTerms = bTerms;
        final int first = aStart + aRows[0];
        final int second = aStart + aRows[RUN];
        final int third = aStart + aRows[2 * RUN];
        int at = startAt;
        FloatVector l0 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r0 = FloatVector.fromArray(SPECIES, z, at + LANES);
        at += zStride;
        FloatVector l1 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r1 = FloatVector.fromArray(SPECIES, z, at + LANES);
        at += zStride;
        FloatVector l2 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r2 = FloatVector.fromArray(SPECIES, z, at + LANES);
        at += zStride;
        FloatVector l3 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r3 = FloatVector.fromArray(SPECIES, z, at + LANES);
        at += zStride;
        FloatVector l4 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r4 = FloatVector.fromArray(SPECIES, z, at + LANES);
        at += zStride;
        FloatVector l5 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r5 = FloatVector.fromArray(SPECIES, z, at + LANES);
        at += zStride;
        FloatVector l6 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r6 = FloatVector.fromArray(SPECIES, z, at + LANES);
        at += zStride;
        FloatVector l7 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r7 = FloatVector.fromArray(SPECIES, z, at + LANES);
        at += zStride;
        FloatVector l8 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r8 = FloatVector.fromArray(SPECIES, z, at + LANES);
        final int end = depth;
        for (int p = 0; p < end; p++) {
            int i0 = first + xTerms[p];
            int i1 = second + xTerms[p];
            int i2 = third + xTerms[p];
            int j = bStart + yTerms[p];
            FloatVector left = FloatVector.fromArray(SPECIES, y, j);
            FloatVector right = FloatVector.fromArray(SPECIES, y, j + LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[i0]);
            l0 = factor.fma(left, l0);
            r0 = factor.fma(right, r0);
            factor = FloatVector.broadcast(SPECIES, x[i0 + 1]);
            l1 = factor.fma(left, l1);
            r1 = factor.fma(right, r1);
            factor = FloatVector.broadcast(SPECIES, x[i0 + 2]);
            l2 = factor.fma(left, l2);
            r2 = factor.fma(right, r2);
            factor = FloatVector.broadcast(SPECIES, x[i1]);
            l3 = factor.fma(left, l3);
            r3 = factor.fma(right, r3);
            factor = FloatVector.broadcast(SPECIES, x[i1 + 1]);
            l4 = factor.fma(left, l4);
            r4 = factor.fma(right, r4);
            factor = FloatVector.broadcast(SPECIES, x[i1 + 2]);
            l5 = factor.fma(left, l5);
            r5 = factor.fma(right, r5);
            factor = FloatVector.broadcast(SPECIES, x[i2]);
            l6 = factor.fma(left, l6);
            r6 = factor.fma(right, r6);
            factor = FloatVector.broadcast(SPECIES, x[i2 + 1]);
            l7 = factor.fma(left, l7);
            r7 = factor.fma(right, r7);
            factor = FloatVector.broadcast(SPECIES, x[i2 + 2]);
            l8 = factor.fma(left, l8);
            r8 = factor.fma(right, r8);
        }
        final float[] result = c;
        final FloatVector least = FloatVector.broadcast(SPECIES, floor);
        final int resultStride = cStride;
        at = cStart;
        l0.max(least).intoArray(result, at);
        r0.max(least).intoArray(result, at + LANES);
        at += resultStride;
        l1.max(least).intoArray(result, at);
        r1.max(least).intoArray(result, at + LANES);
        at += resultStride;
        l2.max(least).intoArray(result, at);
        r2.max(least).intoArray(result, at + LANES);
        at += resultStride;
        l3.max(least).intoArray(result, at);
        r3.max(least).intoArray(result, at + LANES);
        at += resultStride;
        l4.max(least).intoArray(result, at);
        r4.max(least).intoArray(result, at + LANES);
        at += resultStride;
        l5.max(least).intoArray(result, at);
        r5.max(least).intoArray(result, at + LANES);
        at += resultStride;
        l6.max(least).intoArray(result, at);
        r6.max(least).intoArray(result, at + LANES);
        at += resultStride;
        l7.max(least).intoArray(result, at);
        r7.max(least).intoArray(result, at + LANES);
        at += resultStride;
        l8.max(least).intoArray(result, at);
        r8.max(least).intoArray(result, at + LANES);
    }
}
