package quartet.djl.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import quartet.datasets.Vocabulary;

/** The mean of the embeddings of a text's tokens, without padding. */
final class MaskedMean {
    private MaskedMean() {}

    /**
     * Returns the mean over the tokens that are not padding; 0 if a text contains only padding.
     *
     * @param embedded [batch, length, dimension]
     * @param tokens ids [batch, length]
     * @return [batch, dimension]
     */
    static Operand<TFloat32> of(Ops tf, Operand<TFloat32> embedded, Operand<TInt32> tokens) {
        Operand<TFloat32> present =
                tf.dtypes.cast(tf.math.notEqual(tokens, tf.constant(Vocabulary.PADDING)), TFloat32.class);
        Operand<TFloat32> mask = tf.expandDims(present, tf.constant(2));
        Operand<TFloat32> sum = tf.sum(tf.math.mul(embedded, mask), tf.constant(1));
        return tf.math.divNoNan(sum, tf.sum(mask, tf.constant(1)));
    }
}
