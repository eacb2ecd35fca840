package quartet.djl.pytorch.adapter;

import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import quartet.contract.CnnSpec;
import quartet.contract.ExampleModel;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.djl.pytorch.ImageClassifier;
import quartet.djl.pytorch.TabularClassifier;
import quartet.djl.pytorch.TabularRegressor;
import quartet.djl.pytorch.TextClassifier;

/** A trained example as the contract's {@link ExampleModel} (Adapter). */
final class TrainedExample implements ExampleModel {
    /** The number of rows in a forward pass. More rows would only need more memory. */
    private static final int PREDICTION_BATCH = 256;

    private final int outputs;
    private final Prediction prediction;
    private final Consumer<Path> saving;
    private final Runnable closing;

    private TrainedExample(int outputs, Prediction prediction, Consumer<Path> saving, Runnable closing) {
        this.outputs = outputs;
        this.prediction = prediction;
        this.saving = saving;
        this.closing = closing;
    }

    /** Trains the example that implements this network. */
    static ExampleModel train(ModelSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        return spec.accept(new ModelSpec.Visitor<>() {
            @Override
            public ExampleModel tabularClassifier(MlpSpec network) {
                return of(network, attempt(() -> TabularClassifier.train(network, examples, epochs, batchSize, seed)));
            }

            @Override
            public ExampleModel tabularRegressor(MlpSpec network) {
                return of(attempt(() -> TabularRegressor.train(network, examples, epochs, batchSize, seed)));
            }

            @Override
            public ExampleModel imageClassifier(CnnSpec network) {
                return of(network, attempt(() -> ImageClassifier.train(network, examples, epochs, batchSize, seed)));
            }

            @Override
            public ExampleModel textClassifier(TextSpec network) {
                return of(network, attempt(() -> TextClassifier.train(network, examples, epochs, batchSize, seed)));
            }
        });
    }

    /**
     * Loads a model that {@link #save} wrote.
     *
     * @throws UncheckedIOException if the directory does not contain such a model
     */
    static ExampleModel load(ModelSpec spec, Path directory) {
        return spec.accept(new ModelSpec.Visitor<>() {
            @Override
            public ExampleModel tabularClassifier(MlpSpec network) {
                return of(network, TabularClassifier.load(network, directory));
            }

            @Override
            public ExampleModel tabularRegressor(MlpSpec network) {
                return of(TabularRegressor.load(network, directory));
            }

            @Override
            public ExampleModel imageClassifier(CnnSpec network) {
                return of(network, ImageClassifier.load(network, directory));
            }

            @Override
            public ExampleModel textClassifier(TextSpec network) {
                return of(network, TextClassifier.load(network, directory));
            }
        });
    }

    @Override
    public Tensor predict(Features features) {
        float[] values = new float[Math.multiplyExact(features.rows(), outputs)];
        for (int from = 0; from < features.rows(); from += PREDICTION_BATCH) {
            Features batch = features.slice(from, Math.min(features.rows(), from + PREDICTION_BATCH));
            float[][] rows = attempt(() -> prediction.predict(batch));
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], 0, values, (from + row) * outputs, outputs);
            }
        }
        return Tensor.of(values, features.rows(), outputs);
    }

    @Override
    public void save(Path directory) {
        saving.accept(directory);
    }

    @Override
    public void close() {
        closing.run();
    }

    private static ExampleModel of(ModelSpec spec, TabularClassifier example) {
        return new TrainedExample(spec.outputs(), example::predict, example::save, example::close);
    }

    private static ExampleModel of(TabularRegressor example) {
        return new TrainedExample(1, features -> column(example.predict(features)), example::save, example::close);
    }

    private static ExampleModel of(ModelSpec spec, ImageClassifier example) {
        return new TrainedExample(spec.outputs(), example::predict, example::save, example::close);
    }

    private static ExampleModel of(ModelSpec spec, TextClassifier example) {
        return new TrainedExample(spec.outputs(), example::predict, example::save, example::close);
    }

    private static float[][] column(float[] values) {
        float[][] rows = new float[values.length][1];
        for (int row = 0; row < values.length; row++) {
            rows[row][0] = values[row];
        }
        return rows;
    }

    /** Runs a step of an example. Converts DJL's checked exceptions, because the contract's methods declare none. */
    private static <T> T attempt(Step<T> step) {
        try {
            return step.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (TranslateException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A step of an example, with the exceptions that DJL's methods declare. */
    private interface Step<T> {
        T run() throws IOException, TranslateException;
    }

    /** A prediction [rows][outputs]. */
    private interface Prediction {
        float[][] predict(Features features) throws TranslateException;
    }
}
