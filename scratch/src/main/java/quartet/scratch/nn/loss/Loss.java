package quartet.scratch.nn.loss;

import quartet.scratch.tensor.Tensor;

/** What training makes small: a mean over the batch, with its gradient. */
public interface Loss {
    /**
     * The loss of a batch.
     *
     * @throws IllegalArgumentException if the shapes do not fit, the target is invalid or the prediction is not finite
     */
    double forward(Tensor prediction, Tensor target);

    /**
     * The gradient of the last loss by its prediction, including the 1/batch of the mean. It belongs to the loss and is
     * valid until its next call.
     *
     * @throws IllegalStateException if there was no forward pass
     */
    Tensor backward();
}
