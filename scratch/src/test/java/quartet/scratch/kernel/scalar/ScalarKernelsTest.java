package quartet.scratch.kernel.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.textbook.TextbookKernels;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** The operations that differ from the textbook's in their order of loops agree with it, in both precisions. */
class ScalarKernelsTest {
    private static final int TRIES = 60;

    private final Kernels textbook = new TextbookKernels();
    private final Kernels scalar = new ScalarKernels();

    @Property(tries = TRIES)
    void matmul(
            @ForAll @IntRange(max = 19) int m,
            @ForAll @IntRange(max = 19) int k,
            @ForAll @IntRange(max = 19) int n,
            @ForAll boolean transposeA,
            @ForAll boolean transposeB,
            @ForAll boolean accumulate,
            @ForAll Precision precision,
            @ForAll Random random) {
        Tensor a = random(random, precision, transposeA ? k : m, transposeA ? m : k);
        Tensor b = random(random, precision, transposeB ? n : k, transposeB ? k : n);
        compare(
                k + 1,
                precision,
                (kernels, out) -> kernels.matmul(a, transposeA, b, transposeB, out.get(0), accumulate),
                random(random, precision, m, n));
    }

    @Property(tries = TRIES)
    void denseAndColumnSums(
            @ForAll @IntRange(max = 19) int batch,
            @ForAll @IntRange(min = 1, max = 19) int in,
            @ForAll @IntRange(min = 1, max = 19) int out,
            @ForAll Activation activation,
            @ForAll Precision precision,
            @ForAll Random random) {
        Tensor x = random(random, precision, batch, in);
        Tensor w = random(random, precision, in, out);
        Tensor b = random(random, precision, out);
        compare(
                in + 1,
                precision,
                (kernels, result) -> kernels.dense(x, w, b, activation, result.get(0)),
                random(random, precision, batch, out));
        compare(
                batch,
                precision,
                (kernels, result) -> kernels.columnSums(x, result.get(0)),
                random(random, precision, in));
    }

    @Property(tries = TRIES)
    void convolution(
            @ForAll @IntRange(max = 3) int images,
            @ForAll @IntRange(min = 1, max = 5) int inputs,
            @ForAll @IntRange(min = 1, max = 9) int outputs,
            @ForAll @IntRange(min = 1, max = 7) int height,
            @ForAll @IntRange(min = 1, max = 7) int width,
            @ForAll @IntRange(min = 1, max = 4) int kernelHeight,
            @ForAll @IntRange(min = 1, max = 4) int kernelWidth,
            @ForAll @IntRange(max = 3) int padding,
            @ForAll Activation activation,
            @ForAll Precision precision,
            @ForAll Random random) {
        int top = Math.min(padding, kernelHeight - 1);
        int left = Math.min(padding / 2, kernelWidth - 1);
        int rows = height + 2 * top - kernelHeight + 1;
        int columns = width + 2 * left - kernelWidth + 1;
        if (rows <= 0 || columns <= 0) {
            return;
        }
        Tensor x = random(random, precision, images, height, width, inputs);
        Tensor w = random(random, precision, outputs, inputs, kernelHeight, kernelWidth);
        Tensor b = random(random, precision, outputs);
        Tensor dy = random(random, precision, images, rows, columns, outputs);
        compare(
                inputs * kernelHeight * kernelWidth + 1,
                precision,
                (kernels, out) -> kernels.convolve(x, w, b, top, left, activation, out.get(0)),
                dy);
        compare(
                outputs * kernelHeight * kernelWidth,
                precision,
                (kernels, out) -> kernels.convolveBackwardInput(dy, w, top, left, out.get(0)),
                x);
        compare(
                images * rows * columns,
                precision,
                (kernels, out) -> kernels.convolveBackwardWeights(x, dy, top, left, out.get(0), out.get(1)),
                w,
                b);
    }

    @Property(tries = TRIES)
    void embedding(
            @ForAll @IntRange(max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int length,
            @ForAll @IntRange(min = 1, max = 20) int vocabulary,
            @ForAll @IntRange(min = 1, max = 9) int dimension,
            @ForAll Precision precision,
            @ForAll Random random) {
        IntTensor ids = IntTensor.zeros(rows, length);
        for (int i = 0; i < ids.size(); i++) {
            ids.data()[i] = random.nextInt(vocabulary);
        }
        Tensor table = random(random, precision, vocabulary, dimension);
        Tensor dy = random(random, precision, rows, dimension);
        compare(length, precision, (kernels, out) -> kernels.embeddingMean(ids, table, out.get(0)), dy);
        compare(rows * length, precision, (kernels, out) -> kernels.embeddingMeanBackward(ids, dy, out.get(0)), table);
    }

    @Property(tries = TRIES)
    void adam(
            @ForAll @IntRange(max = 50) int size,
            @ForAll @IntRange(min = 1, max = 50) int t,
            @ForAll Precision precision,
            @ForAll Random random) {
        Tensor g = random(random, precision, size);
        Tensor v = random(random, precision, size);
        for (int i = 0; i < size; i++) {
            v.set(i, 0.1 + Math.abs(v.get(i)));
        }
        AdamStep step = AdamStep.at(t, 0.01, 0.9, 0.999, 1e-8);
        compare(
                1,
                precision,
                (kernels, out) -> kernels.adam(out.get(0), g, out.get(1), out.get(2), step),
                random(random, precision, size),
                random(random, precision, size),
                v);
    }

    /** Compares outputs of numbers of the order of 1 that are sums of so many terms. */
    private void compare(
            int terms, Precision precision, BiConsumer<Kernels, List<Tensor>> operation, Tensor... outputs) {
        List<Tensor> expected = Arrays.stream(outputs).map(Tensor::copy).toList();
        List<Tensor> actual = Arrays.stream(outputs).map(Tensor::copy).toList();
        operation.accept(textbook, expected);
        operation.accept(scalar, actual);
        double tolerance = (precision == Precision.FLOAT64 ? 1e-14 : 1e-5) * Math.max(1, terms);
        for (int i = 0; i < outputs.length; i++) {
            for (int j = 0; j < outputs[i].size(); j++) {
                double difference = actual.get(i).get(j) - expected.get(i).get(j);
                assertThat(Math.abs(difference))
                        .as("element %s of output %s of shape %s", j, i, outputs[i])
                        .isLessThanOrEqualTo(tolerance);
            }
        }
    }

    private static Tensor random(Random random, Precision precision, int... shape) {
        Tensor tensor = precision.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, random.nextGaussian());
        }
        return tensor;
    }
}
