package quartet.scratch.nn.image;

import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * The form of {@link MaxPool2d} for images whose channels are last, with the activation that follows it.
 * <pre>{@code y = activation(maximum of each window of x) }</pre>
 * Shapes: x [batch, height, width, channels], y [batch, floor(height / size), floor(width / size), channels].
 */
final class ChannelsLastMaxPool implements Layer {
    private final int size;
    private final Activation activation;
    private final Kernels kernels;

    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();
    private int[] argmax = new int[0];

    ChannelsLastMaxPool(int size, Activation activation, Kernels kernels) {
        this.size = size;
        this.activation = activation;
        this.kernels = kernels;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        if (input.dimension(1) < size || input.dimension(2) < size) {
            throw ChannelOrder.mismatch("MaxPool2d", "images of at least " + size + " x " + size + " pixels", input);
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
