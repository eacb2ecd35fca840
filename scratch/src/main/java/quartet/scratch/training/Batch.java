package quartet.scratch.training;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * Rows that are trained together.
 *
 * @param inputs [rows, ...]
 * @param targets [rows, ...]
 * @param <T> the type of the targets: {@link quartet.scratch.tensor.IntTensor} for classes
 */
public record Batch<T extends Tensor>(Tensor inputs, T targets) {
    /** Creates a batch. */
    public Batch {
        Require.notNull("Batch", "inputs", inputs);
        Require.notNull("Batch", "targets", targets);
    }

    /** Returns the number of rows. */
    public int rows() {
        return inputs.dimension(0);
    }
}
