package quartet.scratch.kernel.vector.microkernel;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernel of convolutions with few output channels: blocks of 14 neighbouring pixels by one vector of output
 * channels. The input channels of a pixel are contiguous, as many as a vector has lanes, so the rows of A are that far
 * apart. B is packed: one vector of weights for each term. All pixels start from the same initial sums, the bias.
 *
 * <p>14 sums, one vector of weights and one factor fill the 16 registers of a processor with 256-bit vectors. The usual
 * image widths, 28 and 14, are multiples of 14.
 */
public final class ConvolutionMicroKernel extends MicroKernel {
    /** Rows of a block. */
    public static final int ROWS = 14;
    /** Columns of a block. */
    public static final int COLUMNS = LANES;

    ConvolutionMicroKernel() {
        super("convolution 14 x 1", ROWS, COLUMNS);
    }

    @Override
    public void multiplyVectors(
            int depth, PanelA a, int aAt, PanelB b, int bAt, InitialSums initial, int initialAt, BlockOfC c, int cAt) {
        final float[] x = a.data();
        final float[] y = b.data();
        final float[] z = initial.data();
        final int[] xTerms = a.termOffsets();
        int at = initialAt;
        FloatVector s0 = FloatVector.fromArray(SPECIES, z, at);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        FloatVector s8 = s0;
        FloatVector s9 = s0;
        FloatVector s10 = s0;
        FloatVector s11 = s0;
        FloatVector s12 = s0;
        FloatVector s13 = s0;
        for (int p = 0; p < depth; p++) {
            int i = aAt + xTerms[p];
            int j = bAt + p * COLUMNS;
            FloatVector vector = FloatVector.fromArray(SPECIES, y, j);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[i]);
            s0 = factor.fma(vector, s0);
            factor = FloatVector.broadcast(SPECIES, x[i + LANES]);
            s1 = factor.fma(vector, s1);
            factor = FloatVector.broadcast(SPECIES, x[i + 2 * LANES]);
            s2 = factor.fma(vector, s2);
            factor = FloatVector.broadcast(SPECIES, x[i + 3 * LANES]);
            s3 = factor.fma(vector, s3);
            factor = FloatVector.broadcast(SPECIES, x[i + 4 * LANES]);
            s4 = factor.fma(vector, s4);
            factor = FloatVector.broadcast(SPECIES, x[i + 5 * LANES]);
            s5 = factor.fma(vector, s5);
            factor = FloatVector.broadcast(SPECIES, x[i + 6 * LANES]);
            s6 = factor.fma(vector, s6);
            factor = FloatVector.broadcast(SPECIES, x[i + 7 * LANES]);
            s7 = factor.fma(vector, s7);
            factor = FloatVector.broadcast(SPECIES, x[i + 8 * LANES]);
            s8 = factor.fma(vector, s8);
            factor = FloatVector.broadcast(SPECIES, x[i + 9 * LANES]);
            s9 = factor.fma(vector, s9);
            factor = FloatVector.broadcast(SPECIES, x[i + 10 * LANES]);
            s10 = factor.fma(vector, s10);
            factor = FloatVector.broadcast(SPECIES, x[i + 11 * LANES]);
            s11 = factor.fma(vector, s11);
            factor = FloatVector.broadcast(SPECIES, x[i + 12 * LANES]);
            s12 = factor.fma(vector, s12);
            factor = FloatVector.broadcast(SPECIES, x[i + 13 * LANES]);
            s13 = factor.fma(vector, s13);
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
        at += resultStride;
        s9.max(least).intoArray(result, at);
        at += resultStride;
        s10.max(least).intoArray(result, at);
        at += resultStride;
        s11.max(least).intoArray(result, at);
        at += resultStride;
        s12.max(least).intoArray(result, at);
        at += resultStride;
        s13.max(least).intoArray(result, at);
    }
}
