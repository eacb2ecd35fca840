package quartet.scratch.nn.convolution;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Convolution along one axis, such as the time of a signal, with stride, dilation and groups.
 * <pre>{@code
 * y[n,o,i] = b[o] + sum_{c,u} w[o,c,u] x[n, first(o) + c, i s + u d - p]
 * }</pre>
 * with the letters and gradients of {@link Convolution2d}. Shapes: x [batch, in, length], w [out, in / groups, size], b
 * [out], y [batch, out, length'] with {@code length' = floor((length + 2 p - d (size - 1) - 1) / s) + 1}. The channels
 * are the axis before the length, as in images. Parameters {@code name.weight} and {@code name.bias} start at zero.
 * Source: Waibel et al. (1989), "Phoneme Recognition Using Time-Delay Neural Networks".
 */
public final class Convolution1d implements Layer {
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
    public Convolution1d(
            String name, int inputChannels, int outputChannels, int kernelSize, ConvolutionSettings settings) {
        this(name, inputChannels, outputChannels, kernelSize, settings, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive or the channels cannot be divided among the groups
     */
    public Convolution1d(
            String name,
            int inputChannels,
            int outputChannels,
            int kernelSize,
            ConvolutionSettings settings,
            Backend backend) {
        Require.notNull("Convolution1d", "name", name);
        Require.notNull("Convolution1d", "settings", settings);
        Require.notNull("Convolution1d", "backend", backend);
        Channels.require(name, inputChannels, outputChannels, settings.groups());
        Require.positive(name, "kernelSize", kernelSize);
        this.name = name;
        this.window = settings.window(kernelSize);
        this.inputChannels = inputChannels;
        this.weight = Parameter.of(
                name + ".weight",
                backend.precision().zeros(outputChannels, inputChannels / settings.groups(), kernelSize));
        this.bias = Parameter.of(name + ".bias", backend.precision().zeros(outputChannels));
        this.correlation = new Correlation(Window.SINGLE, window, settings.groups(), backend.kernels());
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        if (!input.hasShape(Shapes.ANY, inputChannels, Shapes.ANY)) {
            throw Shapes.mismatch(name, "signals [batch, " + inputChannels + ", length]", input);
        }
        int length = window.positions(input.dimension(2));
        if (length == 0) {
            throw Shapes.mismatch(name, "signals of a length of at least " + window.extent(1), input);
        }
        this.input = input;
        output = input.reuse(output, input.dimension(0), bias.value().size(), length);
        correlation.toPositions(rowsOf(input), rowsOf(weight.value()), rowsOf(output));
        ChannelBias.add(bias.value(), output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull(name, "output gradient", outputGradient);
        backwardParameters(outputGradient);
        inputGradient = input.reuse(inputGradient);
        correlation.toInputs(rowsOf(outputGradient), rowsOf(weight.value()), rowsOf(inputGradient));
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        correlation.weightGradient(rowsOf(input), rowsOf(outputGradient), rowsOf(weight.gradient()));
        ChannelBias.gradient(outputGradient, bias.gradient());
    }

    /** Returns a signal as an image of one row. */
    private static Tensor rowsOf(Tensor signals) {
        return signals.view(signals.dimension(0), signals.dimension(1), 1, signals.dimension(2));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }
}
