package quartet.scratch.kernel.vector.microkernel;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernel of a convolution's weight gradient: blocks of 3 x 3 weights by one vector of output channels. The sum
 * runs over the output's pixels; A is the padded input image and B is the output gradient. Neighbouring weights of a
 * kernel row see neighbouring numbers of the image, so only every third entry of A's row offsets is read, and the two
 * rows after it are contiguous.
 */
public final class WeightGradientMicroKernel extends MicroKernel {
    /** Rows of A that are contiguous: neighbouring weights of a kernel row. */
    public static final int RUN = 3;
    /** Runs of contiguous rows in a block; row offset {@code i RUN} locates run i. */
    public static final int RUNS = 3;

    /** Rows of a block. */
    public static final int ROWS = RUNS * RUN;
    /** Columns of a block. */
    public static final int COLUMNS = LANES;

    WeightGradientMicroKernel() {
        super("weight gradient 9 x 1", ROWS, COLUMNS);
    }

    @Override
    public void multiplyVectors(
            int depth, PanelA a, int aAt, PanelB b, int bAt, InitialSums initial, int initialAt, BlockOfC c, int cAt) {
        final float[] x = a.data();
        final float[] y = b.data();
        final float[] z = initial.data();
        final int zStride = initial.stride();
        final int[] xTerms = a.termOffsets();
        final int[] yTerms = b.termOffsets();
        final int first = aAt + a.rowOffsets()[0];
        final int second = aAt + a.rowOffsets()[RUN];
        final int third = aAt + a.rowOffsets()[2 * RUN];
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
        at += zStride;
        FloatVector s8 = FloatVector.fromArray(SPECIES, z, at);
        for (int p = 0; p < depth; p++) {
            int i0 = first + xTerms[p];
            int i1 = second + xTerms[p];
            int i2 = third + xTerms[p];
            int j = bAt + yTerms[p];
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
        at += resultStride;
        s8.max(least).intoArray(result, at);
    }
}
