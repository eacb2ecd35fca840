package quartet.djl.tensorflow.graph;

import ai.djl.engine.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A builder of a network as a TensorFlow graph. Layers consist of TensorFlow's {@link #operations}. This class adds
 * the inputs, and the parameters with their initial values.
 */
public final class GraphBuilder {
    static final String FEATURES = "features";
    static final String TARGETS = "targets";

    private final Graph graph;
    private final Ops tf;
    private final Initializers initializers;
    private final Map<String, Operand<?>> inputs = new LinkedHashMap<>();
    private final List<Variable> parameters = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Op> assignments = new ArrayList<>();

    /** Creates an empty graph. */
    public GraphBuilder() {
        // DJL loads TensorFlow's native library.
        Engine.getEngine("TensorFlow");
        graph = new Graph();
        tf = Ops.create(graph);
        initializers = new Initializers(tf);
    }

    /** Returns TensorFlow's operations on this graph. */
    public Ops operations() {
        return tf;
    }

    /** Returns the initializers of parameters. */
    public Initializers initializers() {
        return initializers;
    }

    /** Returns the placeholder of the features: [batch, shape...]. */
    public <T extends TType> Operand<T> features(Class<T> type, long... shape) {
        return input(FEATURES, type, shape);
    }

    /** Returns the placeholder of the targets: [batch, shape...]. */
    public <T extends TType> Operand<T> targets(Class<T> type, long... shape) {
        return input(TARGETS, type, shape);
    }

    /** Adds a parameter, which an optimizer updates. Returns its value. */
    public Operand<TFloat32> parameter(String name, Operand<TFloat32> initialValue) {
        Variable parameter = state(name, initialValue);
        parameters.add(parameter);
        return parameter.value();
    }

    /** Adds a variable that is saved with the network but has no gradient, such as a mean that an optimizer keeps. */
    public Variable state(String name, Operand<TFloat32> initialValue) {
        Variable variable = Variable.create(tf, name, initialValue.shape());
        variables.add(variable);
        assignments.add(variable.assign(tf, initialValue));
        return variable;
    }

    /**
     * Completes the network.
     *
     * @param outputs logits [batch, classes] or values [batch, 1]
     * @param loss the mean loss of the batch, a scalar
     * @throws IllegalStateException if the network has no features or no targets
     */
    public NetworkGraph build(Operand<TFloat32> outputs, Operand<TFloat32> loss) {
        if (inputs.size() != 2) {
            throw new IllegalStateException(
                    "GraphBuilder: expected features and targets, but the inputs were " + inputs.keySet());
        }
        return new NetworkGraph(this, outputs, loss);
    }

    Graph graph() {
        return graph;
    }

    Map<String, Operand<?>> inputs() {
        return inputs;
    }

    List<Variable> parameters() {
        return parameters;
    }

    /** Returns the parameters and the state. */
    List<Variable> variables() {
        return variables;
    }

    /** Returns the operation that assigns the initial values to all variables. */
    Op initialize() {
        return tf.withControlDependencies(assignments).noOp();
    }

    private <T extends TType> Operand<T> input(String name, Class<T> type, long... shape) {
        long[] batch = new long[shape.length + 1];
        batch[0] = Shape.UNKNOWN_SIZE;
        System.arraycopy(shape, 0, batch, 1, shape.length);
        Placeholder<T> input = tf.withName(name).placeholder(type, Placeholder.shape(Shape.of(batch)));
        inputs.put(name, input);
        return input;
    }
}
