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
import quartet.contract.TextSpec;
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
 * A bag of embeddings that classifies texts, on DJL with TensorFlow.
 *
 * <pre>{@code
 * tokens [batch, length] -> embedding [batch, length, dimension] -> mean over tokens that are not padding
 *   -> (dense -> ReLU) for each hidden layer -> dense -> logits [batch, classes]
 * }</pre>
 */
public final class TextClassifier implements AutoCloseable {
    private static final int EPOCHS = 5;
    private static final int BATCH_SIZE = 32;
    private static final float LEARNING_RATE = 1e-3f;
    private static final long SEED = 42;

    private final SavedNetwork network;

    private TextClassifier(SavedNetwork network) {
        this.network = network;
    }

    /** Returns the layers and the loss, in TensorFlow's operations. */
    public static NetworkGraph network(TextSpec spec) {
        GraphBuilder graph = new GraphBuilder();
        Ops tf = graph.operations();
        Operand<TInt32> tokens = graph.features(TInt32.class, spec.length());
        Operand<TInt32> labels = graph.targets(TInt32.class);

        Operand<TFloat32> embeddings = graph.parameter(
                "embedding.weight", graph.initializers().uniform(0.05, spec.vocabulary(), spec.dimension()));
        Operand<TFloat32> x = MaskedMean.of(tf, tf.gather(embeddings, tokens, tf.constant(0)), tokens);
        for (int layer = 1; layer <= spec.hidden().size(); layer++) {
            x = tf.nn.relu(
                    Layers.dense(graph, "hidden" + layer, x, spec.hidden().get(layer - 1)));
        }
        Operand<TFloat32> logits = Layers.dense(graph, "output", x, spec.classes());

        return graph.build(logits, Layers.softmaxCrossEntropy(tf, logits, labels));
    }

    /** Trains a new network with TensorFlow's Adam on DJL's shuffled batches. The seed determines the result. */
    public static TextClassifier train(TextSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        Engine.getInstance().setRandomSeed(Long.hashCode(seed));
        try (NetworkGraph graph = network(spec)) {
            graph.addTraining(new Adam(LEARNING_RATE));
            graph.addPrediction(graph.operations().nn.softmax(graph.outputs()));
            SavedNetwork network = SavedNetwork.create(graph, seed);
            network.fit(ExampleDataset.shuffled(examples, batchSize), epochs);
            return new TextClassifier(network);
        }
    }

    /** Returns the share of texts whose most probable class is correct. */
    public double evaluate(Examples test) {
        return network.evaluate(new Accuracy(), ExampleDataset.inOrder(test, BATCH_SIZE));
    }

    /** Returns class probabilities [rows][classes]. */
    public float[][] predict(Features tokens) {
        return network.predict(tokens);
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
    public static TextClassifier load(TextSpec spec, Path directory) {
        return new TextClassifier(SavedNetwork.load(directory, new Shape(spec.length()), spec.classes()));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on sentiment-labelled-sentences, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "sentiment-labelled-sentences", SEED);
        TextSpec spec = TextSpec.forData(data);
        Path directory = Files.createTempDirectory("text-classifier");
        try (TextClassifier trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "accuracy %.4f%n", trained.evaluate(data.test()));
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (TextClassifier loaded = load(spec, directory)) {
            for (float[] text : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.println(MostProbable.of(data.classes(), text));
            }
        }
    }
}
