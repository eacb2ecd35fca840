package quartet.scratch.kernel.vector.streaming;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.vector.convolution.ConvolutionGeometry;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.runtime.JitWarmup;
import quartet.scratch.kernel.vector.runtime.VectorLoop;
import quartet.scratch.kernel.vector.runtime.WorkPartitioner;
import quartet.scratch.tensor.Tensor;

/**
 * Maximum over windows and its gradient on plain arrays.
 *
 * <p>The trick: which of two numbers is larger cannot be guessed, and a processor that guesses wrong starts over. So
 * windows of 2 x 2, by far the most frequent, are compared by vectors of channels, without a branch. What it means:
 * {@link ScalarKernels#maxPool}.
 */
public record MaxPooling(
        int images,
        int height,
        int width,
        int channels,
        int rows,
        int columns,
        int window,
        int stride,
        boolean rectified) {
    private static final VectorSpecies<Float> SPECIES = MicroKernel.SPECIES;
    private static final int LANES = MicroKernel.LANES;
    public static final VectorSpecies<Integer> INTEGERS = IntVector.SPECIES_PREFERRED;
    private static final IntVector LANE = IntVector.zero(INTEGERS).addIndex(1);
    /** A number whose last bit counts ones: added to a small whole number, it leaves that in the last bits. */
    private static final float WHOLE = 1 << 23;

    private static final int WHOLE_BITS = Float.floatToIntBits(WHOLE);

    public static MaxPooling of(Tensor x, int window, int stride, Activation activation, Tensor y) {
        return new MaxPooling(
                y.dimension(0),
                x.dimension(1),
                x.dimension(2),
                x.dimension(3),
                y.dimension(1),
                y.dimension(2),
                window,
                stride,
                activation == Activation.RELU);
    }

    /** Pooling of a convolution's result. */
    public static MaxPooling of(ConvolutionGeometry g, Pooled pooled) {
        int window = pooled.window();
        return new MaxPooling(
                pooled.y().dimension(0),
                g.rows(),
                g.columns(),
                g.outputs(),
                pooled.y().dimension(1),
                pooled.y().dimension(2),
                window,
                window,
                pooled.activation() == Activation.RELU);
    }

    /** The numbers of an image before pooling. */
    public int inputSize() {
        return height * width * channels;
    }

    private int outputSize() {
        return rows * columns * channels;
    }

    /** The least result. */
    private float floor() {
        return rectified ? 0 : Float.NEGATIVE_INFINITY;
    }

    /** What is not more than this lets no gradient pass; without a rectifier it is NaN, to which no number compares. */
    private float held() {
        return rectified ? 0 : Float.NaN;
    }

    /** All images of a batch. */
    public void forward(WorkPartitioner division, float[] x, float[] y, int[] argmax) {
        division.run(images, (long) images * inputSize(), WorkPartitioner.ELEMENTS, (from, to) -> {
            for (int image = from; image < to; image++) {
                forward(x, image * inputSize(), y, image, argmax, to);
            }
        });
    }

    /**
     * One image of a batch.
     *
     * @param at where it begins in x, which may be the batch or not
     * @param to the image after the last one that the thread writes
     */
    public void forward(float[] x, int at, float[] y, int image, int[] argmax, int to) {
        int shift = image * inputSize() - at;
        for (int row = 0; row < rows; row++) {
            int corner = at + row * stride * width * channels;
            int result = image * outputSize() + row * columns * channels;
            boolean pairs = window == 2 && stride == 2 && hasRoom(x, corner, result, to * outputSize());
            if (!pairs || !VectorLoop.POOLING.isCompiled() || !pairs(x, corner, y, result, argmax, shift)) {
                windows(x, corner, y, result, argmax, shift);
            }
        }
    }

    /** Whether vectors may read and write beyond the last channel of a row of windows, and count that far. */
    private boolean hasRoom(float[] x, int corner, int result, int end) {
        int beyond = MicroKernel.roundUp(channels, LANES) - channels;
        int last = corner + (width + 2 * columns) * channels + beyond;
        return result + columns * channels + beyond <= end && last <= x.length && width * channels < WHOLE / 2;
    }

    /**
     * A row of windows of 2 x 2, block by block of channels, from the last one to the first: what a vector finds beyond
     * the channels of a pixel is of no use, and what it writes there is overwritten.
     *
     * @return whether no number was NaN, to which comparisons are blind
     */
    private boolean pairs(float[] x, int corner, float[] y, int to, int[] argmax, int shift) {
        boolean numbers = true;
        int row = width * channels;
        for (int c = MicroKernel.roundUp(channels, LANES) - LANES; c >= 0; c -= LANES) {
            numbers &= pairsVectors(x, corner + c, row, channels, floor(), y, to + c, columns, argmax, shift);
        }
        return numbers;
    }

    private static boolean pairsVectors(
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
            IntVector index = offset.add(WHOLE).reinterpretAsInts().add(LANE);
            index.add(IntVector.broadcast(INTEGERS, i + shift - WHOLE_BITS)).intoArray(argmax, result);
            nan = nan.add(sum.sub(sum));
        }
        return !nan.compare(VectorOperators.NE, nan).anyTrue();
    }

    /** A row of windows of any size. */
    private void windows(float[] x, int corner, float[] y, int to, int[] argmax, int shift) {
        for (int j = 0; j < columns; j++) {
            for (int c = 0; c < channels; c++) {
                int best = corner + j * stride * channels + c;
                int first = best;
                for (int u = 0; u < window; u++) {
                    for (int v = 0; v < window; v++) {
                        int candidate = first + (u * width + v) * channels;
                        if (x[candidate] > x[best] || Float.isNaN(x[candidate])) {
                            best = candidate;
                        }
                    }
                }
                y[to + j * channels + c] = Math.max(floor(), x[best]);
                argmax[to + j * channels + c] = best + shift;
            }
        }
    }

    /** The gradients of all images of a batch. */
    public void backward(WorkPartitioner division, float[] y, float[] dy, int[] argmax, float[] dx) {
        division.run(images, (long) images * inputSize(), WorkPartitioner.ELEMENTS, (from, to) -> {
            for (int image = from; image < to; image++) {
                backward(y, dy, argmax, image, dx, image * inputSize());
            }
        });
    }

    /** The gradient of one image of a batch; at is where it begins in dx, which may be the batch or not. */
    public void backward(float[] y, float[] dy, int[] argmax, int image, float[] dx, int at) {
        int shift = image * inputSize() - at;
        boolean filled = height == 2 * rows && width == 2 * columns && channels % LANES == 0;
        boolean pairs = window == 2 && stride == 2 && filled && width * channels < WHOLE / 2;
        if (!pairs || !VectorLoop.POOLING_BACKWARD.isCompiled()) {
            scatter(y, dy, argmax, image, dx, at, shift);
            return;
        }
        for (int row = 0; row < rows; row++) {
            int corner = at + 2 * row * width * channels;
            int result = image * outputSize() + row * columns * channels;
            for (int c = 0; c < channels; c += LANES) {
                backwardVectors(
                        y, dy, held(), argmax, result + c, shift, width * channels, channels, dx, corner + c, columns);
            }
        }
    }

    private void scatter(float[] y, float[] dy, int[] argmax, int image, float[] dx, int at, int shift) {
        Arrays.fill(dx, at, at + inputSize(), 0);
        for (int i = image * outputSize(); i < (image + 1) * outputSize(); i++) {
            dx[argmax[i] - shift] += y[i] <= held() ? 0 : dy[i];
        }
    }

    /** A row of windows of 2 x 2: all four pixels are written, the gradient to the one that was the largest. */
    private static void backwardVectors(
            float[] y,
            float[] dy,
            float held,
            int[] argmax,
            int from,
            int shift,
            int row,
            int channels,
            float[] dx,
            int corner,
            int columns) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector most = FloatVector.broadcast(SPECIES, held);
        FloatVector beside = FloatVector.broadcast(SPECIES, channels);
        FloatVector below = FloatVector.broadcast(SPECIES, row);
        FloatVector besideBelow = FloatVector.broadcast(SPECIES, row + channels);
        for (int column = 0; column < columns; column++) {
            int i = corner + 2 * column * channels;
            int result = from + column * channels;
            FloatVector maximum = FloatVector.fromArray(SPECIES, y, result);
            FloatVector gradient = FloatVector.fromArray(SPECIES, dy, result);
            gradient = gradient.blend(zero, maximum.compare(VectorOperators.LE, most));
            IntVector index = IntVector.fromArray(INTEGERS, argmax, result).sub(LANE);
            IntVector bits = index.add(IntVector.broadcast(INTEGERS, WHOLE_BITS - i - shift));
            FloatVector offset = bits.reinterpretAsFloats().sub(WHOLE);
            zero.blend(gradient, offset.compare(VectorOperators.EQ, zero)).intoArray(dx, i);
            zero.blend(gradient, offset.compare(VectorOperators.EQ, beside)).intoArray(dx, i + channels);
            zero.blend(gradient, offset.compare(VectorOperators.EQ, below)).intoArray(dx, i + row);
            zero.blend(gradient, offset.compare(VectorOperators.EQ, besideBelow))
                    .intoArray(dx, i + row + channels);
        }
    }

    /** Rehearsals with a row of windows. */
    public static List<JitWarmup.Part> rehearsals() {
        int columns = 7;
        int row = 2 * columns * LANES;
        float[] x = new float[2 * row];
        float[] y = new float[columns * LANES];
        int[] argmax = new int[columns * LANES];
        return List.of(
                JitWarmup.part(VectorLoop.POOLING, () -> pairsVectors(x, 0, row, LANES, 0, y, 0, columns, argmax, 0)),
                JitWarmup.part(
                        VectorLoop.POOLING_BACKWARD,
                        () -> backwardVectors(y, y, 0, argmax, 0, 0, row, LANES, x, 0, columns)));
    }
}
