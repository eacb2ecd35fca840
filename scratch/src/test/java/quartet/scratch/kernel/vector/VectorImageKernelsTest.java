package quartet.scratch.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static quartet.scratch.kernel.vector.KernelComparison.TEXTBOOK;
import static quartet.scratch.kernel.vector.KernelComparison.THREE_THREADS;
import static quartet.scratch.kernel.vector.KernelComparison.VECTOR;
import static quartet.scratch.kernel.vector.KernelComparison.compare;
import static quartet.scratch.kernel.vector.KernelComparison.random;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/** As {@link VectorKernelsTest}, for convolution and pooling. */
class VectorImageKernelsTest {
    private static final int TRIES = 60;

    @Property(tries = 2 * TRIES)
    void convolution(
            @ForAll @IntRange(max = 9) int images,
            @ForAll @IntRange(min = 1, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 40) int outputs,
            @ForAll @IntRange(min = 1, max = 20) int height,
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 5) int kernelHeight,
            @ForAll @IntRange(min = 1, max = 5) int kernelWidth,
            @ForAll @IntRange(max = 4) int padding,
            @ForAll Activation activation,
            @ForAll Random random) {
        int padTop = Math.min(padding, kernelHeight - 1);
        int padLeft = Math.min(padding / 2, kernelWidth - 1);
        int rows = height + 2 * padTop - kernelHeight + 1;
        int columns = width + 2 * padLeft - kernelWidth + 1;
        if (rows <= 0 || columns <= 0) {
            return;
        }
        Tensor x = random(random, images, height, width, inputs);
        Tensor w = random(random, outputs, inputs, kernelHeight, kernelWidth);
        Tensor b = random(random, outputs);
        Tensor y = random(random, images, rows, columns, outputs);
        compare(
                Math.sqrt(inputs * kernelHeight * kernelWidth),
                (kernels, out) -> kernels.convolve(x, w, b, padTop, padLeft, activation, out.get(0)),
                random(random, images, rows, columns, outputs));
        compare(
                Math.sqrt(outputs * kernelHeight * kernelWidth),
                (kernels, out) -> kernels.convolveBackwardInput(y, w, padTop, padLeft, out.get(0)),
                random(random, images, height, width, inputs));
        compare(
                Math.sqrt(images * rows * columns),
                (kernels, out) -> kernels.convolveBackwardWeights(x, y, padTop, padLeft, out.get(0), out.get(1)),
                random(random, outputs, inputs, kernelHeight, kernelWidth),
                random(random, outputs));
    }

    /** Shapes that use Winograd's method. */
    @Property(tries = 2 * TRIES)
    void convolutionByWinogradsMethod(
            @ForAll @IntRange(max = 9) int images,
            @ForAll @IntRange(min = 8, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 3) int vectors,
            @ForAll @IntRange(min = 4, max = 20) int height,
            @ForAll @IntRange(min = 2, max = 10) int pairs,
            @ForAll @IntRange(min = 1, max = 4) int kernelHeight,
            @ForAll @IntRange(max = 2) int padding,
            @ForAll Activation activation,
            @ForAll Random random) {
        int width = 2 * pairs + 2 - 2 * (padding / 2);
        convolution(images, inputs, 16 * vectors, height, width, kernelHeight, 3, padding, activation, random);
    }

    @Property(tries = TRIES)
    void pooling(
            @ForAll @IntRange(max = 9) int images,
            @ForAll @IntRange(min = 1, max = 40) int channels,
            @ForAll @IntRange(min = 1, max = 30) int height,
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 4) int window,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll Activation activation,
            @ForAll Random random) {
        if (height < window || width < window) {
            return;
        }
        Tensor x = random(random, images, height, width, channels);
        TEXTBOOK.relu(x, x); // many equal maxima
        Tensor dy = random(random, images, (height - window) / stride + 1, (width - window) / stride + 1, channels);
        Tensor y = random(random, images, (height - window) / stride + 1, (width - window) / stride + 1, channels);
        int[] expected = new int[y.size()];
        int[] actual = new int[y.size()];
        compare(
                (kernels, out) -> kernels.maxPool(
                        x, window, stride, activation, out.get(0), kernels == TEXTBOOK ? expected : actual),
                y);
        assertThat(actual).isEqualTo(expected);
        compare(
                (kernels, out) -> kernels.maxPoolBackward(y, dy, window, stride, activation, expected, out.get(0)),
                random(random, images, height, width, channels));
    }

    @Property(tries = TRIES)
    void transpose(
            @ForAll @IntRange(max = 9) int images,
            @ForAll @IntRange(max = 40) int rows,
            @ForAll @IntRange(max = 40) int columns,
            @ForAll Random random) {
        Tensor x = random(random, images, rows, columns);
        compare(
                (kernels, out) -> kernels.transpose(x, rows, columns, out.get(0)),
                random(random, images, columns, rows));
    }

    /** Shapes that use the vector loops: all pixels belong to a window, and channels fill vectors. */
    @Property(tries = TRIES)
    void poolingOf2x2(
            @ForAll @IntRange(max = 9) int images,
            @ForAll @IntRange(min = 1, max = 3) int vectors,
            @ForAll @IntRange(min = 1, max = 10) int rows,
            @ForAll @IntRange(min = 1, max = 10) int columns,
            @ForAll Activation activation,
            @ForAll Random random) {
        pooling(images, 16 * vectors, 2 * rows, 2 * columns, 2, 2, activation, random);
    }

    @Property(tries = 2 * TRIES)
    void convolutionWithPooling(
            @ForAll @IntRange(max = 9) int images,
            @ForAll @IntRange(min = 1, max = 20) int inputs,
            @ForAll @IntRange(min = 1, max = 3) int vectors,
            @ForAll boolean whole,
            @ForAll @IntRange(min = 4, max = 20) int height,
            @ForAll @IntRange(min = 4, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 3) int window,
            @ForAll Activation activation,
            @ForAll Random random) {
        int outputs = 16 * vectors - (whole ? 0 : 5);
        Tensor x = exact(random, images, height, width, inputs);
        Tensor w = exact(random, outputs, inputs, 3, 3);
        Tensor b = exact(random, outputs);
        Tensor y = random(random, images, height / window, width / window, outputs);
        int[] expected = new int[y.size()];
        int[] actual = new int[y.size()];
        compare(
                (kernels, out) -> kernels.convolve(
                        x,
                        w,
                        b,
                        1,
                        1,
                        new Pooled(
                                height,
                                width,
                                window,
                                activation,
                                out.get(0),
                                kernels == TEXTBOOK ? expected : actual)),
                y);
        assertThat(actual).isEqualTo(expected);
        Pooled pooled = new Pooled(height, width, window, activation, y, expected);
        TEXTBOOK.convolve(x, w, b, 1, 1, pooled);
        Tensor dy = random(random, images, height / window, width / window, outputs);
        compare(
                (kernels, out) -> kernels.convolveBackwardInput(pooled, dy, w, 1, 1, out.get(0)),
                random(random, images, height, width, inputs));
        compare(
                (kernels, out) -> kernels.convolveBackwardWeights(x, pooled, dy, 1, 1, out.get(0), out.get(1)),
                random(random, outputs, inputs, 3, 3),
                random(random, outputs));
    }

    /** Shapes whose gradients use only the elements that pooling passes on. Odd sizes leave pixels without a window. */
    @Property(tries = TRIES)
    void convolutionWithPoolingOf2x2(
            @ForAll @IntRange(max = 9) int images,
            @ForAll @IntRange(min = 1, max = 3) int inputVectors,
            @ForAll @IntRange(min = 1, max = 3) int vectors,
            @ForAll boolean whole,
            @ForAll @IntRange(min = 4, max = 20) int height,
            @ForAll @IntRange(min = 4, max = 20) int width,
            @ForAll Activation activation,
            @ForAll Random random) {
        convolutionWithPooling(images, 16 * inputVectors, vectors, whole, height, width, 2, activation, random);
    }

    /** Numbers whose products and sums are exact, so that all kernels find the same maximum. */
    private static Tensor exact(Random random, int... shape) {
        Tensor tensor = random(random, shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, Math.max(-2, Math.min(2, Math.rint(16 * tensor.get(i)) / 16)));
        }
        return tensor;
    }

    /** Exactly zero, and not a rounding error: Adam moves a weight by as much for a tiny gradient as for any other. */
    @Property(tries = TRIES)
    void gradientsOfWeightsThatNoImageUsesAreZero(
            @ForAll @IntRange(min = 1, max = 9) int images,
            @ForAll @IntRange(min = 1, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 40) int outputs,
            @ForAll @IntRange(min = 4, max = 20) int height,
            @ForAll @IntRange(min = 4, max = 20) int width,
            @ForAll Random random) {
        Tensor x = sparse(random, images, height, width, inputs);
        Tensor dy = sparse(random, images, height, width, outputs);
        Tensor expected = FloatTensor.zeros(outputs, inputs, 3, 3);
        Tensor actual = FloatTensor.zeros(outputs, inputs, 3, 3);
        TEXTBOOK.convolveBackwardWeights(x, dy, 1, 1, expected, FloatTensor.zeros(outputs));
        VECTOR.convolveBackwardWeights(x, dy, 1, 1, actual, FloatTensor.zeros(outputs));
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i) == 0) {
                assertThat(actual.get(i)).isZero();
            }
        }
    }

    /** Numbers of which one in fifty is not zero. */
    private static Tensor sparse(Random random, int... shape) {
        Tensor tensor = random(random, shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, random.nextInt(50) == 0 ? tensor.get(i) : 0);
        }
        return tensor;
    }

    @Test
    void severalThreadsGiveTheSameBitsInEveryRun() {
        Random random = new Random(3);
        Tensor x = random(random, 64, 14, 14, 8);
        Tensor dy = random(random, 64, 14, 14, 16);
        FloatTensor first = FloatTensor.zeros(16, 8, 3, 3);
        FloatTensor again = FloatTensor.zeros(16, 8, 3, 3);
        THREE_THREADS.convolveBackwardWeights(x, dy, 1, 1, first, FloatTensor.zeros(16));
        for (int i = 0; i < 20; i++) {
            THREE_THREADS.convolveBackwardWeights(x, dy, 1, 1, again, FloatTensor.zeros(16));
            assertThat(again.data()).containsExactly(first.data());
        }
    }

    @Test
    void aNanIsNotHiddenByPooling() {
        for (int position : new int[] {0, 1, 4, 5}) {
            Tensor x = FloatTensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 2, 4, 1);
            x.set(position, Double.NaN);
            Tensor y = FloatTensor.zeros(1, 1, 2, 1);
            int[] argmax = new int[2];
            VECTOR.maxPool(x, 2, 2, Activation.RELU, y, argmax);
            assertThat(y.get(0)).isNaN();
            assertThat(y.get(1)).isEqualTo(8);
            assertThat(argmax).containsExactly(position, 7);
        }
    }
}
