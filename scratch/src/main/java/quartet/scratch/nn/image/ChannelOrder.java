package quartet.scratch.nn.image;

import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/** What {@link ChannelsLast} and {@link ChannelsFirst} share: the gradient of one is the other. */
abstract class ChannelOrder implements Layer {
    private final boolean last;
    private final Kernels kernels;
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /** For the images of which channels shall be last, or else first. */
    ChannelOrder(boolean last, Backend backend) {
        this.last = last;
        this.kernels = backend.kernels();
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        if (input.rank() != 4) {
            String order = last ? "channels, height, width" : "height, width, channels";
            throw Shapes.mismatch(getClass().getSimpleName(), "input [batch, " + order + "]", input);
        }
        this.input = input;
        output = last
                ? input.reuse(output, input.dimension(0), input.dimension(2), input.dimension(3), input.dimension(1))
                : input.reuse(output, input.dimension(0), input.dimension(3), input.dimension(1), input.dimension(2));
        transpose(input, last, output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(getClass().getSimpleName(), output, outputGradient);
        inputGradient = input.reuse(inputGradient);
        transpose(outputGradient, !last, inputGradient);
        return inputGradient;
    }

    private void transpose(Tensor x, boolean toLast, Tensor y) {
        int channels = x.dimension(toLast ? 1 : 3);
        int pixels = toLast ? x.dimension(2) * x.dimension(3) : x.dimension(1) * x.dimension(2);
        kernels.transpose(x, toLast ? channels : pixels, toLast ? pixels : channels, y);
    }
}
