package quartet.scratch.nn.image;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * The parameters and sizes of a convolution, which its forms share.
 *
 * @param name of the layer
 * @param weight w [out, in, size, size]
 * @param bias b [out]
 */
record Filters(String name, Parameter weight, Parameter bias, Padding padding, Kernels kernels) {

    static Filters of(String name, int inputs, int outputs, int size, Padding padding, Backend backend) {
        Require.notNull("Conv2d", "name", name);
        Require.notNull(name, "padding", padding);
        Require.notNull(name, "backend", backend);
        Require.positive(name, "inputChannels", inputs);
        Require.positive(name, "outputChannels", outputs);
        Require.positive(name, "kernelSize", size);
        Parameter weight = Parameter.of(name + ".weight", backend.precision().zeros(outputs, inputs, size, size));
        Parameter bias = Parameter.of(name + ".bias", backend.precision().zeros(outputs));
        return new Filters(name, weight, bias, padding, backend.kernels());
    }

    List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    /** Returns the number of channels of the result. */
    int outputs() {
        return weight.value().dimension(0);
    }

    /** Returns the number of zeros above an image and to its left. */
    int before() {
        return padding.before(size());
    }

    /**
     * Returns the height and width of the convolution's result.
     *
     * @param input [batch, height, width, channels]
     * @param least the smallest extent that the form can use
     * @throws IllegalArgumentException if the images have another number of channels or are too small
     */
    int[] resultExtents(Tensor input, int least) {
        int channels = weight.value().dimension(1);
        if (input.dimension(3) != channels) {
            throw ChannelOrder.mismatch(name, "images [batch, " + channels + ", height, width]", input);
        }
        int height = padding.outputExtent(input.dimension(1), size());
        int width = padding.outputExtent(input.dimension(2), size());
        if (height < least || width < least) {
            int extent = least + input.dimension(1) - height;
            throw ChannelOrder.mismatch(name, "images of at least " + extent + " x " + extent + " pixels", input);
        }
        return new int[] {height, width};
    }

    private int size() {
        return weight.value().dimension(2);
    }
}
