package quartet.djl.tensorflow;

import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.evaluator.Accuracy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import quartet.contract.CnnSpec;
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
 * A convolutional network that classifies images, on DJL with TensorFlow.
 *
 * <pre>{@code
 * images [batch, height, width, channels] -> (convolution 3x3 same -> max pooling 2x2 -> ReLU) for each of filters
 *   -> flatten -> dense -> ReLU -> dense -> logits [batch, classes]
 * }</pre>
 */
public final class ImageClassifier implements AutoCloseable {
    private static final int EPOCHS = 15;
    private static final int BATCH_SIZE = 64;
    private static final float LEARNING_RATE = 1e-3f;
    private static final long SEED = 42;

    private final SavedNetwork network;

    private ImageClassifier(SavedNetwork network) {
        this.network = network;
    }

    /** Returns the layers and the loss, in TensorFlow's operations. */
    public static NetworkGraph network(CnnSpec spec) {
        GraphBuilder graph = new GraphBuilder();
        Ops tf = graph.operations();
        Operand<TFloat32> images = graph.features(TFloat32.class, spec.height(), spec.width(), spec.channels());
        Operand<TInt32> labels = graph.targets(TInt32.class);

        Operand<TFloat32> x = images;
        for (int layer = 1; layer <= spec.filters().size(); layer++) {
            x = convolution(graph, "conv" + layer, x, spec.filters().get(layer - 1));
            x = tf.nn.relu(Layers.maxPool(tf, x, CnnSpec.POOL));
        }
        x = tf.reshape(x, tf.constant(new int[] {-1, spec.flattened()}));
        x = tf.nn.relu(Layers.dense(graph, "hidden", x, spec.hidden()));
        Operand<TFloat32> logits = Layers.dense(graph, "output", x, spec.classes());

        return graph.build(logits, Layers.softmaxCrossEntropy(tf, logits, labels));
    }

    /** Adds a convolution with zero padding, which preserves the size of the image. */
    private static Operand<TFloat32> convolution(GraphBuilder graph, String name, Operand<TFloat32> x, long filters) {
        Ops tf = graph.operations();
        long channels = x.shape().get(3);
        Operand<TFloat32> kernel = graph.parameter(
                name + ".weight", graph.initializers().heNormal(CnnSpec.KERNEL, CnnSpec.KERNEL, channels, filters));
        Operand<TFloat32> bias =
                graph.parameter(name + ".bias", graph.initializers().zeros(filters));
        return tf.nn.biasAdd(tf.nn.conv2d(x, kernel, List.of(1L, 1L, 1L, 1L), "SAME"), bias);
    }

    /** Trains a new network with TensorFlow's Adam on DJL's shuffled batches. The seed determines the result. */
    public static ImageClassifier train(CnnSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        Engine.getInstance().setRandomSeed(Long.hashCode(seed));
        try (NetworkGraph graph = network(spec)) {
            graph.addTraining(new Adam(LEARNING_RATE));
            graph.addPrediction(graph.operations().nn.softmax(graph.outputs()));
            SavedNetwork network = SavedNetwork.create(graph, seed);
            network.fit(ExampleDataset.shuffled(examples, batchSize), epochs);
            return new ImageClassifier(network);
        }
    }

    /** Returns the share of images whose most probable class is correct. */
    public double evaluate(Examples test) {
        return network.evaluate(new Accuracy(), ExampleDataset.inOrder(test, BATCH_SIZE));
    }

    /** Returns class probabilities [rows][classes]. */
    public float[][] predict(Features images) {
        return network.predict(images);
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
    public static ImageClassifier load(CnnSpec spec, Path directory) {
        Shape image = new Shape(spec.height(), spec.width(), spec.channels());
        return new ImageClassifier(SavedNetwork.load(directory, image, spec.classes()));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on fashion-mnist-mini, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "fashion-mnist-mini", SEED);
        CnnSpec spec = CnnSpec.forData(data);
        Path directory = Files.createTempDirectory("image-classifier");
        try (ImageClassifier trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "accuracy %.4f%n", trained.evaluate(data.test()));
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (ImageClassifier loaded = load(spec, directory)) {
            for (float[] image : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.println(MostProbable.of(data.classes(), image));
            }
        }
    }
}
