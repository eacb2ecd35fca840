package quartet.djl.tensorflow.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import quartet.contract.TrainingSpec;
import quartet.djl.tensorflow.graph.GraphBuilder;
import quartet.djl.tensorflow.graph.Optimizer;
import quartet.djl.tensorflow.graph.Variable;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) by TensorFlow's own kernel. TensorFlow adds epsilon before the bias
 * correction, whereas the paper adds it after. The kernel computes
 *
 * <pre>{@code
 * m = beta1 m + (1 - beta1) g          v = beta2 v + (1 - beta2) g^2
 * w = w - alpha * sqrt(1 - beta2Power) / (1 - beta1Power) * m / (sqrt(v) + epsilonHat)
 * }</pre>
 *
 * which is the paper's algorithm exactly when
 *
 * <pre>{@code
 * alpha = learningRate * sqrt(1 - beta2^t) / (1 - beta1^t)     beta1Power = beta2Power = 0
 * epsilonHat = epsilon * sqrt(1 - beta2^t)
 * }</pre>
 *
 * The graph computes both values at every step, in double precision, because {@code 1 - beta2^t} loses precision for
 * small t. The settings are variables, so that a loaded network can change them.
 */
final class StrictAdam implements Optimizer {
    private static final String LEARNING_RATE = "adam.learning_rate";
    private static final String BETA1 = "adam.beta1";
    private static final String BETA2 = "adam.beta2";
    private static final String EPSILON = "adam.epsilon";

    private final Ops tf;
    private final Variable learningRate;
    private final Variable beta1;
    private final Variable beta2;
    private final Variable epsilon;
    private final Variable step;
    private final List<Variable> means = new ArrayList<>();
    private final List<Variable> squares = new ArrayList<>();

    StrictAdam(Ops tf) {
        this.tf = tf;
        learningRate = Variable.create(tf, LEARNING_RATE, Shape.scalar());
        beta1 = Variable.create(tf, BETA1, Shape.scalar());
        beta2 = Variable.create(tf, BETA2, Shape.scalar());
        epsilon = Variable.create(tf, EPSILON, Shape.scalar());
        step = Variable.create(tf, "adam.step", Shape.scalar());
    }

    @Override
    public List<Op> update(GraphBuilder graph, List<Variable> parameters, List<Output<TFloat32>> gradients) {
        Operand<TFloat32> t = tf.math.add(step.value(), tf.constant(1f));
        Operand<TFloat64> root = tf.math.sqrt(oneMinusPower(beta2, t));
        Operand<TFloat32> alpha =
                single(tf.math.div(tf.math.mul(precise(learningRate.value()), root), oneMinusPower(beta1, t)));
        Operand<TFloat32> epsilonHat = single(tf.math.mul(precise(epsilon.value()), root));
        Operand<TFloat32> noPower = tf.constant(0f);
        List<Op> updates = new ArrayList<>();
        updates.add(step.assign(tf, t));
        for (int i = 0; i < parameters.size(); i++) {
            Variable parameter = parameters.get(i);
            Variable mean = slot(means, parameter, "adam.m.");
            Variable square = slot(squares, parameter, "adam.v.");
            updates.add(tf.train.resourceApplyAdam(
                    parameter.handle(),
                    mean.handle(),
                    square.handle(),
                    noPower,
                    noPower,
                    alpha,
                    beta1.value(),
                    beta2.value(),
                    epsilonHat,
                    gradients.get(i)));
        }
        return updates;
    }

    /** Returns a signature that restarts the optimizer with the given settings: step, means and squares become 0. */
    Signature.Builder start(String key) {
        Signature.Builder signature = Signature.builder(key);
        List<Op> assignments = new ArrayList<>();
        for (Variable setting : List.of(learningRate, beta1, beta2, epsilon)) {
            Placeholder<TFloat32> input = tf.placeholder(TFloat32.class, Placeholder.shape(setting.shape()));
            signature.input(setting.name(), input);
            assignments.add(setting.assign(tf, input));
        }
        assignments.add(step.assign(tf, tf.constant(0f)));
        means.forEach(mean -> assignments.add(mean.assign(tf, zeros(mean))));
        squares.forEach(square -> assignments.add(square.assign(tf, zeros(square))));
        return signature.output("done", tf.withControlDependencies(assignments).identity(tf.constant(0f)));
    }

    /** Returns the inputs of {@link #start}. */
    static NDArray[] settings(NDManager manager, TrainingSpec training) {
        Map<String, Double> settings = Map.of(
                LEARNING_RATE, training.learningRate(),
                BETA1, training.beta1(),
                BETA2, training.beta2(),
                EPSILON, training.epsilon());
        return settings.entrySet().stream()
                .map(setting -> {
                    NDArray array = manager.create(setting.getValue().floatValue());
                    array.setName(setting.getKey());
                    return array;
                })
                .toArray(NDArray[]::new);
    }

    /** Returns 1 - beta^t. */
    private Operand<TFloat64> oneMinusPower(Variable beta, Operand<TFloat32> t) {
        return tf.math.sub(tf.constant(1.0), tf.math.pow(precise(beta.value()), precise(t)));
    }

    private Operand<TFloat64> precise(Operand<TFloat32> value) {
        return tf.dtypes.cast(value, TFloat64.class);
    }

    private Operand<TFloat32> single(Operand<TFloat64> value) {
        return tf.dtypes.cast(value, TFloat32.class);
    }

    private Variable slot(List<Variable> slots, Variable parameter, String prefix) {
        Variable slot = Variable.create(tf, prefix + parameter.name(), parameter.shape());
        slots.add(slot);
        return slot;
    }

    private Operand<TFloat32> zeros(Variable variable) {
        return tf.fill(tf.constant(variable.shape()), tf.constant(0f));
    }
}
