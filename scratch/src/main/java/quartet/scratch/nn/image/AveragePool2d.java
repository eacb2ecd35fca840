package quartet.scratch.nn.image;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Mean over adjacent square windows. Rows and columns that do not fill a window are omitted.
 * <pre>{@code
 * y[n,c,i,j] = 1/size^2 sum_{u,v < size} x[n, c, i size + u, j size + v]
 * dx[n,c,p,q] = dy[n, c, floor(p / size), floor(q / size)] / size^2, or 0 outside the windows
 * }</pre>
 * Shapes: x [batch, channels, height, width], y [batch, channels, floor(height / size), floor(width / size)]. Source:
 * LeCun et al. (1998), "Gradient-Based Learning Applied to Document Recognition", section II.A.
 */
public final class AveragePool2d implements Layer {
    private final int size;
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer with windows of size x size.
     *
     * @throws IllegalArgumentException if the size is not positive
     */
    public AveragePool2d(int size) {
        Require.positive("AveragePool2d", "size", size);
        this.size = size;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("AveragePool2d", "input", input);
        if (input.rank() != 4 || input.dimension(2) < size || input.dimension(3) < size) {
            throw Shapes.mismatch(
                    "AveragePool2d", "images [batch, channels, height >= " + size + ", width >= " + size + "]", input);
        }
        this.input = input;
        output = input.reuse(
                output, input.dimension(0), input.dimension(1), input.dimension(2) / size, input.dimension(3) / size);
        int width = input.dimension(3);
        for (int i = 0; i < output.size(); i++) {
            int corner = corner(i);
            double sum = 0;
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    sum += input.get(corner + u * width + v);
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
        int width = input.dimension(3);
        for (int i = 0; i < output.size(); i++) {
            int corner = corner(i);
            double share = outputGradient.get(i) / (size * size);
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    inputGradient.set(corner + u * width + v, share);
                }
            }
        }
        return inputGradient;
    }

    /** Returns the flat index in x of the first element in the window of element i of y. */
    private int corner(int i) {
        int rows = output.dimension(2);
        int columns = output.dimension(3);
        int plane = i / (rows * columns);
        int row = i / columns % rows;
        int column = i % columns;
        return (plane * input.dimension(2) + row * size) * input.dimension(3) + column * size;
    }
}
