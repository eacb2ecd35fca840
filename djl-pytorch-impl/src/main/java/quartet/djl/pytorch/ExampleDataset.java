package quartet.djl.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.ArrayDataset;
import java.util.Arrays;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/** Copies examples into DJL's arrays and data sets. The given manager owns the arrays. */
public final class ExampleDataset {
    private ExampleDataset() {}

    /** Returns batches of examples in random order. DJL's random numbers determine a new order in every epoch. */
    static ArrayDataset shuffled(NDManager manager, Examples examples, int batchSize) {
        return dataset(manager, examples, batchSize, true);
    }

    /** Returns batches of examples in their own order. */
    static ArrayDataset inOrder(NDManager manager, Examples examples, int batchSize) {
        return dataset(manager, examples, batchSize, false);
    }

    /** Returns float32 [rows, columns] or [rows, channels, height, width], or int32 token ids [rows, length]. */
    public static NDArray features(NDManager manager, Features features) {
        if (features instanceof Features.Tokens tokens) {
            return manager.create(tokens.ids(), new Shape(tokens.rows(), tokens.length()));
        }
        Features.Values values = features.asValues();
        long[] shape = Arrays.stream(values.shape()).asLongStream().toArray();
        return manager.create(values.data(), new Shape(shape));
    }

    /** Returns int32 class indices [rows] or float32 values [rows, 1]. */
    public static NDArray targets(NDManager manager, Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            return manager.create(classes.labels());
        }
        return manager.create(targets.asValues().values(), new Shape(targets.rows(), 1));
    }

    private static ArrayDataset dataset(NDManager manager, Examples examples, int batchSize, boolean shuffle) {
        return new ArrayDataset.Builder()
                .setData(features(manager, examples.features()))
                .optLabels(targets(manager, examples.targets()))
                .setSampling(batchSize, shuffle)
                .build();
    }
}
