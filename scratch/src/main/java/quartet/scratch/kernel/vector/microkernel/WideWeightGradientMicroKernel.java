package quartet.scratch.kernel.vector.microkernel;

import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * The tile of the gradient by a convolution's weights where there are channels enough: 8 rows, input channels, by two
 * vectors of output channels. The numbers of all rows stand side by side, {@link #DISTANCE} after those of the term
 * before. The rows of B are found through a table.
 *
 * <p>The trick: A stands in the order in which it is read, at a constant distance, which lets the compiler check the
 * bounds of the array before the loop instead of in it.
 */
public final class WideWeightGradientMicroKernel extends MicroKernel {
    public static final int ROWS = 8;
    /** From one term's numbers to the next one's. */
    public static final int DISTANCE = Math.max(ROWS, LANES);

    public static final int COLUMNS = 2 * LANES;

    public WideWeightGradientMicroKernel() {
        super(distances(ROWS, 1), COLUMNS, VectorLoop.PANEL_TILE);
    }

    @Override
    public void multiplyVectors(int aStart, int bStart, int startAt, int cStart) {
        final float[] x = a;
        final float[] y = b;
        final float[] z = start;
        final int zStride = startStride;
        final int[] yTerms = bTerms;
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
        final int end = depth;
        for (int p = 0; p < end; p++) {
            int i = aStart + p * DISTANCE;
            int j = bStart + yTerms[p];
            FloatVector left = FloatVector.fromArray(SPECIES, y, j);
            FloatVector right = FloatVector.fromArray(SPECIES, y, j + LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[i]);
            l0 = factor.fma(left, l0);
            r0 = factor.fma(right, r0);
            factor = FloatVector.broadcast(SPECIES, x[i + 1]);
            l1 = factor.fma(left, l1);
            r1 = factor.fma(right, r1);
            factor = FloatVector.broadcast(SPECIES, x[i + 2]);
            l2 = factor.fma(left, l2);
            r2 = factor.fma(right, r2);
            factor = FloatVector.broadcast(SPECIES, x[i + 3]);
            l3 = factor.fma(left, l3);
            r3 = factor.fma(right, r3);
            factor = FloatVector.broadcast(SPECIES, x[i + 4]);
            l4 = factor.fma(left, l4);
            r4 = factor.fma(right, r4);
            factor = FloatVector.broadcast(SPECIES, x[i + 5]);
            l5 = factor.fma(left, l5);
            r5 = factor.fma(right, r5);
            factor = FloatVector.broadcast(SPECIES, x[i + 6]);
            l6 = factor.fma(left, l6);
            r6 = factor.fma(right, r6);
            factor = FloatVector.broadcast(SPECIES, x[i + 7]);
            l7 = factor.fma(left, l7);
            r7 = factor.fma(right, r7);
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
    }
}
