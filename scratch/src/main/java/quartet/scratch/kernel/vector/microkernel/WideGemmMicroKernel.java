package quartet.scratch.kernel.vector.microkernel;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernel of matrix products: blocks of 8 rows by two vectors. The rows of A are equally far apart, and tables
 * locate the terms of the sums, so either factor can be read in place, transposed or not.
 *
 * <p>Each number of A is used for two multiplications and each vector of B for eight, so the arithmetic does not wait for
 * loads. The usual batch sizes are multiples of 8 rows.
 */
public final class WideGemmMicroKernel extends MicroKernel {
    /** Columns of a block. */
    public static final int COLUMNS = 2 * LANES;

    WideGemmMicroKernel() {
        super("GEMM 8 x 2", GemmMicroKernel.ROWS, COLUMNS);
    }

    @Override
    public void multiplyVectors(
            int depth, PanelA a, int aAt, PanelB b, int bAt, InitialSums initial, int initialAt, BlockOfC c, int cAt) {
        final float[] x = a.data();
        final float[] y = b.data();
        final float[] z = initial.data();
        final int xStride = a.rowStride();
        final int zStride = initial.stride();
        final int[] xTerms = a.termOffsets();
        final int[] yTerms = b.termOffsets();
        int at = initialAt;
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
        for (int p = 0; p < depth; p++) {
            int i = aAt + xTerms[p];
            int j = bAt + yTerms[p];
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
        at += resultStride;
        l7.max(least).intoArray(result, at);
        r7.max(least).intoArray(result, at + LANES);
    }
}
