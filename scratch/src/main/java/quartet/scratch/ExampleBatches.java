package quartet.scratch;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/** Divides examples into batches, and presents them as tensors, which share the arrays of the examples. */
public final class ExampleBatches {
    private ExampleBatches() {}

    /**
     * Returns the batches of one epoch in random order (Fisher-Yates shuffle). The last batch contains the remaining
     * rows.
     */
    static Iterable<Examples> shuffled(Examples examples, int batchSize, RandomGenerator random) {
        int[] order = new int[examples.rows()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return batches(examples, order, batchSize);
    }

    /** Returns batches in the order of the examples. */
    static Iterable<Examples> inOrder(Examples examples, int batchSize) {
        return batches(examples, IntStream.range(0, examples.rows()).toArray(), batchSize);
    }

    /** Returns float32 [rows, columns] or [rows, channels, height, width], or token ids [rows, length]. */
    public static Tensor input(Features features) {
        if (features instanceof Features.Tokens tokens) {
            return IntTensor.of(tokens.ids(), tokens.rows(), tokens.length());
        }
        Features.Values values = features.asValues();
        return FloatTensor.of(values.data(), values.shape());
    }

    /** Returns class indices [rows]. */
    public static IntTensor labels(Targets targets) {
        return IntTensor.labels(targets.asClasses().labels());
    }

    /** Returns values [rows, 1]. */
    public static FloatTensor values(Targets targets) {
        return FloatTensor.of(targets.asValues().values(), targets.rows(), 1);
    }

    private static Iterable<Examples> batches(Examples examples, int[] order, int batchSize) {
        int rows = examples.rows();
        return () -> IntStream.iterate(0, from -> from < rows, from -> from + batchSize)
                .mapToObj(from -> examples.select(order, from, Math.min(rows, from + batchSize)))
                .iterator();
    }
}
