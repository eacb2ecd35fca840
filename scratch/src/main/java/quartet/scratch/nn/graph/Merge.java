package quartet.scratch.nn.graph;

import java.util.List;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Tensor;

/**
 * A differentiable function of several tensors. It joins the branches of a {@link Graph}.
 *
 * <p>As for a layer, the returned tensors belong to the merge and are valid until its next call.
 */
public interface Merge {
    /**
     * Computes the output.
     *
     * @throws IllegalArgumentException if the shapes of the inputs do not fit together
     */
    Tensor forward(List<Tensor> inputs);

    /**
     * Returns the gradient by each input of the last forward pass, in their order.
     *
     * @throws IllegalStateException if there was no forward pass
     * @throws IllegalArgumentException if the gradient does not have the shape of the output
     */
    List<Tensor> backward(Tensor outputGradient);

    /** Returns the layers that contain the parameters of the merge; empty if there are none. */
    default List<Layer> children() {
        return List.of();
    }
}
