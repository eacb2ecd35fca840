package quartet.scratch.nn.convolution;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Convolution of images with stride, dilation and groups.
 * <pre>{@code
 * y[n,o,i,j] = b[o] + sum_{c,u,v} w[o,c,u,v] x[n, first(o) + c, i s + u d - p, j s + v d - p]
 * dw[o,c,u,v] = sum_{n,i,j} dy[n,o,i,j] x[n, first(o) + c, i s + u d - p, j s + v d - p]
 * db[o] = sum_{n,i,j} dy[n,o,i,j]
 * dx = the sum of the terms of w dy that x takes part in
 * s = stride, d = dilation, p = padding, first(o) = the first input channel of the group of o
 * }</pre>
 * Outside the image x is zero. Shapes: x [batch, in, height, width], w [out, in / groups, size, size], b [out], y
 * [batch, out, height', width'] with {@code height' = floor((height + 2 p - d (size - 1) - 1) / s) + 1}. Parameters
 * {@code name.weight} and {@code name.bias} start at zero. {@link quartet.scratch.nn.image.Conv2d} is the faster form
 * for stride 1, dilation 1 and one group. Source: Dumoulin, Visin (2016), "A Guide to Convolution Arithmetic for Deep
 * Learning", relationships 6 and 15; Xie et al. (2017), "Aggregated Residual Transformations for Deep Neural Networks",
 * for groups.
 */
public final class Convolution2d implements Layer {
    private final String name;
    private final Window window;
    private final int inputChannels;
    private final Parameter weight;
    private final Parameter bias;
    private final Correlation correlation;
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException as the other constructor
     */
    public Convolution2d(
            String name, int inputChannels, int outputChannels, int kernelSize, ConvolutionSettings settings) {
        this(name, inputChannels, outputChannels, kernelSize, settings, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive or the channels cannot be divided among the groups
     */
    public Convolution2d(
            String name,
            int inputChannels,
            int outputChannels,
            int kernelSize,
            ConvolutionSettings settings,
            Backend backend) {
        Require.notNull("Convolution2d", "name", name);
        Require.notNull("Convolution2d", "settings", settings);
        Require.notNull("Convolution2d", "backend", backend);
        Channels.require(name, inputChannels, outputChannels, settings.groups());
        Require.positive(name, "kernelSize", kernelSize);
        this.name = name;
        this.window = settings.window(kernelSize);
        this.inputChannels = inputChannels;
        this.weight = Parameter.of(
                name + ".weight",
                backend.precision().zeros(outputChannels, inputChannels / settings.groups(), kernelSize, kernelSize));
        this.bias = Parameter.of(name + ".bias", backend.precision().zeros(outputChannels));
        this.correlation = new Correlation(window, window, settings.groups(), backend.kernels());
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        if (!input.hasShape(Shapes.ANY, inputChannels, Shapes.ANY, Shapes.ANY)) {
            throw Shapes.mismatch(name, "images [batch, " + inputChannels + ", height, width]", input);
        }
        int height = window.positions(input.dimension(2));
        int width = window.positions(input.dimension(3));
        if (height == 0 || width == 0) {
            int least = window.extent(1);
            throw Shapes.mismatch(name, "images of at least " + least + " x " + least + " pixels", input);
        }
        this.input = input;
        output = input.reuse(output, input.dimension(0), bias.value().size(), height, width);
        correlation.toPositions(input, weight.value(), output);
        ChannelBias.add(bias.value(), output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull(name, "output gradient", outputGradient);
        backwardParameters(outputGradient);
        inputGradient = input.reuse(inputGradient);
        correlation.toInputs(outputGradient, weight.value(), inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        correlation.weightGradient(input, outputGradient, weight.gradient());
        ChannelBias.gradient(outputGradient, bias.gradient());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }
}
