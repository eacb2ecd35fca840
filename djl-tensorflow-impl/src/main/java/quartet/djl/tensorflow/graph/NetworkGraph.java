package quartet.djl.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;

/**
 * Describes a network that can be trained, as a TensorFlow graph, and writes it as a SavedModel. The network itself is
 * written with TensorFlow's {@link #operations}; this class adds what every network needs: its parameters as variables,
 * the gradients (derived by TensorFlow), Adam, checkpoints, and a signature for each thing that can be done with it.
 *
 * <pre>{@code
 * train             features, targets -> loss                one step; the loss is that before the update
 * serving_default   features          -> predictions
 * gradients         features, targets -> a gradient for each parameter
 * weights                             -> the parameters
 * start             Adam's settings   -> 0                   Adam starts anew; to be run before the first step
 * save              file              -> file                writes a checkpoint of the parameters
 * }</pre>
 */
final class TfGraph implements AutoCloseable {
    static final String TRAIN = "train";
    static final String PREDICT = "serving_default";
    static final String GRADIENTS = "gradients";
    static final String WEIGHTS = "weights";
    static final String START = "start";
    static final String SAVE = "save";

    private static final String FEATURES = "features";
    private static final String TARGETS = "targets";

    private final Graph graph;
    private final Ops tf;
    private final Map<String, TfVariable> parameters = new LinkedHashMap<>();
    private final Map<String, Operand<?>> inputs = new LinkedHashMap<>();
    private final List<Signature> signatures = new ArrayList<>();

    /** A graph that holds nothing but the specification's parameters, in the contract's names and layouts. */
    TfGraph(ModelSpec spec) {
        TensorFlowLibrary.load();
        graph = new Graph();
        tf = Ops.create(graph);
        spec.parameterShapes()
                .forEach((name, shape) -> parameters.put(name, TfVariable.create(tf, name, shape(shape))));
    }

    /** What the network is written with. */
    Ops operations() {
        return tf;
    }

    /** The place where features are fed: [batch, shape...]. */
    <T extends TType> Operand<T> features(Class<T> type, long... shape) {
        return input(FEATURES, type, shape);
    }

    /** The place where targets are fed: [batch, shape...]. */
    <T extends TType> Operand<T> targets(Class<T> type, long... shape) {
        return input(TARGETS, type, shape);
    }

    /** The value of a parameter. */
    Operand<TFloat32> parameter(String name) {
        TfVariable parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("TfGraph: expected one of " + parameters.keySet() + ", but was " + name);
        }
        return parameter.value();
    }

    /** Completes the description of a network: derives its gradients and adds the signatures. */
    TfGraph complete(Operand<TFloat32> predictions, Operand<TFloat32> loss) {
        List<TfVariable> variables = List.copyOf(parameters.values());
        List<Output<TFloat32>> gradients = gradients(loss, variables);
        TfAdam adam = new TfAdam(tf);
        List<Op> updates = adam.update(variables, gradients);
        // Whoever fetches this loss takes the step.
        Operand<TFloat32> lossOfStep = tf.withControlDependencies(updates).identity(loss);

        signatures.add(
                signature(TRAIN, FEATURES, TARGETS).output("loss", lossOfStep).build());
        signatures.add(
                signature(PREDICT, FEATURES).output("predictions", predictions).build());
        Signature.Builder derivatives = signature(GRADIENTS, FEATURES, TARGETS);
        Signature.Builder values = signature(WEIGHTS);
        for (int i = 0; i < variables.size(); i++) {
            derivatives.output(variables.get(i).name(), gradients.get(i));
            values.output(variables.get(i).name(), variables.get(i).value());
        }
        signatures.add(derivatives.build());
        signatures.add(values.build());
        signatures.add(adam.start(START));
        signatures.add(TfCheckpoint.save(tf, variables, SAVE));
        return this;
    }

    /** Writes the SavedModel with the given weights. */
    void export(Path directory, Weights initial) throws IOException {
        List<TFloat32> values = new ArrayList<>();
        try (Session session = new Session(graph, TensorFlowLibrary.sessionConfig())) {
            Session.Runner runner = session.runner();
            for (TfVariable parameter : parameters.values()) {
                Operand<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(parameter.shape()));
                Tensor tensor = initial.get(parameter.name());
                values.add(TFloat32.tensorOf(parameter.shape(), DataBuffers.of(tensor.data())));
                runner.feed(value, values.get(values.size() - 1)).addTarget(parameter.assign(tf, value));
            }
            runner.run().close();
            SavedModelBundle.exporter(directory.toString())
                    .withSession(session)
                    .withSignatures(signatures.toArray(Signature[]::new))
                    .export();
        } finally {
            values.forEach(TFloat32::close);
        }
    }

    @Override
    public void close() {
        graph.close();
    }

    private <T extends TType> Operand<T> input(String name, Class<T> type, long... shape) {
        long[] batch = new long[shape.length + 1];
        batch[0] = Shape.UNKNOWN_SIZE;
        System.arraycopy(shape, 0, batch, 1, shape.length);
        Placeholder<T> input = tf.withName(name).placeholder(type, Placeholder.shape(Shape.of(batch)));
        inputs.put(name, input);
        return input;
    }

    private Signature.Builder signature(String key, String... inputNames) {
        Signature.Builder signature = Signature.builder(key);
        for (String name : inputNames) {
            Operand<?> input = inputs.get(name);
            if (input == null) {
                throw new IllegalStateException(
                        "TfGraph: expected " + name + " to be declared before the network is complete");
            }
            signature.input(name, input);
        }
        return signature;
    }

    private List<Output<TFloat32>> gradients(Operand<TFloat32> loss, List<TfVariable> variables) {
        Output<?>[] values =
                variables.stream().map(variable -> variable.value().asOutput()).toArray(Output<?>[]::new);
        return Arrays.stream(graph.addGradients(loss.asOutput(), values))
                .map(gradient -> gradient.expect(TFloat32.class))
                .toList();
    }

    private static Shape shape(int[] dimensions) {
        return Shape.of(Arrays.stream(dimensions).asLongStream().toArray());
    }
}
