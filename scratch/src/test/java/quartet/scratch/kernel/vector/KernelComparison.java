package quartet.scratch.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import quartet.scratch.backend.KernelChoice;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.textbook.TextbookKernels;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Compares the kernels of this JVM with the textbook's: the vector kernels, with the number of threads that the system
 * property sets (1 if none), or the scalar kernels if there is no Vector API.
 */
final class KernelComparison {
    static final Kernels TEXTBOOK = new TextbookKernels();
    static final Kernels THREE_THREADS = kernels(3);
    static final Kernels VECTOR = kernels(Integer.getInteger("quartet.threads", 1));

    static {
        if (VECTOR instanceof VectorKernels) {
            KernelWarmup.await(); // so that the vector loops are compared, not their scalar twins
        }
    }

    private KernelComparison() {}

    /** Kernels that use all threads for the smallest work. */
    private static Kernels kernels(int threads) {
        Kernels chosen = KernelChoice.of("", threads).kernels();
        return chosen instanceof ScalarKernels ? chosen : new VectorKernels(threads, true);
    }

    /** Runs both kernels on copies of the outputs, and expects the same up to 1e-5 of each output's largest number. */
    static void compare(BiConsumer<Kernels, List<Tensor>> operation, Tensor... outputs) {
        compare(0, operation, outputs);
    }

    /**
     * As above, for sums of positive and negative terms. If there are few of them, even the largest sum may cancel by
     * chance and leave only rounding errors.
     *
     * @param deviation the standard deviation of the sums; differences are relative to it if no sum is larger
     */
    static void compare(double deviation, BiConsumer<Kernels, List<Tensor>> operation, Tensor... outputs) {
        List<Tensor> expected = Arrays.stream(outputs).map(Tensor::copy).toList();
        List<Tensor> actual = Arrays.stream(outputs).map(Tensor::copy).toList();
        operation.accept(TEXTBOOK, expected);
        operation.accept(VECTOR, actual);
        for (int i = 0; i < outputs.length; i++) {
            double largest = Math.max(deviation, 1e-30);
            double difference = 0;
            for (int j = 0; j < outputs[i].size(); j++) {
                largest = Math.max(largest, Math.abs(expected.get(i).get(j)));
                difference = Math.max(
                        difference,
                        Math.abs(expected.get(i).get(j) - actual.get(i).get(j)));
            }
            assertThat(difference / largest)
                    .as("output %s of shape %s", i, outputs[i])
                    .isLessThan(1e-5);
        }
    }

    static Tensor random(Random random, int... shape) {
        Tensor tensor = FloatTensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, random.nextGaussian());
        }
        return tensor;
    }
}
