package quartet.scratch.training;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * The mini-batches of a data set. Each iteration is one epoch: every row occurs once, and the last batch contains the
 * remaining rows.
 *
 * <pre>{@code for (Batch<IntTensor> batch : MiniBatches.shuffled(images, labels, 64, random)) { ... } }</pre>
 *
 * <p>A batch is a copy and stays valid. Source of the shuffle: Durstenfeld (1964), "Algorithm 235: Random Permutation".
 *
 * @param <T> the type of the targets
 */
public final class MiniBatches<T extends Tensor> implements Iterable<Batch<T>> {
    private final Tensor inputs;
    private final T targets;
    private final int batchSize;
    private final Optional<RandomGenerator> random;

    private MiniBatches(Tensor inputs, T targets, int batchSize, Optional<RandomGenerator> random) {
        Require.positive("MiniBatches", "batchSize", batchSize);
        if (inputs.rank() == 0 || targets.rank() == 0 || inputs.dimension(0) != targets.dimension(0)) {
            throw new IllegalArgumentException(
                    "MiniBatches: expected as many inputs as targets, but was " + inputs + " and " + targets);
        }
        if (inputs.dimension(0) == 0) {
            throw new IllegalArgumentException("MiniBatches: expected at least one row, but was " + inputs);
        }
        this.inputs = inputs;
        this.targets = targets;
        this.batchSize = batchSize;
        this.random = random;
    }

    /**
     * Returns batches in a new random order in each epoch.
     *
     * @param inputs [rows, ...]
     * @param targets [rows, ...]
     * @param random determines the orders
     * @throws IllegalArgumentException if the numbers of rows differ or are 0, or the size is not positive
     */
    public static <T extends Tensor> MiniBatches<T> shuffled(
            Tensor inputs, T targets, int batchSize, RandomGenerator random) {
        Require.notNull("MiniBatches", "inputs", inputs);
        Require.notNull("MiniBatches", "targets", targets);
        Require.notNull("MiniBatches", "random", random);
        return new MiniBatches<>(inputs, targets, batchSize, Optional.of(random));
    }

    /**
     * Returns batches in the order of the rows.
     *
     * @throws IllegalArgumentException as {@link #shuffled}
     */
    public static <T extends Tensor> MiniBatches<T> inOrder(Tensor inputs, T targets, int batchSize) {
        Require.notNull("MiniBatches", "inputs", inputs);
        Require.notNull("MiniBatches", "targets", targets);
        return new MiniBatches<>(inputs, targets, batchSize, Optional.empty());
    }

    /** Returns the number of rows of an epoch. */
    public int rows() {
        return inputs.dimension(0);
    }

    /** Returns the number of batches of an epoch. */
    public int count() {
        return (rows() + batchSize - 1) / batchSize;
    }

    @Override
    public Iterator<Batch<T>> iterator() {
        int[] order = IntStream.range(0, rows()).toArray();
        random.ifPresent(generator -> shuffle(order, generator));
        return IntStream.range(0, count()).mapToObj(b -> batch(order, b)).iterator();
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    // Tensor.like returns a tensor of the type of its receiver.
    @SuppressWarnings("unchecked")
    private Batch<T> batch(int[] order, int index) {
        int from = index * batchSize;
        int[] rows = Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize));
        return new Batch<>(select(inputs, rows), (T) select(targets, rows));
    }

    private static Tensor select(Tensor all, int[] rows) {
        int[] shape = all.shape();
        int length = all.size() / shape[0];
        shape[0] = rows.length;
        Tensor selected = all.like(shape);
        for (int i = 0; i < rows.length; i++) {
            selected.copyRange(i * length, all, rows[i] * length, length);
        }
        return selected;
    }
}
