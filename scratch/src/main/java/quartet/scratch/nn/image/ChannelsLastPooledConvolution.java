package quartet.scratch.nn.image;

import java.util.List;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * {@link Conv2d}, {@link MaxPool2d} and an activation in one pass, image by image, so that the convolution's result
 * stays in the cache.
 * <pre>{@code y = activation(maximum of each window of (convolution of x)) }</pre>
 * ReLU is monotonic, so it gives the same values and gradients before and after the maximum. After the maximum it
 * processes fewer numbers. Shapes: x [batch, height, width, in], y [batch, floor(height' / window), floor(width' /
 * window), out].
 */
final class ChannelsLastPooledConvolution implements Layer {
    private final Filters filters;
    private final Kernels kernels;
    private final int window;
    private final Activation activation;

    private Tensor input = Tensor.none();
    private Tensor inputGradient = Tensor.none();
    private Pooled output = new Pooled(0, 0, 1, Activation.IDENTITY, Tensor.none(), new int[0]);

    ChannelsLastPooledConvolution(Filters filters, int window, Activation activation) {
        this.filters = filters;
        this.kernels = filters.kernels();
        this.window = window;
        this.activation = activation;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        int[] extents = filters.resultExtents(input, window);
        this.input = input;
        Tensor y = input.reuse(
                output.y(), input.dimension(0), extents[0] / window, extents[1] / window, filters.outputs());
        int[] argmax = output.argmax().length < y.size() ? new int[y.size()] : output.argmax();
        output = new Pooled(extents[0], extents[1], window, activation, y, argmax);
        Tensor w = filters.weight().value();
        Tensor b = filters.bias().value();
        kernels.convolve(input, w, b, filters.before(), filters.before(), output);
        return y;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        backwardParameters(outputGradient);
        inputGradient = input.reuse(inputGradient);
        Tensor w = filters.weight().value();
        kernels.convolveBackwardInput(output, outputGradient, w, filters.before(), filters.before(), inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Shapes.requireGradientOf(filters.name(), output.y(), outputGradient);
        Tensor dw = filters.weight().gradient();
        Tensor db = filters.bias().gradient();
        kernels.convolveBackwardWeights(input, output, outputGradient, filters.before(), filters.before(), dw, db);
    }

    @Override
    public List<Parameter> parameters() {
        return filters.parameters();
    }
}
