package quartet.scratch.kernel.vector.microkernel;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * A {@link ConvolutionMicroKernel} with blocks of 7 pixels by two vectors of output channels. It has as many sums, but
 * uses each factor for two multiplications. With more sums, C2 does not always find registers for all of them.
 */
public final class WideConvolutionMicroKernel extends MicroKernel {
    private static final int ROWS = 7;
    private static final int COLUMNS = 2 * LANES;

    WideConvolutionMicroKernel() {
        super("convolution 7 x 2", ROWS, COLUMNS);
    }

    @Override
    public void multiplyVectors(
            int depth, PanelA a, int aAt, PanelB b, int bAt, InitialSums initial, int initialAt, BlockOfC c, int cAt) {
        final float[] x = a.data();
        final float[] y = b.data();
        final float[] z = initial.data();
        final int[] xTerms = a.termOffsets();
        int at = initialAt;
        FloatVector l0 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector r0 = FloatVector.fromArray(SPECIES, z, at + LANES);
        FloatVector l1 = l0;
        FloatVector r1 = r0;
        FloatVector l2 = l0;
        FloatVector r2 = r0;
        FloatVector l3 = l0;
        FloatVector r3 = r0;
        FloatVector l4 = l0;
        FloatVector r4 = r0;
        FloatVector l5 = l0;
        FloatVector r5 = r0;
        FloatVector l6 = l0;
        FloatVector r6 = r0;
        for (int p = 0; p < depth; p++) {
            int i = aAt + xTerms[p];
            int j = bAt + p * COLUMNS;
            FloatVector left = FloatVector.fromArray(SPECIES, y, j);
            FloatVector right = FloatVector.fromArray(SPECIES, y, j + LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[i]);
            l0 = factor.fma(left, l0);
            r0 = factor.fma(right, r0);
            factor = FloatVector.broadcast(SPECIES, x[i + LANES]);
            l1 = factor.fma(left, l1);
            r1 = factor.fma(right, r1);
            factor = FloatVector.broadcast(SPECIES, x[i + 2 * LANES]);
            l2 = factor.fma(left, l2);
            r2 = factor.fma(right, r2);
            factor = FloatVector.broadcast(SPECIES, x[i + 3 * LANES]);
            l3 = factor.fma(left, l3);
            r3 = factor.fma(right, r3);
            factor = FloatVector.broadcast(SPECIES, x[i + 4 * LANES]);
            l4 = factor.fma(left, l4);
            r4 = factor.fma(right, r4);
            factor = FloatVector.broadcast(SPECIES, x[i + 5 * LANES]);
            l5 = factor.fma(left, l5);
            r5 = factor.fma(right, r5);
            factor = FloatVector.broadcast(SPECIES, x[i + 6 * LANES]);
            l6 = factor.fma(left, l6);
            r6 = factor.fma(right, r6);
        }
        final float[] result = c.data();
        final FloatVector least = FloatVector.broadcast(SPECIES, c.floor());
        final int resultStride = c.stride();
        at = cAt;
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
    }
}
