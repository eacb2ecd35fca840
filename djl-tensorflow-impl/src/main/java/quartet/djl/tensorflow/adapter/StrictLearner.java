package quartet.djl.tensorflow.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.Learner;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Features;
import quartet.djl.tensorflow.ImageClassifier;
import quartet.djl.tensorflow.TabularClassifier;
import quartet.djl.tensorflow.TabularRegressor;
import quartet.djl.tensorflow.TextClassifier;
import quartet.djl.tensorflow.graph.ExampleArrays;
import quartet.djl.tensorflow.graph.NetworkGraph;
import quartet.djl.tensorflow.graph.SavedNetwork;
import quartet.djl.tensorflow.graph.Variable;

/**
 * Trains the network of an example under the strict specification.
 *
 * <p>The layers, the loss and the gradients are those of the example, with three changes:
 *
 * <ul>
 *   <li>The optimizer is {@link StrictAdam}, because TensorFlow's Adam adds epsilon before the bias correction.
 *   <li>Predictions are logits, because the contract compares them before any softmax.
 *   <li>The given weights overwrite the initial ones.
 * </ul>
 *
 * The SavedModel has four signatures in addition to those of an example:
 *
 * <pre>{@code
 * gradients   features, targets -> a gradient for each parameter
 * weights                       -> the parameters
 * assign      the parameters    -> 0
 * start       Adam's settings   -> 0     restarts Adam; runs before the first step
 * }</pre>
 */
final class StrictLearner implements Learner {
    private static final String GRADIENTS = "gradients";
    private static final String WEIGHTS = "weights";
    private static final String ASSIGN = "assign";
    private static final String START = "start";
    private static final String DONE = "done";

    private final ModelSpec spec;
    private final SavedNetwork network;
    private final CanonicalWeights canonical;
    private final ExampleArrays arrays = new ExampleArrays();

    private StrictLearner(ModelSpec spec, SavedNetwork network) {
        this.spec = spec;
        this.network = network;
        canonical = new CanonicalWeights(spec);
    }

    /**
     * Creates a network with these initial weights.
     *
     * @throws IllegalArgumentException if the weights do not match such a network
     */
    static StrictLearner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        initial.check(spec);
        NativeLibrary.load();
        try (NetworkGraph graph = strict(spec.accept(new ExampleNetwork()))) {
            StrictLearner learner = new StrictLearner(spec, SavedNetwork.create(graph, 0));
            learner.assign(initial);
            learner.start(training);
            return learner;
        }
    }

    /**
     * Loads a network that {@link #save} wrote. Adam restarts with the given settings.
     *
     * @throws UncheckedIOException if the directory does not contain a network of this specification
     */
    static StrictLearner load(ModelSpec spec, TrainingSpec training, Path directory) {
        NativeLibrary.load();
        StrictLearner learner = new StrictLearner(spec, SavedNetwork.load(directory));
        try {
            learner.checkParameters(directory);
            learner.start(training);
            return learner;
        } catch (UncheckedIOException | IllegalStateException | TensorFlowException e) {
            learner.close();
            throw e instanceof UncheckedIOException unchecked
                    ? unchecked
                    : new UncheckedIOException(new IOException("TensorFlow: no such network in " + directory, e));
        }
    }

    @Override
    public float trainBatch(Batch batch) {
        spec.check(batch);
        try (NDManager scope = network.manager().newSubManager()) {
            return network.train(arrays.features(scope, batch.features()), arrays.targets(scope, batch.targets()));
        }
    }

    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        try (NDManager scope = network.manager().newSubManager()) {
            NDArray predictions = network.predict(arrays.features(scope, features));
            return Tensor.of(predictions.toFloatArray(), features.rows(), spec.outputs());
        }
    }

    @Override
    public Weights gradients(Batch batch) {
        spec.check(batch);
        try (NDManager scope = network.manager().newSubManager()) {
            return canonical.toCanonical(network.run(
                    GRADIENTS, arrays.features(scope, batch.features()), arrays.targets(scope, batch.targets())));
        }
    }

    @Override
    public Weights weights() {
        try (NDManager scope = network.manager().newSubManager()) {
            // The signature has no input, but the outputs belong to the manager of the first one.
            return canonical.toCanonical(network.run(WEIGHTS, scope.create(0f)));
        }
    }

    @Override
    public void save(Path directory) {
        network.save(directory);
    }

    @Override
    public void close() {
        network.close();
    }

    private void assign(Weights weights) {
        try (NDManager scope = network.manager().newSubManager()) {
            network.run(ASSIGN, canonical.toTensorFlow(scope, weights));
        }
    }

    private void start(TrainingSpec training) {
        try (NDManager scope = network.manager().newSubManager()) {
            network.run(START, StrictAdam.settings(scope, training));
        }
    }

    private void checkParameters(Path directory) {
        if (!network.outputs(WEIGHTS).equals(canonical.shapes())) {
            throw new UncheckedIOException(new IOException("TensorFlow: expected parameters " + canonical.shapes()
                    + " in " + directory + ", but were " + network.outputs(WEIGHTS)));
        }
    }

    /** Adds the strict signatures to the graph of an example. */
    private static NetworkGraph strict(NetworkGraph graph) {
        StrictAdam adam = new StrictAdam(graph.operations());
        graph.addTraining(adam);
        graph.addPrediction(graph.outputs());
        graph.addSignature(adam.start(START));
        Ops tf = graph.operations();
        Signature.Builder gradients = graph.signatureOfBatch(GRADIENTS);
        Signature.Builder weights = Signature.builder(WEIGHTS);
        Signature.Builder assign = Signature.builder(ASSIGN);
        List<Op> assignments = new ArrayList<>();
        for (int i = 0; i < graph.parameters().size(); i++) {
            Variable parameter = graph.parameters().get(i);
            gradients.output(parameter.name(), graph.gradients().get(i));
            weights.output(parameter.name(), parameter.value());
            Operand<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(parameter.shape()));
            assign.input(parameter.name(), value);
            assignments.add(parameter.assign(tf, value));
        }
        graph.addSignature(gradients);
        graph.addSignature(weights);
        graph.addSignature(
                assign.output(DONE, tf.withControlDependencies(assignments).identity(tf.constant(0f))));
        return graph;
    }

    private static final class ExampleNetwork implements ModelSpec.Visitor<NetworkGraph> {
        @Override
        public NetworkGraph tabularClassifier(MlpSpec spec) {
            return TabularClassifier.network(spec);
        }

        @Override
        public NetworkGraph tabularRegressor(MlpSpec spec) {
            return TabularRegressor.network(spec);
        }

        @Override
        public NetworkGraph imageClassifier(CnnSpec spec) {
            return ImageClassifier.network(spec);
        }

        @Override
        public NetworkGraph textClassifier(TextSpec spec) {
            return TextClassifier.network(spec);
        }
    }
}
