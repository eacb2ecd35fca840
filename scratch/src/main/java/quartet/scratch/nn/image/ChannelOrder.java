package quartet.scratch.nn.image;

import java.util.Arrays;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Changes the order of an image's axes.
 * <pre>{@code
 * channels last:    y[n,i,j,c] = x[n,c,i,j]
 * channels first:   y[n,c,i,j] = x[n,i,j,c]
 * }</pre>
 * The gradient of either is the other.
 */
final class ChannelOrder implements Layer {
    private final String owner;
    private final boolean last;
    private final Kernels kernels;
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    private ChannelOrder(String owner, boolean last, Kernels kernels) {
        this.owner = owner;
        this.last = last;
        this.kernels = kernels;
    }

    /**
     * Returns the conversion from [batch, channels, height, width] to [batch, height, width, channels]. Messages name
     * the owner.
     */
    static ChannelOrder last(String owner, Kernels kernels) {
        return new ChannelOrder(owner, true, kernels);
    }

    /**
     * Returns the conversion from [batch, height, width, channels] to [batch, channels, height, width]. Messages name
     * the owner.
     */
    static ChannelOrder first(String owner, Kernels kernels) {
        return new ChannelOrder(owner, false, kernels);
    }

    /** Returns the exception for channels-last images, with their shape in the usual order. */
    static IllegalArgumentException mismatch(String owner, String expected, Tensor channelsLast) {
        int[] shape = {
            channelsLast.dimension(0), channelsLast.dimension(3), channelsLast.dimension(1), channelsLast.dimension(2)
        };
        return new IllegalArgumentException(owner + ": expected " + expected + ", but was " + Arrays.toString(shape));
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        if (input.rank() != 4) {
            throw Shapes.mismatch(owner, "images [batch, channels, height, width]", input);
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
        Shapes.requireGradientOf(owner, output, outputGradient);
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
