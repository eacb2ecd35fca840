package quartet.djl.tensorflow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.Learner;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.ConsoleListener;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * A convolutional network for images, on DJL with TensorFlow.
 *
 * <pre>{@code
 * images [batch, channels, height, width] -> (convolution 3x3 same -> ReLU -> max pooling 2x2) for each of filters
 *   -> flatten -> dense -> ReLU -> dense -> logits [batch, classes]
 * }</pre>
 *
 * DJL's Trainer, Loss and Optimizer are not used here, because DJL's engine for TensorFlow has no gradients: the
 * network is described as a TensorFlow graph, TensorFlow derives the gradients and applies its own Adam, and DJL loads
 * and runs the SavedModel of it. TensorFlow's convolutions on a CPU take images [batch, height, width, channels] and
 * weights [height, width, in, out]. The graph transposes the images where they enter it, the weights (which it keeps as
 * the contract does, [out, in, height, width]) where they are used, and the images back before they are flattened in
 * the order channel, height, width.
 */
public final class ImageClassifier implements Learner {
    private static final List<Long> STRIDES = List.of(1L, 1L, 1L, 1L);
    private static final long[] POOL = {1, CnnSpec.POOL, CnnSpec.POOL, 1};

    private final CnnSpec spec;
    private final TfNetwork network;

    /**
     * A network that starts from these weights.
     *
     * @throws IllegalArgumentException if they are not the weights of such a network
     */
    public ImageClassifier(CnnSpec spec, TrainingSpec training, Weights initial) {
        this(spec, TfNetwork.create(spec, network(spec), training, initial));
    }

    private ImageClassifier(CnnSpec spec, TfNetwork network) {
        this.spec = spec;
        this.network = network;
    }

    /**
     * A network that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not hold such a network
     */
    public static ImageClassifier load(CnnSpec spec, TrainingSpec training, Path directory) {
        return new ImageClassifier(spec, TfNetwork.load(spec, training, directory));
    }

    @Override
    public float trainBatch(Batch batch) {
        spec.check(batch);
        try (NDManager manager = network.newManager()) {
            return network.train(features(batch.features(), manager), targets(batch.targets(), manager));
        }
    }

    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        try (NDManager manager = network.newManager()) {
            return network.predict(features(features, manager));
        }
    }

    @Override
    public Weights gradients(Batch batch) {
        spec.check(batch);
        try (NDManager manager = network.newManager()) {
            return network.gradients(features(batch.features(), manager), targets(batch.targets(), manager));
        }
    }

    @Override
    public Weights weights() {
        return network.weights();
    }

    @Override
    public void save(Path directory) {
        network.save(directory);
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on fashion-mnist-mini, or on the data set that is named, and prints the scores. */
    public static void main(String[] arguments) {
        Experiment experiment = Experiment.of(Project.CV, arguments);
        try (Learner learner =
                new ImageClassifier((CnnSpec) experiment.spec(), experiment.training(), experiment.initial())) {
            experiment.train(learner, new ConsoleListener());
            System.out.println(experiment.score(learner));
        }
    }

    /** Describes the network; {@link TfGraph#complete} adds its gradients and the optimizer. */
    private static TfGraph network(CnnSpec spec) {
        TfGraph graph = new TfGraph(spec);
        Ops tf = graph.operations();
        Operand<TFloat32> images = graph.features(TFloat32.class, spec.channels(), spec.height(), spec.width());
        Operand<TInt32> labels = graph.targets(TInt32.class);

        Operand<TFloat32> x = tf.linalg.transpose(images, tf.constant(new int[] {0, 2, 3, 1}));
        for (int layer = 1; layer <= spec.filters().size(); layer++) {
            x = tf.nn.relu(convolution(graph, "conv" + layer, x));
            x = maxPool(graph, x);
        }
        x = tf.linalg.transpose(x, tf.constant(new int[] {0, 3, 1, 2}));
        x = tf.reshape(x, tf.constant(new int[] {-1, spec.flattened()}));
        x = tf.nn.relu(dense(graph, "hidden", x));
        Operand<TFloat32> logits = dense(graph, "output", x);

        // Outside Python, TensorFlow has a gradient for the cross-entropy with one-hot rows, but not with class
        // indices.
        Operand<TFloat32> oneHot = tf.oneHot(labels, tf.constant(spec.outputs()), tf.constant(1f), tf.constant(0f));
        Operand<TFloat32> losses =
                tf.nn.softmaxCrossEntropyWithLogits(logits, oneHot).loss();
        return graph.complete(logits, tf.math.mean(losses, tf.constant(0)));
    }

    /** Convolution 3 x 3 with zeros around the image, so that it keeps its size. */
    private static Operand<TFloat32> convolution(TfGraph graph, String name, Operand<TFloat32> x) {
        Ops tf = graph.operations();
        Operand<TFloat32> kernels =
                tf.linalg.transpose(graph.parameter(name + ".weight"), tf.constant(new int[] {2, 3, 1, 0}));
        return tf.nn.biasAdd(tf.nn.conv2d(x, kernels, STRIDES, "SAME"), graph.parameter(name + ".bias"));
    }

    /**
     * The operation MaxPool by its name, because {@code tf.nn.maxPool} is MaxPoolV2, whose gradient takes several times
     * as long on a CPU. An odd last row or column is dropped.
     */
    private static Operand<TFloat32> maxPool(TfGraph graph, Operand<TFloat32> x) {
        return graph.operations()
                .scope()
                .opBuilder("MaxPool", "MaxPool")
                .addInput(x.asOutput())
                .setAttr("ksize", POOL)
                .setAttr("strides", POOL)
                .setAttr("padding", "VALID")
                .build()
                .output(0);
    }

    /** Y = X W + b. */
    private static Operand<TFloat32> dense(TfGraph graph, String name, Operand<TFloat32> x) {
        Ops tf = graph.operations();
        return tf.nn.biasAdd(tf.linalg.matMul(x, graph.parameter(name + ".weight")), graph.parameter(name + ".bias"));
    }

    private NDArray features(Features features, NDManager manager) {
        Features.Values values = features.asValues();
        return network.array(manager, values.data(), values.rows(), spec.channels(), spec.height(), spec.width());
    }

    private NDArray targets(Targets targets, NDManager manager) {
        int[] labels = targets.asClasses().labels();
        return network.array(manager, labels, labels.length);
    }
}
