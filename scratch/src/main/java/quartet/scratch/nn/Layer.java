package quartet.scratch.nn;

import java.util.List;
import quartet.scratch.tensor.Tensor;

/**
 * A differentiable function with parameters.
 *
 * <p>A layer owns the tensors that it returns and writes over them in its next call: who wants to keep one copies it.
 * It also holds on to its last input, which must not change between {@link #forward} and {@link #backward}. The first
 * dimension is the batch, and its extent may differ from call to call.
 *
 * <p>A layer serves one thread at a time.
 */
public interface Layer {
    /**
     * The output for a batch.
     *
     * @param input [batch, ...]
     * @param training whether this is a training step: dropout and batch normalization then behave differently
     * @throws IllegalArgumentException if the input is not of the layer's shape
     */
    Tensor forward(Tensor input, boolean training);

    /**
     * Given dL/dY for the last output Y, overwrites the parameters' gradients with dL/dP and returns dL/dX.
     *
     * @param outputGradient dL/dY, of the shape of the last output; a mean loss has put its 1/batch into it
     * @throws IllegalStateException if there was no forward pass
     * @throws IllegalArgumentException if the gradient is not of the output's shape
     */
    Tensor backward(Tensor outputGradient);

    /**
     * As {@link #backward}, but leaves out dL/dX: enough for the first layer of a network, whose input is data, and a
     * good part of the work there.
     */
    default void backwardParameters(Tensor outputGradient) {
        backward(outputGradient);
    }

    /** The parameters in a fixed order; empty if there are none. */
    default List<Parameter> parameters() {
        return List.of();
    }
}
