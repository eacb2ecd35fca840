package quartet.djl.tensorflow;

import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.evaluator.Accuracy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import quartet.contract.MlpSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;
import quartet.djl.tensorflow.graph.Adam;
import quartet.djl.tensorflow.graph.ExampleDataset;
import quartet.djl.tensorflow.graph.GraphBuilder;
import quartet.djl.tensorflow.graph.Layers;
import quartet.djl.tensorflow.graph.NetworkGraph;
import quartet.djl.tensorflow.graph.SavedNetwork;

/**
 * A multilayer perceptron that classifies the rows of a table, on DJL with TensorFlow.
 *
 * <pre>{@code rows [batch, columns] -> (dense -> ReLU) for each hidden layer -> dense -> logits [batch, classes]}</pre>
 */
public final class TabularClassifier implements AutoCloseable {
    private static final int EPOCHS = 30;
    private static final int BATCH_SIZE = 64;
    private static final float LEARNING_RATE = 1e-3f;
    private static final long SEED = 42;

    private final SavedNetwork network;

    private TabularClassifier(SavedNetwork network) {
        this.network = network;
    }

    /** Returns the layers and the loss, in TensorFlow's operations. */
    public static NetworkGraph network(MlpSpec spec) {
        GraphBuilder graph = new GraphBuilder();
        Ops tf = graph.operations();
        Operand<TFloat32> rows = graph.features(TFloat32.class, spec.inputs());
        Operand<TInt32> labels = graph.targets(TInt32.class);

        Operand<TFloat32> x = rows;
        for (int layer = 1; layer <= spec.hidden().size(); layer++) {
            x = tf.nn.relu(
                    Layers.dense(graph, "hidden" + layer, x, spec.hidden().get(layer - 1)));
        }
        Operand<TFloat32> logits = Layers.dense(graph, "output", x, spec.outputs());

        return graph.build(logits, Layers.softmaxCrossEntropy(tf, logits, labels));
    }

    /** Trains a new network with TensorFlow's Adam on DJL's shuffled batches. The seed determines the result. */
    public static TabularClassifier train(MlpSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        Engine.getInstance().setRandomSeed(Long.hashCode(seed));
        try (NetworkGraph graph = network(spec)) {
            graph.addTraining(new Adam(LEARNING_RATE));
            graph.addPrediction(graph.operations().nn.softmax(graph.outputs()));
            SavedNetwork network = SavedNetwork.create(graph, seed);
            network.fit(ExampleDataset.shuffled(examples, batchSize), epochs);
            return new TabularClassifier(network);
        }
    }

    /** Returns the share of rows whose most probable class is correct. */
    public double evaluate(Examples test) {
        return network.evaluate(new Accuracy(), ExampleDataset.inOrder(test, BATCH_SIZE));
    }

    /** Returns class probabilities [rows][classes]. */
    public float[][] predict(Features rows) {
        return network.predict(rows);
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
    public static TabularClassifier load(MlpSpec spec, Path directory) {
        return new TabularClassifier(SavedNetwork.load(directory, new Shape(spec.inputs()), spec.outputs()));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on letter-recognition, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "letter-recognition", SEED);
        MlpSpec spec = MlpSpec.classifierFor(data);
        Path directory = Files.createTempDirectory("tabular-classifier");
        try (TabularClassifier trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "accuracy %.4f%n", trained.evaluate(data.test()));
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (TabularClassifier loaded = load(spec, directory)) {
            for (float[] row : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.println(MostProbable.of(data.classes(), row));
            }
        }
    }
}
