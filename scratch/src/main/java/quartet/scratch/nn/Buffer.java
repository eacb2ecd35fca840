package quartet.scratch.nn;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * A tensor that belongs to a trained network although no optimizer changes it, such as the running mean of batch
 * normalization.
 *
 * @param name the layer's name and the role, such as {@code norm1.runningMean}
 * @param value the numbers; the tensor of the layer itself, so a saved network can be restored
 */
public record Buffer(String name, Tensor value) {
    /** Creates a buffer. */
    public Buffer {
        Require.notNull("Buffer", "name", name);
        Require.notNull("Buffer", "value", value);
    }
}
