package quartet.scratch.nn.image;

import java.util.List;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * The form of {@link Conv2d} for images whose channels are last, with the activation that follows it.
 * <pre>{@code
 * z = convolution of x;   y = activation(z);   dz = dy activation'(z) }</pre>
 * Shapes: x [batch, height, width, in], z and y [batch, height', width', out].
 */
final class ChannelsLastConvolution implements Layer {
    private final Filters filters;
    private final Kernels kernels;
    private final Activation activation;

    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor convolutionGradient = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    ChannelsLastConvolution(Filters filters, Activation activation) {
        this.filters = filters;
        this.kernels = filters.kernels();
        this.activation = activation;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        int[] extents = filters.resultExtents(input, 1);
        this.input = input;
        output = input.reuse(output, input.dimension(0), extents[0], extents[1], filters.outputs());
        Tensor w = filters.weight().value();
        Tensor b = filters.bias().value();
        kernels.convolve(input, w, b, filters.before(), filters.before(), activation, output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor dz = backwardToConvolution(outputGradient);
        inputGradient = input.reuse(inputGradient);
        kernels.convolveBackwardInput(dz, filters.weight().value(), filters.before(), filters.before(), inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        backwardToConvolution(outputGradient);
    }

    private Tensor backwardToConvolution(Tensor outputGradient) {
        Shapes.requireGradientOf(filters.name(), output, outputGradient);
        Tensor dz = outputGradient;
        if (activation == Activation.RELU) {
            convolutionGradient = output.reuse(convolutionGradient);
            kernels.reluBackward(output, outputGradient, convolutionGradient);
            dz = convolutionGradient;
        }
        Tensor dw = filters.weight().gradient();
        Tensor db = filters.bias().gradient();
        kernels.convolveBackwardWeights(input, dz, filters.before(), filters.before(), dw, db);
        return dz;
    }

    @Override
    public List<Parameter> parameters() {
        return filters.parameters();
    }
}
