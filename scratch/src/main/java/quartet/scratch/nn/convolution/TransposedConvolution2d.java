package quartet.scratch.nn.convolution;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Transposed convolution, which enlarges images. Its forward pass is the gradient of {@link Convolution2d} by the
 * input.
 * <pre>{@code
 * y[n, first(c) + o, i s + u d - p, j s + v d - p]
 *     = b[first(c) + o] + sum of w[c,o,u,v] x[n,c,i,j] over all c,u,v,i,j that meet there
 * dx = convolution of dy with w
 * dw[c,o,u,v] = sum_{n,i,j} x[n,c,i,j] dy[n, first(c) + o, i s + u d - p, j s + v d - p]
 * s = stride, d = dilation, p = padding, first(c) = the first output channel of the group of c
 * }</pre>
 * Shapes: x [batch, in, height, width], w [in, out / groups, size, size], b [out], y [batch, out, height', width'] with
 * {@code height' = (height - 1) s - 2 p + d (size - 1) + 1}. A kernel whose size is a multiple of the stride covers all
 * pixels alike. Parameters {@code name.weight} and {@code name.bias} start at zero. {@link
 * quartet.scratch.nn.training.Initializers} take the second axis of w as inputs, as PyTorch does; an output is a sum
 * over about in size^2 / (groups s^2) inputs. Source: Dumoulin, Visin (2016), "A Guide to Convolution Arithmetic for
 * Deep Learning", relationship 14.
 */
public final class TransposedConvolution2d implements Layer {
    private final String name;
    private final Window window;
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
    public TransposedConvolution2d(
            String name, int inputChannels, int outputChannels, int kernelSize, ConvolutionSettings settings) {
        this(name, inputChannels, outputChannels, kernelSize, settings, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive or the channels cannot be divided among the groups
     */
    public TransposedConvolution2d(
            String name,
            int inputChannels,
            int outputChannels,
            int kernelSize,
            ConvolutionSettings settings,
            Backend backend) {
        Require.notNull("TransposedConvolution2d", "name", name);
        Require.notNull("TransposedConvolution2d", "settings", settings);
        Require.notNull("TransposedConvolution2d", "backend", backend);
        Channels.require(name, inputChannels, outputChannels, settings.groups());
        Require.positive(name, "kernelSize", kernelSize);
        this.name = name;
        this.window = settings.window(kernelSize);
        this.weight = Parameter.of(
                name + ".weight",
                backend.precision().zeros(inputChannels, outputChannels / settings.groups(), kernelSize, kernelSize));
        this.bias = Parameter.of(name + ".bias", backend.precision().zeros(outputChannels));
        this.correlation = new Correlation(window, window, settings.groups(), backend.kernels());
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        int channels = weight.value().dimension(0);
        if (!input.hasShape(Shapes.ANY, channels, Shapes.ANY, Shapes.ANY)) {
            throw Shapes.mismatch(name, "images [batch, " + channels + ", height, width]", input);
        }
        int height = window.extent(input.dimension(2));
        int width = window.extent(input.dimension(3));
        if (input.dimension(2) == 0 || input.dimension(3) == 0 || height <= 0 || width <= 0) {
            throw Shapes.mismatch(name, "images that are larger than the padding removes", input);
        }
        this.input = input;
        output = input.reuse(output, input.dimension(0), bias.value().size(), height, width);
        correlation.toInputs(input, weight.value(), output);
        ChannelBias.add(bias.value(), output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull(name, "output gradient", outputGradient);
        backwardParameters(outputGradient);
        inputGradient = input.reuse(inputGradient);
        correlation.toPositions(outputGradient, weight.value(), inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        correlation.weightGradient(outputGradient, input, weight.gradient());
        ChannelBias.gradient(outputGradient, bias.gradient());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }
}
