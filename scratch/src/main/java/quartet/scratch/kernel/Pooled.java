package quartet.scratch.kernel;

import quartet.scratch.tensor.Tensor;

/**
 * Maximum pooling that is fused with a convolution of output z [n, rows, columns, out]: windows without overlap, followed
 * by an activation.
 *
 * @param window the height and width of a window, and the stride
 * @param y the result [n, floor(rows / window), floor(columns / window), out], as of {@link Kernels#maxPool}
 * @param argmax for each element of y, the flat index into z
 */
public record Pooled(int rows, int columns, int window, Activation activation, Tensor y, int[] argmax) {
    /** Returns a new tensor for z or its gradient. */
    Tensor unpooled() {
        return y.like(y.dimension(0), rows, columns, y.dimension(3));
    }
}
