package quartet.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.listeners.ScoreIterationListener;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import quartet.contract.MlpSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;
import quartet.datasets.TargetScale;

/**
 * A multilayer perceptron that predicts a number from a row of a table, on Deeplearning4j.
 *
 * <pre>{@code features [batch, in] -> (dense -> ReLU) for each hidden layer -> dense -> values [batch, 1]}</pre>
 *
 * Values are standardized. A {@link TargetScale} converts them to the target's own unit.
 */
public final class TabularRegressor implements AutoCloseable {
    private static final int EPOCHS = 30;
    private static final int BATCH_SIZE = 64;
    private static final long SEED = 42;

    private final MultiLayerNetwork network;

    private TabularRegressor(MultiLayerNetwork network) {
        this.network = network;
    }

    /** Returns the layers and the optimizer. The seed determines the initial weights. */
    public static MultiLayerConfiguration network(MlpSpec spec, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU)
                .updater(new Adam(1e-3))
                .list();
        for (int width : spec.hidden()) {
            layers.layer(new DenseLayer.Builder().nOut(width).build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MSE)
                .nOut(1)
                .activation(Activation.IDENTITY)
                .weightInit(WeightInit.XAVIER)
                .build());
        return layers.setInputType(InputType.feedForward(spec.inputs())).build();
    }

    /** Trains a new network, and logs the loss once in each epoch. */
    public static TabularRegressor train(MlpSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        MultiLayerNetwork network = new MultiLayerNetwork(network(spec, seed));
        network.init();
        ExampleIterator batches = ExampleIterator.shuffled(examples, batchSize, seed);
        network.setListeners(new ScoreIterationListener(batches.batches()));
        network.fit(batches, epochs);
        return new TabularRegressor(network);
    }

    /** Returns the root mean squared error of standardized values. */
    public double evaluate(Examples test) {
        return network.<RegressionEvaluation>evaluateRegression(ExampleIterator.inOrder(test, BATCH_SIZE))
                .rootMeanSquaredError(0);
    }

    /** Returns standardized values [rows]. */
    public float[] predict(Features features) {
        try (INDArray rows = Nd4jArrays.dataSet(features).getFeatures();
                INDArray values = network.output(rows)) {
            return values.toFloatVector();
        }
    }

    /** Writes the network and the optimizer's state. */
    public void save(Path directory) {
        ModelFile.write(network, directory);
    }

    /**
     * Reads a model that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a network
     */
    public static TabularRegressor load(MlpSpec spec, Path directory) {
        return new TabularRegressor(ModelFile.read(directory, network(spec, SEED)));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on california-housing, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "california-housing", SEED);
        TargetScale scale = data.targetScale();
        MlpSpec spec = MlpSpec.regressorFor(data);
        Path directory = Files.createTempDirectory("tabular-regressor");
        try (TabularRegressor trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "RMSE %.4f%n", trained.evaluate(data.test()) * scale.deviation());
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (TabularRegressor loaded = load(spec, directory)) {
            for (float value : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.printf(Locale.ROOT, "%.3f%n", scale.unscale(value));
            }
        }
    }
}
