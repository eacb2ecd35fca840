package quartet.djl.tensorflow;

import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import quartet.contract.MlpSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;
import quartet.datasets.TargetScale;
import quartet.djl.tensorflow.graph.Adam;
import quartet.djl.tensorflow.graph.ExampleDataset;
import quartet.djl.tensorflow.graph.GraphBuilder;
import quartet.djl.tensorflow.graph.Layers;
import quartet.djl.tensorflow.graph.NetworkGraph;
import quartet.djl.tensorflow.graph.SavedNetwork;

/**
 * A multilayer perceptron that predicts a number from a row of a table, on DJL with TensorFlow.
 *
 * <pre>{@code rows [batch, columns] -> (dense -> ReLU) for each hidden layer -> dense -> values [batch, 1]}</pre>
 */
public final class TabularRegressor implements AutoCloseable {
    private static final int EPOCHS = 30;
    private static final int BATCH_SIZE = 64;
    private static final float LEARNING_RATE = 1e-3f;
    private static final long SEED = 42;

    private final SavedNetwork network;

    private TabularRegressor(SavedNetwork network) {
        this.network = network;
    }

    /** Returns the layers and the loss, in TensorFlow's operations. */
    public static NetworkGraph network(MlpSpec spec) {
        GraphBuilder graph = new GraphBuilder();
        Ops tf = graph.operations();
        Operand<TFloat32> x = graph.features(TFloat32.class, spec.inputs());
        Operand<TFloat32> targets = graph.targets(TFloat32.class, 1);

        for (int layer = 1; layer <= spec.hidden().size(); layer++) {
            x = tf.nn.relu(
                    Layers.dense(graph, "hidden" + layer, x, spec.hidden().get(layer - 1)));
        }
        Operand<TFloat32> values = Layers.dense(graph, "output", x, 1);

        Operand<TFloat32> squares = tf.math.squaredDifference(values, targets);
        Operand<TFloat32> loss = tf.math.mean(squares, tf.constant(new int[] {0, 1}));
        return graph.build(values, loss);
    }

    /** Trains a new network with TensorFlow's Adam on DJL's shuffled batches. The seed determines the result. */
    public static TabularRegressor train(MlpSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        Engine.getInstance().setRandomSeed(Long.hashCode(seed));
        try (NetworkGraph graph = network(spec)) {
            graph.addTraining(new Adam(LEARNING_RATE));
            graph.addPrediction(graph.outputs());
            SavedNetwork network = SavedNetwork.create(graph, seed);
            network.fit(ExampleDataset.shuffled(examples, batchSize), epochs);
            return new TabularRegressor(network);
        }
    }

    /** Returns the root mean squared error, in the unit of the training targets. */
    public double evaluate(Examples test) {
        float[] predictions = predict(test.features());
        float[] values = test.targets().asValues().values();
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            sum += Math.pow((double) predictions[row] - values[row], 2);
        }
        return Math.sqrt(sum / values.length);
    }

    /** Returns the predicted values [rows], in the unit of the training targets. */
    public float[] predict(Features rows) {
        float[][] predictions = network.predict(rows);
        float[] values = new float[predictions.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = predictions[row][0];
        }
        return values;
    }

    /** Writes a SavedModel. */
    public void save(Path directory) {
        network.save(directory);
    }

    /**
     * Loads a model that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory contains no such model
     */
    public static TabularRegressor load(MlpSpec spec, Path directory) {
        return new TabularRegressor(SavedNetwork.load(directory, new Shape(spec.inputs()), 1));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on california-housing, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "california-housing", SEED);
        MlpSpec spec = MlpSpec.regressorFor(data);
        TargetScale scale = data.targetScale();
        Path directory = Files.createTempDirectory("tabular-regressor");
        try (TabularRegressor trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "RMSE %.4f%n", trained.evaluate(data.test()) * scale.deviation());
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (TabularRegressor loaded = load(spec, directory)) {
            float[] values = data.test().targets().asValues().values();
            float[] predictions = loaded.predict(data.test().features().slice(0, 5));
            for (int row = 0; row < predictions.length; row++) {
                System.out.printf(
                        Locale.ROOT,
                        "predicted %.2f, actual %.2f%n",
                        scale.unscale(predictions[row]),
                        scale.unscale(values[row]));
            }
        }
    }
}
