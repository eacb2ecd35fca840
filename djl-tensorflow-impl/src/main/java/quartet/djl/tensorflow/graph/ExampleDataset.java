package quartet.djl.tensorflow.graph;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.dataset.Record;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;
import quartet.datasets.Examples;

/**
 * A DJL data set of examples in memory. DJL draws the order of the rows and divides them into batches. DJL's own
 * ArrayDataset selects rows by an array of indices, which its TensorFlow engine does not implement. This class copies
 * the rows in Java.
 */
public final class ExampleDataset extends ArrayDataset {
    private final Examples examples;
    private final ExampleArrays arrays = new ExampleArrays();

    private ExampleDataset(Builder builder, Examples examples) {
        super(builder);
        this.examples = examples;
    }

    /**
     * Returns batches in a new random order in each epoch. {@code Engine.setRandomSeed} seeds DJL's random numbers.
     * The last batch contains the remaining rows.
     */
    public static ExampleDataset shuffled(Examples examples, int batchSize) {
        return new ExampleDataset(new Builder().setSampling(batchSize, true), examples);
    }

    /** Returns batches in the order of the examples. */
    public static ExampleDataset inOrder(Examples examples, int batchSize) {
        return new ExampleDataset(new Builder().setSampling(batchSize, false), examples);
    }

    @Override
    public Iterable<Batch> getData(NDManager manager) {
        try {
            return super.getData(manager);
        } catch (IOException | TranslateException e) {
            throw new IllegalStateException("ExampleDataset: reads nothing but memory", e);
        }
    }

    @Override
    public Record get(NDManager manager, long index) {
        Batch batch = getByIndices(manager, index);
        return new Record(batch.getData(), batch.getLabels());
    }

    @Override
    public Batch getByRange(NDManager manager, long fromIndex, long toIndex) {
        return getByIndices(manager, LongStream.range(fromIndex, toIndex).toArray());
    }

    @Override
    public Batch getByIndices(NDManager manager, long... indices) {
        int[] rows = Arrays.stream(indices).mapToInt(Math::toIntExact).toArray();
        Examples batch = examples.select(rows, 0, rows.length);
        NDList features = new NDList(arrays.features(manager, batch.features()));
        NDList targets = new NDList(arrays.targets(manager, batch.targets()));
        return new Batch(manager, features, targets, rows.length, dataBatchifier, labelBatchifier, -1, -1);
    }

    @Override
    protected long availableSize() {
        return examples.rows();
    }

    /** A builder of the sampling alone, because {@link ArrayDataset.Builder} requires arrays. */
    private static final class Builder extends RandomAccessDataset.BaseBuilder<Builder> {
        @Override
        protected Builder self() {
            return this;
        }
    }
}
