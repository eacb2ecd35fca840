package quartet.scratch.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static quartet.scratch.kernel.vector.KernelComparison.THREE_THREADS;
import static quartet.scratch.kernel.vector.KernelComparison.VECTOR;
import static quartet.scratch.kernel.vector.KernelComparison.compare;
import static quartet.scratch.kernel.vector.KernelComparison.random;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Every operation agrees with the textbook kernels, at the number of threads that the system property sets (1 if none).
 * The build runs this class once for each vector width.
 */
class VectorKernelsTest {
    private static final int TRIES = 60;

    @Property(tries = 4 * TRIES)
    void matmul(
            @ForAll @IntRange(max = 70) int m,
            @ForAll @IntRange(max = 70) int k,
            @ForAll @IntRange(max = 70) int n,
            @ForAll boolean transposeA,
            @ForAll boolean transposeB,
            @ForAll boolean accumulate,
            @ForAll Random random) {
        Tensor a = random(random, transposeA ? k : m, transposeA ? m : k);
        Tensor b = random(random, transposeB ? n : k, transposeB ? k : n);
        Tensor c = random(random, m, n);
        compare(
                Math.sqrt(k),
                (kernels, out) -> kernels.matmul(a, transposeA, b, transposeB, out.get(0), accumulate),
                c);
    }

    /** More terms than a cache block has, and enough rows to pack panels. */
    @Property(tries = TRIES / 4)
    void matmulOfLargeMatrices(
            @ForAll @IntRange(min = 120, max = 300) int m,
            @ForAll @IntRange(min = 250, max = 600) int k,
            @ForAll @IntRange(min = 1, max = 100) int n,
            @ForAll boolean transposeA,
            @ForAll boolean transposeB,
            @ForAll boolean accumulate,
            @ForAll Random random) {
        matmul(m, k, n, transposeA, transposeB, accumulate, random);
    }

    @Property(tries = TRIES)
    void dense(
            @ForAll @IntRange(max = 70) int batch,
            @ForAll @IntRange(min = 1, max = 300) int inputs,
            @ForAll @IntRange(min = 1, max = 70) int outputs,
            @ForAll Activation activation,
            @ForAll Random random) {
        Tensor x = random(random, batch, inputs);
        Tensor w = random(random, inputs, outputs);
        Tensor b = random(random, outputs);
        compare(
                Math.sqrt(inputs),
                (kernels, out) -> kernels.dense(x, w, b, activation, out.get(0)),
                random(random, batch, outputs));
    }

    @Property(tries = TRIES)
    void elementwise(
            @ForAll @IntRange(max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 200) int columns,
            @ForAll Random random) {
        Tensor x = random(random, rows, columns);
        Tensor y = random(random, rows, columns);
        Tensor out = random(random, rows, columns);
        compare((kernels, result) -> kernels.relu(x, result.get(0)), out);
        compare((kernels, result) -> kernels.reluBackward(x, y, result.get(0)), out);
        compare(Math.sqrt(rows), (kernels, result) -> kernels.columnSums(x, result.get(0)), random(random, columns));
        compare((kernels, result) -> kernels.relu(result.get(0), result.get(0)), out);
    }

    @Property(tries = TRIES)
    void adam(
            @ForAll @IntRange(max = 70_000) int size,
            @ForAll @IntRange(min = 1, max = 50) int t,
            @ForAll Random random) {
        Tensor g = random(random, size);
        Tensor m = random(random, size);
        Tensor v = random(random, size);
        for (int i = 0; i < size; i++) {
            v.set(i, Math.abs(v.get(i)));
        }
        AdamStep step = AdamStep.at(t, 0.01, 0.9, 0.999, 1e-8);
        compare(
                (kernels, out) -> kernels.adam(out.get(0), g, out.get(1), out.get(2), step),
                random(random, size),
                m,
                v);
    }

    @Property(tries = TRIES)
    void isFinite(@ForAll @IntRange(min = 1, max = 5_000) int size, @ForAll Random random) {
        Tensor x = random(random, size);
        assertThat(VECTOR.isFinite(x)).isTrue();
        for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            int position = random.nextInt(size);
            double right = x.get(position);
            x.set(position, wrong);
            assertThat(VECTOR.isFinite(x))
                    .as("%s at %s of %s", wrong, position, size)
                    .isFalse();
            x.set(position, right);
        }
    }

    @Property(tries = TRIES)
    void losses(
            @ForAll @IntRange(min = 1, max = 70) int rows,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll Random random) {
        Tensor logits = random(random, rows, columns);
        Tensor target = random(random, rows, columns);
        IntTensor classes = IntTensor.zeros(rows);
        for (int i = 0; i < rows; i++) {
            classes.set(i, random.nextInt(columns));
        }
        Tensor gradient = FloatTensor.zeros(rows, columns);
        Tensor loss = FloatTensor.zeros(1);
        compare(
                (kernels, out) -> out.get(1).set(0, kernels.softmaxCrossEntropy(logits, classes, out.get(0))),
                gradient,
                loss);
        compare(
                (kernels, out) -> out.get(1).set(0, kernels.meanSquaredError(logits, target, out.get(0))),
                gradient,
                loss);
    }

    /** Where a gradient stays zero, its mean becomes zero instead of denormal. */
    @Test
    void adamLeavesNoDenormalNumbers() {
        assumeTrue(VECTOR instanceof VectorKernels);
        FloatTensor p = FloatTensor.of(new float[] {1, 1}, 2);
        FloatTensor m = FloatTensor.of(new float[] {Float.MIN_NORMAL / 4, 0.5f}, 2);
        FloatTensor v = FloatTensor.of(new float[] {1, 1}, 2);
        VECTOR.adam(p, FloatTensor.zeros(2), m, v, AdamStep.at(1000, 0.01, 0.9, 0.999, 1e-8));
        assertThat(m.data()).containsExactly(0, 0.45f);
    }

    @Property(tries = TRIES)
    void embedding(
            @ForAll @IntRange(max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 30) int length,
            @ForAll @IntRange(min = 1, max = 500) int vocabulary,
            @ForAll @IntRange(min = 1, max = 70) int dimension,
            @ForAll Random random) {
        IntTensor ids = IntTensor.zeros(rows, length);
        for (int i = 0; i < ids.size(); i++) {
            ids.set(i, Math.max(0, random.nextInt(vocabulary + 5) - 5));
        }
        Tensor table = random(random, vocabulary, dimension);
        Tensor dy = random(random, rows, dimension);
        compare((kernels, out) -> kernels.embeddingMean(ids, table, out.get(0)), random(random, rows, dimension));
        compare((kernels, out) -> kernels.embeddingMeanBackward(ids, dy, out.get(0)), table);
    }

    /** Each element is one chain of additions on any thread, and no row depends on another one. */
    @Property(tries = TRIES)
    void productsDoNotDependOnThreadsOrOnTheBatch(
            @ForAll @IntRange(min = 1, max = 200) int batch,
            @ForAll @IntRange(min = 1, max = 300) int inputs,
            @ForAll @IntRange(min = 1, max = 100) int outputs,
            @ForAll Random random) {
        Tensor x = random(random, batch, inputs);
        Tensor w = random(random, inputs, outputs);
        Tensor b = random(random, outputs);
        FloatTensor together = FloatTensor.zeros(batch, outputs);
        FloatTensor shared = FloatTensor.zeros(batch, outputs);
        FloatTensor alone = FloatTensor.zeros(1, outputs);
        VECTOR.dense(x, w, b, Activation.RELU, together);
        THREE_THREADS.dense(x, w, b, Activation.RELU, shared);
        assertThat(shared.data()).containsExactly(together.data());
        if (VECTOR instanceof ScalarKernels) {
            return;
        }
        int row = random.nextInt(batch);
        Tensor one = FloatTensor.of(
                Arrays.copyOfRange(((FloatTensor) x).data(), row * inputs, (row + 1) * inputs), 1, inputs);
        VECTOR.dense(one, w, b, Activation.RELU, alone);
        assertThat(alone.data())
                .containsExactly(Arrays.copyOfRange(together.data(), row * outputs, (row + 1) * outputs));
    }

    @Test
    void otherPrecisionsUseTheScalarKernels() {
        Tensor a = DoubleTensor.of(new double[] {1, 2, 3, 4}, 2, 2);
        Tensor c = DoubleTensor.zeros(2, 2);
        VECTOR.matmul(a, false, a, true, c, false);
        assertThat(((DoubleTensor) c).data()).containsExactly(5, 11, 11, 25);
    }

    @Test
    void matmulRejectsMismatchedShapes() {
        assertThatThrownBy(() -> VECTOR.matmul(
                        FloatTensor.zeros(2, 3), false, FloatTensor.zeros(4, 2), false, FloatTensor.zeros(2, 2), false))
                .hasMessage("matmul: expected a second factor with inner dimension 3, but was [4, 2]");
    }
}
