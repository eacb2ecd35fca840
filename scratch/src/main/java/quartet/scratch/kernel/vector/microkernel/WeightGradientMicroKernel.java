package quartet.scratch.kernel.vector.microkernel;

import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * The tile of the gradient by a convolution's weights: 3 times 3 weights by one vector of output channels. The sum runs
 * over positions of the window in an image, which a table tells for the image (A) and for the output's gradient (B).
 * Weights that are neighbours in a row of the window see neighbours in a row of the image, so only the beginning of
 * each {@link #RUN} of them is looked up.
 */
public final class WeightGradientMicroKernel extends MicroKernel {
    /** Rows of A that stand side by side. */
    public static final int RUN = 3;
    /** Such runs, each of which begins where {@link #aRows} says. */
    public static final int RUNS = 3;

    public static final int ROWS = RUNS * RUN;
    public static final int COLUMNS = LANES;

    public WeightGradientMicroKernel() {
        super(distances(ROWS, 1), COLUMNS, VectorLoop.WINDOW_TILE);
    }

    @Override
    public void multiplyVectors(int aStart, int bStart, int startAt, int cStart) {
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
        FloatVector s0 = FloatVector.fromArray(SPECIES, z, at);
        at += zStride;
        FloatVector s1 = FloatVector.fromArray(SPECIES, z, at);
        at += zStride;
        FloatVector s2 = FloatVector.fromArray(SPECIES, z, at);
        at += zStride;
        FloatVector s3 = FloatVector.fromArray(SPECIES, z, at);
        at += zStride;
        FloatVector s4 = FloatVector.fromArray(SPECIES, z, at);
        at += zStride;
        FloatVector s5 = FloatVector.fromArray(SPECIES, z, at);
        at += zStride;
        FloatVector s6 = FloatVector.fromArray(SPECIES, z, at);
        at += zStride;
        FloatVector s7 = FloatVector.fromArray(SPECIES, z, at);
        at += zStride;
        FloatVector s8 = FloatVector.fromArray(SPECIES, z, at);
        final int end = depth;
        for (int p = 0; p < end; p++) {
            int i0 = first + xTerms[p];
            int i1 = second + xTerms[p];
            int i2 = third + xTerms[p];
            int j = bStart + yTerms[p];
            FloatVector vector = FloatVector.fromArray(SPECIES, y, j);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[i0]);
            s0 = factor.fma(vector, s0);
            factor = FloatVector.broadcast(SPECIES, x[i0 + 1]);
            s1 = factor.fma(vector, s1);
            factor = FloatVector.broadcast(SPECIES, x[i0 + 2]);
            s2 = factor.fma(vector, s2);
            factor = FloatVector.broadcast(SPECIES, x[i1]);
            s3 = factor.fma(vector, s3);
            factor = FloatVector.broadcast(SPECIES, x[i1 + 1]);
            s4 = factor.fma(vector, s4);
            factor = FloatVector.broadcast(SPECIES, x[i1 + 2]);
            s5 = factor.fma(vector, s5);
            factor = FloatVector.broadcast(SPECIES, x[i2]);
            s6 = factor.fma(vector, s6);
            factor = FloatVector.broadcast(SPECIES, x[i2 + 1]);
            s7 = factor.fma(vector, s7);
            factor = FloatVector.broadcast(SPECIES, x[i2 + 2]);
            s8 = factor.fma(vector, s8);
        }
        final float[] result = c;
        final FloatVector least = FloatVector.broadcast(SPECIES, floor);
        final int resultStride = cStride;
        at = cStart;
        s0.max(least).intoArray(result, at);
        at += resultStride;
        s1.max(least).intoArray(result, at);
        at += resultStride;
        s2.max(least).intoArray(result, at);
        at += resultStride;
        s3.max(least).intoArray(result, at);
        at += resultStride;
        s4.max(least).intoArray(result, at);
        at += resultStride;
        s5.max(least).intoArray(result, at);
        at += resultStride;
        s6.max(least).intoArray(result, at);
        at += resultStride;
        s7.max(least).intoArray(result, at);
        at += resultStride;
        s8.max(least).intoArray(result, at);
    }
}
