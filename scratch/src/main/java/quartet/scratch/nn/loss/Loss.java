package quartet.scratch.nn.loss;

import quartet.scratch.tensor.Tensor;

/**
 * The function that training minimizes (Strategy): a mean over the batch, with its gradient.
 *
 * @param <T> the type of the targets: {@link quartet.scratch.tensor.IntTensor} for classes
 */
public interface Loss<T extends Tensor> {
    /**
     * Computes the loss of a batch.
     *
     * @throws IllegalArgumentException if the shapes do not fit, a target is invalid or a prediction is not finite
     */
    double forward(Tensor prediction, T target);

    /**
     * Returns the gradient of the last loss by its predictions, including the 1/batch of the mean. The tensor belongs to
     * the loss and is valid until its next call.
     *
     * @throws IllegalStateException if there was no forward pass
     */
    Tensor backward();
}
