package quartet.scratch.nn.image;

import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Arguments;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Maximum over square windows that lie side by side, with its activation, which may be the identity; rows and columns
 * that do not fill a window are left out.
 * <pre>{@code
 * z[n,i,j,c] = max_{u,v < size} x[n, i size + u, j size + v, c];    y = activation(z)
 * dx = dz at the place of each maximum (the first of equals), else 0
 * }</pre>
 * Shapes: x [batch, height, width, channels], y [batch, floor(height / size), floor(width / size), channels]. An
 * activation that never decreases gives the same after the maximum as before it, for less work. Source: Goodfellow,
 * Bengio, Courville (2016), section 9.3.
 */
public final class MaxPool2d implements Layer {
    private final int size;
    private final Activation activation;
    private final Kernels kernels;
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();
    private int[] argmax = new int[0];

    /** On the standard backend. */
    public MaxPool2d(int size, Activation activation) {
        this(size, activation, Backend.standard());
    }

    /**
     * Windows of size x size.
     *
     * @throws IllegalArgumentException if the size is not positive
     */
    public MaxPool2d(int size, Activation activation, Backend backend) {
        Arguments.requirePositive("MaxPool2d", "size", size);
        this.size = size;
        this.activation = activation;
        this.kernels = backend.kernels();
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        if (input.rank() != 4 || input.dimension(1) < size || input.dimension(2) < size) {
            throw Shapes.mismatch(
                    "MaxPool2d", "input [batch, height >= " + size + ", width >= " + size + ", channels]", input);
        }
        this.input = input;
        output = input.reuse(
                output, input.dimension(0), input.dimension(1) / size, input.dimension(2) / size, input.dimension(3));
        if (argmax.length < output.size()) {
            argmax = new int[output.size()];
        }
        kernels.maxPool(input, size, size, activation, output, argmax);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("MaxPool2d", output, outputGradient);
        inputGradient = input.reuse(inputGradient);
        kernels.maxPoolBackward(output, outputGradient, size, size, activation, argmax, inputGradient);
        return inputGradient;
    }
}
