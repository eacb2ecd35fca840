package quartet.scratch.nn.image;

import java.util.List;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Arguments;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/** What {@link Conv2d} and {@link PooledConv2d} share: parameters and sizes. */
abstract class ConvolutionLayer implements Layer {
    final String name;
    final Kernels kernels;
    final Parameter weight;
    final Parameter bias;
    /** Zeros above an image and to its left. */
    final int before;

    private final int inputChannels;
    private final int kernelSize;
    private final Padding padding;
    private final List<Parameter> parameters;

    ConvolutionLayer(
            String name, int inputChannels, int outputChannels, int kernelSize, Padding padding, Backend backend) {
        Arguments.requirePositive(name, "inputChannels", inputChannels);
        Arguments.requirePositive(name, "outputChannels", outputChannels);
        Arguments.requirePositive(name, "kernelSize", kernelSize);
        this.name = name;
        this.inputChannels = inputChannels;
        this.kernelSize = kernelSize;
        this.padding = padding;
        this.kernels = backend.kernels();
        this.weight = Parameter.of(
                name + ".weight", backend.precision().zeros(outputChannels, inputChannels, kernelSize, kernelSize));
        this.bias = Parameter.of(name + ".bias", backend.precision().zeros(outputChannels));
        this.parameters = List.of(weight, bias);
        this.before = padding.before(kernelSize);
    }

    /**
     * Height and width of the convolution's result.
     *
     * @param least the least extent that is of use
     * @throws IllegalArgumentException if the input is no batch of images of that many channels, or they are too small
     */
    final int[] resultExtents(Tensor input, int least) {
        if (!input.hasShape(Shapes.ANY, Shapes.ANY, Shapes.ANY, inputChannels)) {
            throw Shapes.mismatch(name, "input [batch, height, width, " + inputChannels + "]", input);
        }
        int height = padding.outputExtent(input.dimension(1), kernelSize);
        int width = padding.outputExtent(input.dimension(2), kernelSize);
        if (height < least || width < least) {
            int extent = least + input.dimension(1) - height;
            throw Shapes.mismatch(name, "images of at least " + extent + " x " + extent, input);
        }
        return new int[] {height, width};
    }

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }
}
