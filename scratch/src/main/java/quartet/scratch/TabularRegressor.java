package quartet.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import quartet.contract.MlpSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;
import quartet.datasets.TargetScale;
import quartet.scratch.evaluation.RegressionScores;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.nn.training.NetworkFile;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.Tensor;

/**
 * A multilayer perceptron that predicts a number from a row of a table, from scratch.
 *
 * <pre>{@code features [batch, in] -> (dense -> ReLU) for each hidden layer -> dense -> values [batch, 1]}</pre>
 *
 * Values are standardized: a {@link TargetScale} converts them to the target's own unit.
 */
public final class TabularRegressor implements AutoCloseable {
    private static final int EPOCHS = 30;
    private static final int BATCH_SIZE = 64;
    private static final double LEARNING_RATE = 1e-3;
    private static final long SEED = 42;
    private static final String FILE = "weights.safetensors";

    private final Sequential network;

    private TabularRegressor(Sequential network) {
        this.network = network;
    }

    /** Builds the layers, whose weights are zero until {@link #train} or {@link #load} sets them. */
    public static Sequential network(MlpSpec spec) {
        List<Layer> layers = new ArrayList<>();
        int width = spec.inputs();
        for (int i = 0; i < spec.hidden().size(); i++) {
            layers.add(new Dense("hidden" + (i + 1), width, spec.hidden().get(i)));
            layers.add(new Relu());
            width = spec.hidden().get(i);
        }
        layers.add(new Dense("output", width, spec.outputs()));
        return new Sequential(layers);
    }

    /**
     * Trains a new network with Adam on the mean squared error. The initial weights are those of He et al. (2015) for
     * ReLU.
     *
     * @param seed determines the initial weights and the order of the rows in each epoch
     */
    public static TabularRegressor train(MlpSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        Random random = new Random(seed);
        Sequential network = network(spec);
        Initializers.heNormal().initialize(network.parameters(), random);
        MeanSquaredError squaredError = new MeanSquaredError();
        Adam adam = new Adam(LEARNING_RATE);

        for (int epoch = 1; epoch <= epochs; epoch++) {
            double sum = 0;
            for (Examples batch : ExampleBatches.shuffled(examples, batchSize, random)) {
                Tensor values = network.forward(ExampleBatches.input(batch.features()), true);
                sum += batch.rows() * squaredError.forward(values, ExampleBatches.values(batch.targets()));
                network.backwardParameters(squaredError.backward());
                adam.step(network.parameters());
            }
            System.out.printf(Locale.ROOT, "epoch %d: loss %.4f%n", epoch, sum / examples.rows());
        }
        return new TabularRegressor(network);
    }

    /** Returns the root of the mean squared error, in the unit of the targets. */
    public double evaluate(Examples test) {
        double[] expected = doubles(test.targets().asValues().values());
        return RegressionScores.rootMeanSquaredError(expected, doubles(predict(test.features())));
    }

    /** Returns the predicted values [rows]. */
    public float[] predict(Features table) {
        Tensor values = network.forward(ExampleBatches.input(table), false);
        float[] column = new float[values.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = (float) values.get(row);
        }
        return column;
    }

    /** Writes the weights into a directory. */
    public void save(Path directory) {
        NetworkFile.save(network, directory.resolve(FILE));
    }

    /**
     * Loads a model that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a network
     */
    public static TabularRegressor load(MlpSpec spec, Path directory) {
        return new TabularRegressor(NetworkFile.load(network(spec), directory.resolve(FILE)));
    }

    /** Does nothing: the arrays of the network belong to the garbage collector. */
    @Override
    public void close() {}

    /** Trains on california-housing, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "california-housing", SEED);
        TargetScale scale = data.targetScale();
        MlpSpec spec = MlpSpec.regressorFor(data);
        Path directory = Files.createTempDirectory("tabular-regressor");
        try (TabularRegressor trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "RMSE %.4f%n", scale.deviation() * trained.evaluate(data.test()));
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (TabularRegressor loaded = load(spec, directory)) {
            for (float value : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.printf(Locale.ROOT, "%.3f%n", scale.unscale(value));
            }
        }
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        Arrays.setAll(doubles, i -> numbers[i]);
        return doubles;
    }
}
