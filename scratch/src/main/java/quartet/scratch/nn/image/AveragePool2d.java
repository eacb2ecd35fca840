package quartet.scratch.nn.image;

import quartet.scratch.nn.Arguments;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Mean over square windows that lie side by side; rows and columns that do not fill a window are left out.
 * <pre>{@code
 * y[n,i,j,c] = 1/size^2 sum_{u,v < size} x[n, i size + u, j size + v, c]
 * dx[n,p,q,c] = dy[n, floor(p / size), floor(q / size), c] / size^2, or 0 outside the windows
 * }</pre>
 * Shapes: x [batch, height, width, channels], y [batch, floor(height / size), floor(width / size), channels]. Source:
 * LeCun et al. (1998), "Gradient-Based Learning Applied to Document Recognition", section II.A.
 */
public final class AveragePool2d implements Layer {
    private final int size;
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Windows of size x size.
     *
     * @throws IllegalArgumentException if the size is not positive
     */
    public AveragePool2d(int size) {
        Arguments.requirePositive("AveragePool2d", "size", size);
        this.size = size;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        if (input.rank() != 4 || input.dimension(1) < size || input.dimension(2) < size) {
            throw Shapes.mismatch(
                    "AveragePool2d", "input [batch, height >= " + size + ", width >= " + size + ", channels]", input);
        }
        this.input = input;
        output = input.reuse(
                output, input.dimension(0), input.dimension(1) / size, input.dimension(2) / size, input.dimension(3));
        for (int i = 0; i < output.size(); i++) {
            int corner = corner(i);
            double sum = 0;
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    sum += input.get(corner + (u * input.dimension(2) + v) * input.dimension(3));
                }
            }
            output.set(i, sum / (size * size));
        }
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("AveragePool2d", output, outputGradient);
        inputGradient = input.reuse(inputGradient);
        inputGradient.fill(0);
        for (int i = 0; i < output.size(); i++) {
            int corner = corner(i);
            double share = outputGradient.get(i) / (size * size);
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    inputGradient.set(corner + (u * input.dimension(2) + v) * input.dimension(3), share);
                }
            }
        }
        return inputGradient;
    }

    /** The flat index in x where the window of element i of y begins. */
    private int corner(int i) {
        int channels = output.dimension(3);
        int pixel = i / channels;
        int column = pixel % output.dimension(2);
        int row = pixel / output.dimension(2) % output.dimension(1);
        int image = pixel / (output.dimension(2) * output.dimension(1));
        return ((image * input.dimension(1) + row * size) * input.dimension(2) + column * size) * channels
                + i % channels;
    }
}
