package quartet.scratch.kernel.vector.streaming;

import static quartet.scratch.kernel.vector.runtime.Simd.INT_SPECIES;
import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/**
 * The vector loops of {@link MaxPooling} for windows of 2 x 2 and stride 2: one row of windows, one vector of channels.
 *
 * <p>Which of four pixels is the largest is unpredictable, and a mispredicted branch costs more than the comparisons. So
 * the loops blend instead of branching. They keep the position of the maximum as an offset from the window's corner in
 * floats, because a mask of a float comparison blends float vectors only.
 */
final class Pooling2x2 {
    /** A float whose last bit counts ones: added to a small whole number, it leaves that number in the last bits. */
    private static final float ONES = 1 << 23;

    private static final int ONES_BITS = Float.floatToIntBits(ONES);

    /** A row of x has to be shorter than this, so that the offsets within a window are exact as floats. */
    static final float MAX_OFFSET = ONES / 2;

    private static final IntVector LANE_INDICES = IntVector.zero(INT_SPECIES).addIndex(1);

    /** Output columns in a warm-up. */
    private static final int SAMPLE_COLUMNS = 7;

    /** The loop of {@link #forwardVectors}. */
    static final VectorLoop FORWARD = new VectorLoop("2 x 2 pooling", forwardSample());
    /** The loop of {@link #backwardVectors}. */
    static final VectorLoop BACKWARD = new VectorLoop("2 x 2 pooling gradient", backwardSample());

    private Pooling2x2() {}

    /**
     * Pools one row of windows.
     *
     * @param corner the index in x of the first window's first number
     * @param row numbers in a row of x
     * @param floor the least output
     * @param to the index of the first output in y and argmax
     * @param shift what to add to indices into x
     * @return whether no number was NaN
     */
    static boolean forwardVectors(
            float[] x,
            int corner,
            int row,
            int channels,
            float floor,
            float[] y,
            int to,
            int columns,
            int[] argmax,
            int shift) {
        float below = row;
        float besideBelow = row + channels;
        FloatVector least = FloatVector.broadcast(SPECIES, floor);
        FloatVector nan = FloatVector.zero(SPECIES);
        for (int column = 0; column < columns; column++) {
            int i = corner + 2 * column * channels;
            int result = to + column * channels;
            FloatVector first = FloatVector.fromArray(SPECIES, x, i);
            FloatVector second = FloatVector.fromArray(SPECIES, x, i + channels);
            FloatVector third = FloatVector.fromArray(SPECIES, x, i + row);
            FloatVector fourth = FloatVector.fromArray(SPECIES, x, i + row + channels);
            FloatVector sum = first.add(second).add(third).add(fourth);
            VectorMask<Float> greater = second.compare(VectorOperators.GT, first);
            FloatVector maximum = first.blend(second, greater);
            FloatVector offset = FloatVector.zero(SPECIES).blend((float) channels, greater);
            greater = fourth.compare(VectorOperators.GT, third);
            FloatVector lower = third.blend(fourth, greater);
            FloatVector lowerOffset = FloatVector.broadcast(SPECIES, below).blend(besideBelow, greater);
            greater = lower.compare(VectorOperators.GT, maximum);
            maximum.blend(lower, greater).max(least).intoArray(y, result);
            offset = offset.blend(lowerOffset, greater);
            IntVector index = offset.add(ONES).reinterpretAsInts().add(LANE_INDICES);
            index.add(IntVector.broadcast(INT_SPECIES, i + shift - ONES_BITS)).intoArray(argmax, result);
            nan = nan.add(sum.sub(sum));
        }
        return !nan.compare(VectorOperators.NE, nan).anyTrue();
    }

    /**
     * Computes the gradient of one row of windows: writes all four pixels of each, the gradient to the one that was the
     * maximum.
     *
     * @param threshold an output that is not greater passes no gradient
     * @param from the index of the first output in y, dy and argmax
     * @param shift the offset that was added to indices into x
     * @param row numbers in a row of dx
     * @param corner the index in dx of the first window's first number
     */
    static void backwardVectors(
            float[] y,
            float[] dy,
            float threshold,
            int[] argmax,
            int from,
            int shift,
            int row,
            int channels,
            float[] dx,
            int corner,
            int columns) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector most = FloatVector.broadcast(SPECIES, threshold);
        FloatVector beside = FloatVector.broadcast(SPECIES, channels);
        FloatVector below = FloatVector.broadcast(SPECIES, row);
        FloatVector besideBelow = FloatVector.broadcast(SPECIES, row + channels);
        for (int column = 0; column < columns; column++) {
            int i = corner + 2 * column * channels;
            int result = from + column * channels;
            FloatVector maximum = FloatVector.fromArray(SPECIES, y, result);
            FloatVector gradient = FloatVector.fromArray(SPECIES, dy, result);
            gradient = gradient.blend(zero, maximum.compare(VectorOperators.LE, most));
            IntVector index = IntVector.fromArray(INT_SPECIES, argmax, result).sub(LANE_INDICES);
            IntVector bits = index.add(IntVector.broadcast(INT_SPECIES, ONES_BITS - i - shift));
            FloatVector offset = bits.reinterpretAsFloats().sub(ONES);
            zero.blend(gradient, offset.compare(VectorOperators.EQ, zero)).intoArray(dx, i);
            zero.blend(gradient, offset.compare(VectorOperators.EQ, beside)).intoArray(dx, i + channels);
            zero.blend(gradient, offset.compare(VectorOperators.EQ, below)).intoArray(dx, i + row);
            zero.blend(gradient, offset.compare(VectorOperators.EQ, besideBelow))
                    .intoArray(dx, i + row + channels);
        }
    }

    /** Returns the computation of one row of windows. */
    private static Runnable forwardSample() {
        int row = 2 * SAMPLE_COLUMNS * LANES;
        float[] x = new float[2 * row];
        float[] y = new float[SAMPLE_COLUMNS * LANES];
        int[] argmax = new int[SAMPLE_COLUMNS * LANES];
        return () -> forwardVectors(x, 0, row, LANES, 0, y, 0, SAMPLE_COLUMNS, argmax, 0);
    }

    /** Returns the computation of one row of windows. */
    private static Runnable backwardSample() {
        int row = 2 * SAMPLE_COLUMNS * LANES;
        float[] y = new float[SAMPLE_COLUMNS * LANES];
        int[] argmax = new int[SAMPLE_COLUMNS * LANES];
        float[] dx = new float[2 * row];
        return () -> backwardVectors(y, y, 0, argmax, 0, 0, row, LANES, dx, 0, SAMPLE_COLUMNS);
    }
}
