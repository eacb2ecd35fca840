package quartet.scratch.kernel.vector.microkernel;

import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * The tile of matrix products: 8 rows by two vectors. The rows of A are equally far apart, {@link #rowDistance}, and
 * the terms of the sum are found through tables, so that either factor is read where it stands, transposed or not.
 *
 * <p>The trick: a number of A serves two multiplications and a vector of B eight, so that loading does not hold up the
 * arithmetic. 8 rows divide the batches that everybody trains with.
 */
public final class WideGemmMicroKernel extends MicroKernel {
    public static final int COLUMNS = 2 * LANES;

    public WideGemmMicroKernel() {
        super(distances(GemmMicroKernel.ROWS, 1), COLUMNS, VectorLoop.WIDE_MATRIX_TILE);
    }

    @Override
    public void multiplyVectors(int aStart, int bStart, int startAt, int cStart) {
        final float[] x = a;
        final float[] y = b;
        final float[] z = start;
        final int xStride = rowDistance();
        final int zStride = startStride;
        final int[] xTerms = aTerms;
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
            int i = aStart + xTerms[p];
            int j = bStart + yTerms[p];
            FloatVector left = FloatVector.fromArray(SPECIES, y, j);
            FloatVector right = FloatVector.fromArray(SPECIES, y, j + LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[i]);
            l0 = factor.fma(left, l0);
            r0 = factor.fma(right, r0);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            l1 = factor.fma(left, l1);
            r1 = factor.fma(right, r1);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            l2 = factor.fma(left, l2);
            r2 = factor.fma(right, r2);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            l3 = factor.fma(left, l3);
            r3 = factor.fma(right, r3);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            l4 = factor.fma(left, l4);
            r4 = factor.fma(right, r4);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            l5 = factor.fma(left, l5);
            r5 = factor.fma(right, r5);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            l6 = factor.fma(left, l6);
            r6 = factor.fma(right, r6);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
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
