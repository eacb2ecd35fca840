package quartet.djl.tensorflow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.ConsoleListener;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.datasets.Features;
import quartet.datasets.Targets;
import quartet.datasets.Vocabulary;

/**
 * A bag of embeddings for texts, on DJL with TensorFlow.
 *
 * <pre>{@code
 * tokens [batch, length] -> embedding [batch, length, dimension] -> mean over tokens that are not padding
 *   -> (dense -> ReLU) for each hidden layer -> dense -> logits [batch, classes]
 * }</pre>
 *
 * DJL's Trainer, Loss and Optimizer are not used here, because DJL's engine for TensorFlow has no gradients: the
 * network is described as a TensorFlow graph, TensorFlow derives the gradients and applies its own Adam, and DJL loads
 * and runs the SavedModel of it. The embedding's gradient is dense, so that Adam moves every row as the paper says.
 */
public final class TextClassifier implements Learner {
    private final TextSpec spec;
    private final TfNetwork network;

    /**
     * A network that starts from these weights.
     *
     * @throws IllegalArgumentException if they are not the weights of such a network
     */
    public TextClassifier(TextSpec spec, TrainingSpec training, Weights initial) {
        this(spec, TfNetwork.create(spec, network(spec), training, initial));
    }

    private TextClassifier(TextSpec spec, TfNetwork network) {
        this.spec = spec;
        this.network = network;
    }

    /**
     * A network that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not hold such a network
     */
    public static TextClassifier load(TextSpec spec, TrainingSpec training, Path directory) {
        return new TextClassifier(spec, TfNetwork.load(spec, training, directory));
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

    /** Trains on sentiment-labelled-sentences, or on the data set that is named, and prints the scores. */
    public static void main(String[] arguments) {
        Experiment experiment = Experiment.of(Project.NLP, arguments);
        try (Learner learner =
                new TextClassifier((TextSpec) experiment.spec(), experiment.training(), experiment.initial())) {
            experiment.train(learner, new ConsoleListener());
            System.out.println(experiment.score(learner));
        }
    }

    /** Describes the network; {@link TfGraph#complete} adds its gradients and the optimizer. */
    private static TfGraph network(TextSpec spec) {
        TfGraph graph = new TfGraph(spec);
        Ops tf = graph.operations();
        Operand<TInt32> tokens = graph.features(TInt32.class, spec.length());
        Operand<TInt32> labels = graph.targets(TInt32.class);

        Operand<TFloat32> x = meanEmbedding(graph, tokens);
        for (int layer = 1; layer <= spec.hidden().size(); layer++) {
            x = tf.nn.relu(dense(graph, "hidden" + layer, x));
        }
        Operand<TFloat32> logits = dense(graph, "output", x);

        // Outside Python, TensorFlow has a gradient for the cross-entropy with one-hot rows, but not with class
        // indices.
        Operand<TFloat32> oneHot = tf.oneHot(labels, tf.constant(spec.outputs()), tf.constant(1f), tf.constant(0f));
        Operand<TFloat32> losses =
                tf.nn.softmaxCrossEntropyWithLogits(logits, oneHot).loss();
        return graph.complete(logits, tf.math.mean(losses, tf.constant(0)));
    }

    /** The mean over the tokens that are not padding, [batch, dimension]; 0 where there are none. */
    private static Operand<TFloat32> meanEmbedding(TfGraph graph, Operand<TInt32> tokens) {
        Ops tf = graph.operations();
        Operand<TFloat32> embedded = tf.gather(graph.parameter("embedding.weight"), tokens, tf.constant(0));
        Operand<TFloat32> present =
                tf.dtypes.cast(tf.math.notEqual(tokens, tf.constant(Vocabulary.PADDING)), TFloat32.class);
        Operand<TFloat32> mask = tf.expandDims(present, tf.constant(2));
        Operand<TFloat32> sum = tf.sum(tf.math.mul(embedded, mask), tf.constant(1));
        return tf.math.divNoNan(sum, tf.sum(mask, tf.constant(1)));
    }

    /** Y = X W + b. */
    private static Operand<TFloat32> dense(TfGraph graph, String name, Operand<TFloat32> x) {
        Ops tf = graph.operations();
        return tf.nn.biasAdd(tf.linalg.matMul(x, graph.parameter(name + ".weight")), graph.parameter(name + ".bias"));
    }

    private NDArray features(Features features, NDManager manager) {
        Features.Tokens tokens = features.asTokens();
        return network.array(manager, tokens.ids(), tokens.rows(), tokens.length());
    }

    private NDArray targets(Targets targets, NDManager manager) {
        int[] labels = targets.asClasses().labels();
        return network.array(manager, labels, labels.length);
    }
}
