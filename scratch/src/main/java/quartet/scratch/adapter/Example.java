package quartet.scratch.adapter;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import quartet.contract.CnnSpec;
import quartet.contract.ExampleModel;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.datasets.Examples;
import quartet.scratch.ImageClassifier;
import quartet.scratch.TabularClassifier;
import quartet.scratch.TabularRegressor;
import quartet.scratch.TextClassifier;
import quartet.scratch.nn.Sequential;

/**
 * The static methods of the example that implements a specification.
 *
 * @param network the layers
 * @param trainer trains a new network
 * @param loader reads a model that {@link ExampleModel#save} wrote
 */
record Example(Supplier<Sequential> network, Trainer trainer, Function<Path, ExampleModel> loader) {
    /** Returns the example for a specification. */
    static Example of(ModelSpec spec) {
        return spec.accept(new Selection());
    }

    /** See {@link quartet.contract.Engine#trainExample}. */
    interface Trainer {
        ExampleModel train(Examples rows, int epochs, int batchSize, long seed);
    }

    private static final class Selection implements ModelSpec.Visitor<Example> {
        @Override
        public Example tabularClassifier(MlpSpec spec) {
            return new Example(
                    () -> TabularClassifier.network(spec),
                    (rows, epochs, batch, seed) ->
                            adapted(spec, TabularClassifier.train(spec, rows, epochs, batch, seed)),
                    directory -> adapted(spec, TabularClassifier.load(spec, directory)));
        }

        @Override
        public Example tabularRegressor(MlpSpec spec) {
            return new Example(
                    () -> TabularRegressor.network(spec),
                    (rows, epochs, batch, seed) ->
                            adapted(spec, TabularRegressor.train(spec, rows, epochs, batch, seed)),
                    directory -> adapted(spec, TabularRegressor.load(spec, directory)));
        }

        @Override
        public Example imageClassifier(CnnSpec spec) {
            return new Example(
                    () -> ImageClassifier.network(spec),
                    (rows, epochs, batch, seed) ->
                            adapted(spec, ImageClassifier.train(spec, rows, epochs, batch, seed)),
                    directory -> adapted(spec, ImageClassifier.load(spec, directory)));
        }

        @Override
        public Example textClassifier(TextSpec spec) {
            return new Example(
                    () -> TextClassifier.network(spec),
                    (rows, epochs, batch, seed) -> adapted(spec, TextClassifier.train(spec, rows, epochs, batch, seed)),
                    directory -> adapted(spec, TextClassifier.load(spec, directory)));
        }

        private static ExampleModel adapted(ModelSpec spec, TabularClassifier example) {
            return new TrainedExample(spec, rows -> flat(example.predict(rows)), example::save, example::close);
        }

        private static ExampleModel adapted(ModelSpec spec, TabularRegressor example) {
            return new TrainedExample(spec, example::predict, example::save, example::close);
        }

        private static ExampleModel adapted(ModelSpec spec, ImageClassifier example) {
            return new TrainedExample(spec, rows -> flat(example.predict(rows)), example::save, example::close);
        }

        private static ExampleModel adapted(ModelSpec spec, TextClassifier example) {
            return new TrainedExample(spec, rows -> flat(example.predict(rows)), example::save, example::close);
        }

        private static float[] flat(float[][] rows) {
            int width = rows.length == 0 ? 0 : rows[0].length;
            float[] flat = new float[rows.length * width];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], 0, flat, row * width, width);
            }
            return flat;
        }
    }
}
