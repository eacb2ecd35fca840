package quartet.scratch.kernel.vector.microkernel;

import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * The tile of convolutions to few channels: 14 neighbouring pixels by one vector of output channels. The input channels
 * of a pixel stand side by side, {@link #LANES} of them, so its neighbour's begin at a constant distance. The weights
 * stand in panels, a vector for each term of the sum. All pixels start from the same row, the bias.
 *
 * <p>The trick: 14 sums, a vector of weights and a factor are the 16 registers that a processor with vectors of 256 bits
 * has. And 14 divides the rows of the images that everybody starts with.
 */
public final class ConvolutionMicroKernel extends MicroKernel {
    public static final int ROWS = 14;
    public static final int COLUMNS = LANES;

    public ConvolutionMicroKernel() {
        super(distances(ROWS, LANES), COLUMNS, VectorLoop.PIXEL_TILE);
    }

    @Override
    public void multiplyVectors(int aStart, int bStart, int startAt, int cStart) {
        final float[] x = a;
        final float[] y = b;
        final float[] z = start;
        final int[] xTerms = aTerms;
        int at = startAt;
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
        final int end = depth;
        for (int p = 0; p < end; p++) {
            int i = aStart + xTerms[p];
            int j = bStart + p * COLUMNS;
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
