package quartet.djl.tensorflow.graph;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Initial values of parameters, drawn by TensorFlow's stateless random operations. They depend only on the seed, an
 * input of {@link NetworkGraph#export}, and on the order in which a graph requests them.
 */
public final class Initializers {
    private final Ops tf;
    private final Operand<TInt64> seed;
    private long drawn;

    Initializers(Ops tf) {
        this.tf = tf;
        seed = tf.withName("seed").placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    }

    /** Returns the placeholder of the seed, an int64 scalar. */
    Operand<TInt64> seed() {
        return seed;
    }

    /**
     * Returns normal numbers with variance {@code 2 / fanIn}, for layers followed by a ReLU. Source: He et al. 2015,
     * equation 10.
     *
     * @param shape [in, out] of a dense layer, or [height, width, in, out] of a convolution
     */
    public Operand<TFloat32> heNormal(long... shape) {
        long fanIn = 1;
        for (int axis = 0; axis < shape.length - 1; axis++) {
            fanIn *= shape[axis];
        }
        Operand<TFloat32> normal = tf.random.statelessRandomNormal(tf.constant(shape), nextKey());
        return tf.math.mul(normal, tf.constant((float) Math.sqrt(2.0 / fanIn)));
    }

    /** Returns uniform numbers in +-limit. */
    public Operand<TFloat32> uniform(double limit, long... shape) {
        Operand<TFloat32> unit = tf.random.statelessRandomUniform(tf.constant(shape), nextKey());
        return tf.math.mul(tf.math.sub(unit, tf.constant(0.5f)), tf.constant((float) (2 * limit)));
    }

    /** Returns zeros. */
    public Operand<TFloat32> zeros(long... shape) {
        return tf.fill(tf.constant(shape), tf.constant(0f));
    }

    /** Returns the key of the next random tensor: the seed and a unique number. */
    private Operand<TInt64> nextKey() {
        return tf.stack(List.of(seed, tf.constant(drawn++)));
    }
}
