package quartet.djl.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adam as TensorFlow implements it: the kernel ResourceApplyAdam with Keras' defaults (beta1 0.9, beta2 0.999, epsilon
 * 1e-7).
 *
 * <pre>{@code
 * m = beta1 m + (1 - beta1) g          v = beta2 v + (1 - beta2) g^2
 * w = w - learningRate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)
 * }</pre>
 *
 * Epsilon is added before the bias correction, whereas the paper adds it after. Source: Kingma and Ba 2015, section 2.
 *
 * @param learningRate step size
 */
public record Adam(float learningRate) implements Optimizer {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-7f;

    @Override
    public List<Op> update(GraphBuilder graph, List<Variable> parameters, List<Output<TFloat32>> gradients) {
        Ops tf = graph.operations();
        Operand<TFloat32> beta1 = tf.constant(BETA1);
        Operand<TFloat32> beta2 = tf.constant(BETA2);
        Variable beta1Power = graph.state("adam.beta1_power", tf.constant(BETA1));
        Variable beta2Power = graph.state("adam.beta2_power", tf.constant(BETA2));
        List<Op> updates = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Variable parameter = parameters.get(i);
            Operand<TFloat32> zeros =
                    graph.initializers().zeros(parameter.shape().asArray());
            Variable mean = graph.state("adam.m." + parameter.name(), zeros);
            Variable square = graph.state("adam.v." + parameter.name(), zeros);
            updates.add(tf.train.resourceApplyAdam(
                    parameter.handle(),
                    mean.handle(),
                    square.handle(),
                    beta1Power.value(),
                    beta2Power.value(),
                    tf.constant(learningRate),
                    beta1,
                    beta2,
                    tf.constant(EPSILON),
                    gradients.get(i)));
        }
        updates.add(beta1Power.assign(tf, tf.math.mul(beta1Power.value(), beta1)));
        updates.add(beta2Power.assign(tf, tf.math.mul(beta2Power.value(), beta2)));
        return updates;
    }
}
