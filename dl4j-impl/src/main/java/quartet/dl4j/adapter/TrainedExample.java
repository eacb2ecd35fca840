package quartet.dl4j.adapter;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import quartet.contract.ExampleModel;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.datasets.Features;

/**
 * A trained example as the contract's {@code ExampleModel}.
 *
 * @param spec the network
 * @param predictions predicts some rows, row-major [rows, outputs]
 * @param saving writes the example
 * @param closing frees the example's memory
 */
record TrainedExample(ModelSpec spec, Function<Features, float[]> predictions, Consumer<Path> saving, Runnable closing)
        implements ExampleModel {
    private static final int ROWS_AT_ONCE = 256;

    /** Predicts a few hundred rows at a time, so that the arrays of a large data set fit into memory. */
    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        if (features.rows() <= ROWS_AT_ONCE) {
            return Tensor.of(predictions.apply(features), features.rows(), spec.outputs());
        }
        float[] all = new float[features.rows() * spec.outputs()];
        for (int from = 0; from < features.rows(); from += ROWS_AT_ONCE) {
            int to = Math.min(features.rows(), from + ROWS_AT_ONCE);
            float[] part = predictions.apply(features.slice(from, to));
            System.arraycopy(part, 0, all, from * spec.outputs(), part.length);
        }
        return Tensor.of(all, features.rows(), spec.outputs());
    }

    @Override
    public void save(Path directory) {
        saving.accept(directory);
    }

    @Override
    public void close() {
        closing.run();
    }
}
