package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * Sums of products of a {@link SparseGradient} group with the vectors under a 3 x 3 kernel, each a vector of input
 * channels. All nine sums stay in registers for the whole group. The scalar twins give the same bits.
 */
final class SparseProducts {
    /** Weights of a 3 x 3 kernel. */
    static final int TAPS = 9;

    /** Elements in a warm-up. */
    private static final int SAMPLE = 49;

    private static final VectorLoop WEIGHTS = new VectorLoop("sparse weight gradient", weightsSample());
    private static final VectorLoop INPUT = new VectorLoop("sparse input gradient", inputSample());

    private SparseProducts() {}

    static List<VectorLoop> loops() {
        return List.of(WEIGHTS, INPUT);
    }

    /**
     * Adds the weight gradient of one output channel: {@code sums[u, v] += sum over elements of value * x[offset + (u, v)]}.
     *
     * @param start the first of count elements in values and offsets
     * @param x an image with a border of zeros
     * @param xAt the index in x to which offsets are relative
     * @param row the distance between two rows of x
     * @param sums nine vectors from index sumsAt on
     */
    static void addWeights(
            float[] values,
            int[] offsets,
            int start,
            int count,
            float[] x,
            int xAt,
            int row,
            float[] sums,
            int sumsAt) {
        if (WEIGHTS.isCompiled()) {
            addWeightVectors(values, offsets, start, count, x, xAt, row, sums, sumsAt);
            return;
        }
        for (int i = start; i < start + count; i++) {
            for (int tap = 0; tap < TAPS; tap++) {
                int from = xAt + offsets[i] + tap / 3 * row + tap % 3 * LANES;
                int to = sumsAt + tap * LANES;
                for (int lane = 0; lane < LANES; lane++) {
                    sums[to + lane] = Math.fma(x[from + lane], values[i], sums[to + lane]);
                }
            }
        }
    }

    private static void addWeightVectors(
            float[] values,
            int[] offsets,
            int start,
            int count,
            float[] x,
            int xAt,
            int row,
            float[] sums,
            int sumsAt) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, sums, sumsAt);
        FloatVector s1 = FloatVector.fromArray(SPECIES, sums, sumsAt + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, sums, sumsAt + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, sums, sumsAt + 3 * LANES);
        FloatVector s4 = FloatVector.fromArray(SPECIES, sums, sumsAt + 4 * LANES);
        FloatVector s5 = FloatVector.fromArray(SPECIES, sums, sumsAt + 5 * LANES);
        FloatVector s6 = FloatVector.fromArray(SPECIES, sums, sumsAt + 6 * LANES);
        FloatVector s7 = FloatVector.fromArray(SPECIES, sums, sumsAt + 7 * LANES);
        FloatVector s8 = FloatVector.fromArray(SPECIES, sums, sumsAt + 8 * LANES);
        for (int i = start; i < start + count; i++) {
            FloatVector value = FloatVector.broadcast(SPECIES, values[i]);
            int top = xAt + offsets[i];
            int middle = top + row;
            int bottom = middle + row;
            s0 = FloatVector.fromArray(SPECIES, x, top).fma(value, s0);
            s1 = FloatVector.fromArray(SPECIES, x, top + LANES).fma(value, s1);
            s2 = FloatVector.fromArray(SPECIES, x, top + 2 * LANES).fma(value, s2);
            s3 = FloatVector.fromArray(SPECIES, x, middle).fma(value, s3);
            s4 = FloatVector.fromArray(SPECIES, x, middle + LANES).fma(value, s4);
            s5 = FloatVector.fromArray(SPECIES, x, middle + 2 * LANES).fma(value, s5);
            s6 = FloatVector.fromArray(SPECIES, x, bottom).fma(value, s6);
            s7 = FloatVector.fromArray(SPECIES, x, bottom + LANES).fma(value, s7);
            s8 = FloatVector.fromArray(SPECIES, x, bottom + 2 * LANES).fma(value, s8);
        }
        s0.intoArray(sums, sumsAt);
        s1.intoArray(sums, sumsAt + LANES);
        s2.intoArray(sums, sumsAt + 2 * LANES);
        s3.intoArray(sums, sumsAt + 3 * LANES);
        s4.intoArray(sums, sumsAt + 4 * LANES);
        s5.intoArray(sums, sumsAt + 5 * LANES);
        s6.intoArray(sums, sumsAt + 6 * LANES);
        s7.intoArray(sums, sumsAt + 7 * LANES);
        s8.intoArray(sums, sumsAt + 8 * LANES);
    }

    /**
     * Adds the input gradient of one output pixel: {@code dx[(u, v)] += sum over elements of value * w[offset + (u, v)]}.
     *
     * @param start the first of count elements in values and offsets
     * @param w nine vectors for each output channel
     * @param wAt the index in w to which offsets are relative
     * @param dx the gradient, with a border
     * @param dxAt the index in dx of the pixel under the kernel's first weight
     * @param row the distance between two rows of dx
     */
    static void addInput(
            float[] values, int[] offsets, int start, int count, float[] w, int wAt, float[] dx, int dxAt, int row) {
        if (INPUT.isCompiled()) {
            addInputVectors(values, offsets, start, count, w, wAt, dx, dxAt, row);
            return;
        }
        for (int tap = 0; tap < TAPS; tap++) {
            for (int lane = 0; lane < LANES; lane++) {
                float sum = 0;
                for (int i = start; i < start + count; i++) {
                    sum = Math.fma(w[wAt + offsets[i] + tap * LANES + lane], values[i], sum);
                }
                dx[dxAt + tap / 3 * row + tap % 3 * LANES + lane] += sum;
            }
        }
    }

    private static void addInputVectors(
            float[] values, int[] offsets, int start, int count, float[] w, int wAt, float[] dx, int dxAt, int row) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        FloatVector s4 = FloatVector.zero(SPECIES);
        FloatVector s5 = FloatVector.zero(SPECIES);
        FloatVector s6 = FloatVector.zero(SPECIES);
        FloatVector s7 = FloatVector.zero(SPECIES);
        FloatVector s8 = FloatVector.zero(SPECIES);
        for (int i = start; i < start + count; i++) {
            FloatVector value = FloatVector.broadcast(SPECIES, values[i]);
            int at = wAt + offsets[i];
            s0 = FloatVector.fromArray(SPECIES, w, at).fma(value, s0);
            s1 = FloatVector.fromArray(SPECIES, w, at + LANES).fma(value, s1);
            s2 = FloatVector.fromArray(SPECIES, w, at + 2 * LANES).fma(value, s2);
            s3 = FloatVector.fromArray(SPECIES, w, at + 3 * LANES).fma(value, s3);
            s4 = FloatVector.fromArray(SPECIES, w, at + 4 * LANES).fma(value, s4);
            s5 = FloatVector.fromArray(SPECIES, w, at + 5 * LANES).fma(value, s5);
            s6 = FloatVector.fromArray(SPECIES, w, at + 6 * LANES).fma(value, s6);
            s7 = FloatVector.fromArray(SPECIES, w, at + 7 * LANES).fma(value, s7);
            s8 = FloatVector.fromArray(SPECIES, w, at + 8 * LANES).fma(value, s8);
        }
        int middle = dxAt + row;
        int bottom = middle + row;
        FloatVector.fromArray(SPECIES, dx, dxAt).add(s0).intoArray(dx, dxAt);
        FloatVector.fromArray(SPECIES, dx, dxAt + LANES).add(s1).intoArray(dx, dxAt + LANES);
        FloatVector.fromArray(SPECIES, dx, dxAt + 2 * LANES).add(s2).intoArray(dx, dxAt + 2 * LANES);
        FloatVector.fromArray(SPECIES, dx, middle).add(s3).intoArray(dx, middle);
        FloatVector.fromArray(SPECIES, dx, middle + LANES).add(s4).intoArray(dx, middle + LANES);
        FloatVector.fromArray(SPECIES, dx, middle + 2 * LANES).add(s5).intoArray(dx, middle + 2 * LANES);
        FloatVector.fromArray(SPECIES, dx, bottom).add(s6).intoArray(dx, bottom);
        FloatVector.fromArray(SPECIES, dx, bottom + LANES).add(s7).intoArray(dx, bottom + LANES);
        FloatVector.fromArray(SPECIES, dx, bottom + 2 * LANES).add(s8).intoArray(dx, bottom + 2 * LANES);
    }

    /** Returns the sums of one channel. */
    private static Runnable weightsSample() {
        float[] values = new float[SAMPLE];
        int[] offsets = new int[SAMPLE];
        float[] x = new float[TAPS * LANES];
        float[] sums = new float[TAPS * LANES];
        return () -> addWeightVectors(values, offsets, 0, SAMPLE, x, 0, 3 * LANES, sums, 0);
    }

    /** Returns the sums of one pixel. */
    private static Runnable inputSample() {
        float[] values = new float[SAMPLE];
        int[] offsets = new int[SAMPLE];
        float[] w = new float[TAPS * LANES];
        float[] dx = new float[TAPS * LANES];
        return () -> addInputVectors(values, offsets, 0, SAMPLE, w, 0, dx, 0, 3 * LANES);
    }
}
