package quartet.djl.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Layers and losses that TensorFlow's Java operations do not provide. */
public final class Layers {
    private Layers() {}

    /**
     * Adds an affine layer with He's initial weights and a bias of 0.
     *
     * <pre>{@code Y = X W + b}</pre>
     *
     * Shapes: X [batch, in], W [in, units], b [units], Y [batch, units]. The parameters are {@code name.weight} and
     * {@code name.bias}.
     */
    public static Operand<TFloat32> dense(GraphBuilder graph, String name, Operand<TFloat32> x, long units) {
        Ops tf = graph.operations();
        Initializers initial = graph.initializers();
        Operand<TFloat32> weight = graph.parameter(name + ".weight", initial.heNormal(width(x), units));
        Operand<TFloat32> bias = graph.parameter(name + ".bias", initial.zeros(units));
        return tf.nn.biasAdd(tf.linalg.matMul(x, weight), bias);
    }

    /**
     * Returns the mean cross-entropy of the batch, in nats. Outside Python, TensorFlow has a gradient for the
     * cross-entropy with one-hot rows, but not for that with class indices. An index outside [0, classes) becomes a
     * row of zeros.
     *
     * @param logits [batch, classes]
     * @param labels class indices [batch]
     */
    public static Operand<TFloat32> softmaxCrossEntropy(Ops tf, Operand<TFloat32> logits, Operand<TInt32> labels) {
        Operand<TInt32> classes = tf.constant(Math.toIntExact(width(logits)));
        Operand<TFloat32> oneHot = tf.oneHot(labels, classes, tf.constant(1f), tf.constant(0f));
        Operand<TFloat32> losses =
                tf.nn.softmaxCrossEntropyWithLogits(logits, oneHot).loss();
        return tf.math.mean(losses, tf.constant(0));
    }

    /**
     * Adds max pooling of images [batch, height, width, channels] over non-overlapping windows. An incomplete last row
     * or column of windows is dropped.
     *
     * <p>{@code tf.nn.maxPool} is the operation MaxPoolV2, whose gradient takes several times as long on a CPU as that of
     * MaxPool, so this method adds MaxPool by its name.
     */
    public static Operand<TFloat32> maxPool(Ops tf, Operand<TFloat32> images, int size) {
        long[] window = {1, size, size, 1};
        return tf.scope()
                .opBuilder("MaxPool", "MaxPool")
                .addInput(images.asOutput())
                .setAttr("ksize", window)
                .setAttr("strides", window)
                .setAttr("padding", "VALID")
                .build()
                .output(0);
    }

    private static long width(Operand<TFloat32> x) {
        return x.shape().get(1);
    }
}
