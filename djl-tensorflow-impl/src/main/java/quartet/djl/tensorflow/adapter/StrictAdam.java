package quartet.djl.tensorflow;

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

/**
 * Adam (Kingma & Ba 2015, algorithm 1) as a part of a graph, by TensorFlow's own kernel. The kernel computes
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
 * So that is what the graph feeds it at every step. It computes both in double precision, since {@code 1 - beta2^t}
 * loses its digits while t is small; this is why it does not leave the powers to the kernel.
 */
final class TfAdam {
    private static final String LEARNING_RATE = "adam.learning_rate";
    private static final String BETA1 = "adam.beta1";
    private static final String BETA2 = "adam.beta2";
    private static final String EPSILON = "adam.epsilon";

    private final Ops tf;
    private final TfVariable learningRate;
    private final TfVariable beta1;
    private final TfVariable beta2;
    private final TfVariable epsilon;
    private final TfVariable step;
    private final List<TfVariable> means = new ArrayList<>();
    private final List<TfVariable> squares = new ArrayList<>();

    TfAdam(Ops tf) {
        this.tf = tf;
        learningRate = TfVariable.create(tf, LEARNING_RATE, Shape.scalar());
        beta1 = TfVariable.create(tf, BETA1, Shape.scalar());
        beta2 = TfVariable.create(tf, BETA2, Shape.scalar());
        epsilon = TfVariable.create(tf, EPSILON, Shape.scalar());
        step = TfVariable.create(tf, "adam.step", Shape.scalar());
    }

    /** The operations that take one step. */
    List<Op> update(List<TfVariable> parameters, List<Output<TFloat32>> gradients) {
        Operand<TFloat32> t = tf.math.add(step.value(), tf.constant(1f));
        Operand<TFloat64> root = tf.math.sqrt(oneMinusPower(beta2, t));
        Operand<TFloat32> alpha =
                single(tf.math.div(tf.math.mul(precise(learningRate.value()), root), oneMinusPower(beta1, t)));
        Operand<TFloat32> epsilonHat = single(tf.math.mul(precise(epsilon.value()), root));
        Operand<TFloat32> noPower = tf.constant(0f);
        List<Op> updates = new ArrayList<>();
        updates.add(step.assign(tf, t));
        for (int i = 0; i < parameters.size(); i++) {
            TfVariable parameter = parameters.get(i);
            TfVariable mean = slot(means, parameter, "adam.m.");
            TfVariable square = slot(squares, parameter, "adam.v.");
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

    /** A signature that starts the optimizer anew with the given settings: step, means and squares become 0. */
    Signature start(String key) {
        Signature.Builder signature = Signature.builder(key);
        List<Op> assignments = new ArrayList<>();
        for (TfVariable setting : List.of(learningRate, beta1, beta2, epsilon)) {
            Placeholder<TFloat32> input = tf.placeholder(TFloat32.class, Placeholder.shape(setting.shape()));
            signature.input(setting.name(), input);
            assignments.add(setting.assign(tf, input));
        }
        assignments.add(step.assign(tf, tf.constant(0f)));
        means.forEach(mean -> assignments.add(mean.assign(tf, zeros(mean))));
        squares.forEach(square -> assignments.add(square.assign(tf, zeros(square))));
        Operand<TFloat32> started = tf.withControlDependencies(assignments).identity(tf.constant(0f));
        return signature.output("step", started).build();
    }

    /** What to feed to {@link #start}. */
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

    /** 1 - beta^t. */
    private Operand<TFloat64> oneMinusPower(TfVariable beta, Operand<TFloat32> t) {
        return tf.math.sub(tf.constant(1.0), tf.math.pow(precise(beta.value()), precise(t)));
    }

    private Operand<TFloat64> precise(Operand<TFloat32> value) {
        return tf.dtypes.cast(value, TFloat64.class);
    }

    private Operand<TFloat32> single(Operand<TFloat64> value) {
        return tf.dtypes.cast(value, TFloat32.class);
    }

    private TfVariable slot(List<TfVariable> slots, TfVariable parameter, String prefix) {
        TfVariable slot = TfVariable.create(tf, prefix + parameter.name(), parameter.shape());
        slots.add(slot);
        return slot;
    }

    private Operand<TFloat32> zeros(TfVariable variable) {
        return tf.fill(tf.constant(variable.shape()), tf.constant(0f));
    }
}
