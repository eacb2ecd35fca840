package quartet.scratch.kernel.vector.microkernel;

import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/** A {@link WideGemmMicroKernel} of one vector, for matrices of few columns, and for the last columns of others. */
public final class GemmMicroKernel extends MicroKernel {
    public static final int ROWS = 8;
    public static final int COLUMNS = LANES;

    public GemmMicroKernel() {
        super(distances(ROWS, 1), COLUMNS, VectorLoop.MATRIX_TILE);
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
        final int end = depth;
        for (int p = 0; p < end; p++) {
            int i = aStart + xTerms[p];
            int j = bStart + yTerms[p];
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
    }
}
