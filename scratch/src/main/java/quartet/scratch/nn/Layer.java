package quartet.scratch.nn;

import java.util.List;
import quartet.scratch.tensor.Tensor;

/**
 * A differentiable function with parameters. A network of layers is a layer too (Composite).
 *
 * <p>A layer owns the tensors that it returns and overwrites them in its next call; copy a tensor to keep it. A layer
 * also keeps a reference to its last input, which must not change between {@link #forward} and {@link #backward}. The
 * first dimension is the batch. Its size may differ from call to call.
 *
 * <p>A layer is not safe for use by several threads at once.
 */
public interface Layer {
    /**
     * Computes the output for a batch.
     *
     * @param input [batch, ...]
     * @param training whether this is a training step, in which dropout and batch normalization behave differently
     * @throws IllegalArgumentException if the input does not have the shape that the layer expects
     */
    Tensor forward(Tensor input, boolean training);

    /**
     * Computes gradients for the last output Y: overwrites the gradients of the parameters with dL/dP and returns
     * dL/dX.
     *
     * @param outputGradient dL/dY, of the shape of Y; the gradient of a mean loss includes the factor 1/batch
     * @throws IllegalStateException if there was no forward pass
     * @throws IllegalArgumentException if the gradient does not have the shape of Y
     */
    Tensor backward(Tensor outputGradient);

    /**
     * Computes the gradients of the parameters only. The first layer of a network needs no dL/dX, since its input is
     * data, and dL/dX can be half of its work.
     */
    default void backwardParameters(Tensor outputGradient) {
        backward(outputGradient);
    }

    /** Returns the parameters in a fixed order; empty if there are none. */
    default List<Parameter> parameters() {
        return children().stream().flatMap(child -> child.parameters().stream()).toList();
    }

    /** Returns the tensors of a saved network that are not trained, in a fixed order; empty if there are none. */
    default List<Buffer> buffers() {
        return children().stream().flatMap(child -> child.buffers().stream()).toList();
    }

    /** Returns the layers that this layer consists of; empty for a layer that is not composed of others. */
    default List<Layer> children() {
        return List.of();
    }

    /**
     * Returns whether a forward pass in training depends on the input and the parameters only and changes neither
     * buffers nor a random generator. Such a layer can occur at several places of a graph.
     */
    default boolean repeatable() {
        return children().stream().allMatch(Layer::repeatable);
    }
}
