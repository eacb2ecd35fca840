package quartet.scratch.kernel.vector.microkernel;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * A {@link WideGemmMicroKernel} with blocks of 8 rows by one vector, for matrices of few columns and for the last columns
 * of others.
 */
public final class GemmMicroKernel extends MicroKernel {
    /** Rows of a block. */
    public static final int ROWS = 8;
    /** Columns of a block. */
    public static final int COLUMNS = LANES;

    GemmMicroKernel() {
        super("GEMM 8 x 1", ROWS, COLUMNS);
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
        for (int p = 0; p < depth; p++) {
            int i = aAt + xTerms[p];
            int j = bAt + yTerms[p];
            FloatVector vector = FloatVector.fromArray(SPECIES, y, j);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[i]);
            s0 = factor.fma(vector, s0);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            s1 = factor.fma(vector, s1);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            s2 = factor.fma(vector, s2);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            s3 = factor.fma(vector, s3);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            s4 = factor.fma(vector, s4);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            s5 = factor.fma(vector, s5);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            s6 = factor.fma(vector, s6);
            i += xStride;
            factor = FloatVector.broadcast(SPECIES, x[i]);
            s7 = factor.fma(vector, s7);
        }
        final float[] result = c.data();
        final FloatVector least = FloatVector.broadcast(SPECIES, c.floor());
        final int resultStride = c.stride();
        at = cAt;
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
    }
}
