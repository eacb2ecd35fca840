package quartet.djl.tensorflow.adapter;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import quartet.contract.ExampleModel;
import quartet.contract.Tensor;
import quartet.datasets.Features;
import quartet.djl.tensorflow.ImageClassifier;
import quartet.djl.tensorflow.TabularClassifier;
import quartet.djl.tensorflow.TabularRegressor;
import quartet.djl.tensorflow.TextClassifier;

/**
 * A trained example as the contract's {@code ExampleModel}.
 *
 * @param predictor predictions [rows, outputs]
 * @param writer saves the example to a directory
 * @param closer frees the example's native memory
 */
record TrainedExample(Function<Features, Tensor> predictor, Consumer<Path> writer, Runnable closer)
        implements ExampleModel {

    static TrainedExample of(TabularClassifier example) {
        return new TrainedExample(rows -> tensor(example.predict(rows)), example::save, example::close);
    }

    static TrainedExample of(TabularRegressor example) {
        return new TrainedExample(rows -> column(example.predict(rows)), example::save, example::close);
    }

    static TrainedExample of(ImageClassifier example) {
        return new TrainedExample(images -> tensor(example.predict(images)), example::save, example::close);
    }

    static TrainedExample of(TextClassifier example) {
        return new TrainedExample(tokens -> tensor(example.predict(tokens)), example::save, example::close);
    }

    @Override
    public Tensor predict(Features features) {
        return predictor.apply(features);
    }

    @Override
    public void save(Path directory) {
        writer.accept(directory);
    }

    @Override
    public void close() {
        closer.run();
    }

    private static Tensor tensor(float[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        float[] numbers = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, numbers, row * width, width);
        }
        return Tensor.of(numbers, rows.length, width);
    }

    private static Tensor column(float[] values) {
        return Tensor.of(values, values.length, 1);
    }
}
