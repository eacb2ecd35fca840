package quartet.dl4j;

import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import quartet.datasets.Examples;

/**
 * Iterates over the examples of a data set in batches. The last batch of an epoch contains the remaining rows.
 *
 * <p>The arrays are in memory and batches are views of them, so the iterator needs no background thread.
 */
public final class ExampleIterator extends ViewIterator {
    private final DataSet rows;
    private final boolean shuffled;
    private long seed;

    private ExampleIterator(DataSet rows, int batchSize, boolean shuffled, long seed) {
        super(rows, batchSize);
        this.rows = rows;
        this.shuffled = shuffled;
        this.seed = seed;
        reset();
    }

    /** Returns batches in a new random order in each epoch. The orders are deterministic for a given seed. */
    public static ExampleIterator shuffled(Examples examples, int batchSize, long seed) {
        return new ExampleIterator(Nd4jArrays.dataSet(examples), batchSize, true, seed);
    }

    /** Returns batches in the order of the data set. */
    public static ExampleIterator inOrder(Examples examples, int batchSize) {
        return new ExampleIterator(Nd4jArrays.dataSet(examples), batchSize, false, 0);
    }

    /** Returns the number of batches in an epoch. */
    public int batches() {
        return (rows.numExamples() + batch() - 1) / batch();
    }

    @Override
    public void reset() {
        if (shuffled) {
            rows.shuffle(seed++);
        }
        super.reset();
    }
}
