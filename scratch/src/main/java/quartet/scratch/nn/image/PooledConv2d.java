package quartet.scratch.nn.image;

import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.nn.Arguments;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A {@link Conv2d}, a {@link MaxPool2d} and an activation in one sweep, image by image, so that what is between them
 * never leaves the cache.
 * <pre>{@code y = activation(maximum of each window of (convolution of x)) }</pre>
 * An activation that never decreases, as ReLU, gives the same before the maximum and after it, where it has less to do.
 * Shapes: x [batch, height, width, in], w [out, in, kernelSize, kernelSize], b [out], y [batch, floor(height' / window),
 * floor(width' / window), out], where {@link Padding} says how height' and width' follow. Parameters {@code
 * name.weight} and {@code name.bias} start at zero.
 */
public final class PooledConv2d extends ConvolutionLayer {
    private final int window;
    private final Activation activation;

    private Tensor input = Tensor.none();
    private Tensor inputGradient = Tensor.none();
    private Pooled output = new Pooled(0, 0, 1, Activation.IDENTITY, Tensor.none(), new int[0]);

    /** On the standard backend. */
    public PooledConv2d(
            String name,
            int inputChannels,
            int outputChannels,
            int kernelSize,
            Padding padding,
            int window,
            Activation activation) {
        this(name, inputChannels, outputChannels, kernelSize, padding, window, activation, Backend.standard());
    }

    /**
     * A layer of the given sizes.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public PooledConv2d(
            String name,
            int inputChannels,
            int outputChannels,
            int kernelSize,
            Padding padding,
            int window,
            Activation activation,
            Backend backend) {
        super(name, inputChannels, outputChannels, kernelSize, padding, backend);
        Arguments.requirePositive(name, "window", window);
        this.window = window;
        this.activation = activation;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        int[] extents = resultExtents(input, window);
        this.input = input;
        Tensor y = input.reuse(
                output.y(),
                input.dimension(0),
                extents[0] / window,
                extents[1] / window,
                bias.value().size());
        int[] argmax = output.argmax().length < y.size() ? new int[y.size()] : output.argmax();
        output = new Pooled(extents[0], extents[1], window, activation, y, argmax);
        kernels.convolve(input, weight.value(), bias.value(), before, before, output);
        return y;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        backwardParameters(outputGradient);
        inputGradient = input.reuse(inputGradient);
        kernels.convolveBackwardInput(output, outputGradient, weight.value(), before, before, inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output.y(), outputGradient);
        kernels.convolveBackwardWeights(
                input, output, outputGradient, before, before, weight.gradient(), bias.gradient());
    }
}
