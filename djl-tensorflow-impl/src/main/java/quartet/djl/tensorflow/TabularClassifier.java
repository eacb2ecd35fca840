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
import quartet.contract.MlpSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.ConsoleListener;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * A multilayer perceptron for tables, on DJL with TensorFlow.
 *
 * <pre>{@code features [batch, in] -> (dense -> ReLU) for each hidden layer -> dense -> logits [batch, classes]}</pre>
 *
 * DJL's Trainer, Loss and Optimizer are not used here, because DJL's engine for TensorFlow has no gradients: the
 * network is described as a TensorFlow graph, TensorFlow derives the gradients and applies its own Adam, and DJL loads
 * and runs the SavedModel of it. A dense layer's weight is [in, out] in TensorFlow as it is in the contract.
 */
public final class TabularClassifier implements Learner {
    private final MlpSpec spec;
    private final TfNetwork network;

    /**
     * A network that starts from these weights.
     *
     * @throws IllegalArgumentException if they are not the weights of such a network
     */
    public TabularClassifier(MlpSpec spec, TrainingSpec training, Weights initial) {
        this(spec, TfNetwork.create(spec, network(spec), training, initial));
    }

    private TabularClassifier(MlpSpec spec, TfNetwork network) {
        this.spec = spec;
        this.network = network;
    }

    /**
     * A network that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not hold such a network
     */
    public static TabularClassifier load(MlpSpec spec, TrainingSpec training, Path directory) {
        return new TabularClassifier(spec, TfNetwork.load(spec, training, directory));
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

    /** Trains on letter-recognition, or on the data set that is named, and prints the scores. */
    public static void main(String[] arguments) {
        Experiment experiment = Experiment.of(Project.CLASSIFICATION, arguments);
        try (Learner learner =
                new TabularClassifier((MlpSpec) experiment.spec(), experiment.training(), experiment.initial())) {
            experiment.train(learner, new ConsoleListener());
            System.out.println(experiment.score(learner));
        }
    }

    /** Describes the network; {@link TfGraph#complete} adds its gradients and the optimizer. */
    private static TfGraph network(MlpSpec spec) {
        TfGraph graph = new TfGraph(spec);
        Ops tf = graph.operations();
        Operand<TFloat32> features = graph.features(TFloat32.class, spec.inputs());
        Operand<TInt32> labels = graph.targets(TInt32.class);

        Operand<TFloat32> x = features;
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

    /** Y = X W + b. */
    private static Operand<TFloat32> dense(TfGraph graph, String name, Operand<TFloat32> x) {
        Ops tf = graph.operations();
        return tf.nn.biasAdd(tf.linalg.matMul(x, graph.parameter(name + ".weight")), graph.parameter(name + ".bias"));
    }

    private NDArray features(Features features, NDManager manager) {
        Features.Values values = features.asValues();
        return network.array(manager, values.data(), values.rows(), values.rowSize());
    }

    private NDArray targets(Targets targets, NDManager manager) {
        int[] labels = targets.asClasses().labels();
        return network.array(manager, labels, labels.length);
    }
}
