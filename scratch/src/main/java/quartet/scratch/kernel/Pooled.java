package quartet.scratch.kernel;

import quartet.scratch.tensor.Tensor;

/**
 * What maximum pooling makes of a convolution's result z [n, rows, columns, out], with windows that lie side by side.
 *
 * @param y [n, floor(rows / window), floor(columns / window), out], as {@link Kernels#maxPool} has it
 * @param argmax for each element of y, the flat index into z
 */
public record Pooled(int rows, int columns, int window, Activation activation, Tensor y, int[] argmax) {
    /** Room for z or its gradient. */
    Tensor unpooled() {
        return y.like(y.dimension(0), rows, columns, y.dimension(3));
    }
}
