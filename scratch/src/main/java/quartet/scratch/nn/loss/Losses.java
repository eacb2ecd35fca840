package quartet.scratch.nn.loss;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/** Checks shared by all losses. */
final class Losses {
    private Losses() {}

    /**
     * Requires two tensors of the same shape.
     *
     * @throws IllegalArgumentException if they are empty or their shapes differ
     */
    static void requireSameShape(String owner, Tensor prediction, Tensor target) {
        Require.notNull(owner, "prediction", prediction);
        Require.notNull(owner, "target", target);
        if (prediction.size() == 0) {
            throw Shapes.mismatch(owner, "at least one prediction", prediction);
        }
        if (!target.sameShape(prediction)) {
            throw Shapes.mismatch(owner, "target " + Arrays.toString(prediction.shape()), target);
        }
    }

    /**
     * Requires finite targets; the message names the first position of another one.
     *
     * @throws IllegalArgumentException if a target is NaN or infinite
     */
    static void requireFiniteTargets(String owner, Tensor target) {
        for (int i = 0; i < target.size(); i++) {
            if (!Double.isFinite(target.get(i))) {
                throw new IllegalArgumentException(owner + ": expected finite targets, but was " + target.get(i)
                        + " at position " + i + " of " + target);
            }
        }
    }

    /**
     * Requires a finite loss. If it is not finite, the message names the first prediction that is not.
     *
     * @throws IllegalArgumentException if the loss is NaN or infinite
     */
    static void requireFinite(String owner, double loss, Tensor prediction) {
        if (Double.isFinite(loss)) {
            return;
        }
        for (int i = 0; i < prediction.size(); i++) {
            if (!Double.isFinite(prediction.get(i))) {
                throw new IllegalArgumentException(owner + ": expected finite predictions, but was " + prediction.get(i)
                        + " at position " + i + " of " + prediction);
            }
        }
        throw new IllegalArgumentException(owner + ": expected a finite loss, but was " + loss);
    }

    /**
     * Returns the gradient if there is one.
     *
     * @throws IllegalStateException if there was no forward pass
     */
    static Tensor requireForward(String owner, Tensor gradient) {
        if (gradient.isNone()) {
            throw new IllegalStateException(owner + ": expected forward before backward");
        }
        return gradient;
    }
}
