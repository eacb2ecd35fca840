package quartet.scratch.nn.image;

import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Activation;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Convolution of images with square kernels and stride 1, with its activation, which may be the identity.
 * <pre>{@code
 * z[n,i,j,o] = b[o] + sum_{c,u,v} w[o,c,u,v] x[n, i+u-pad, j+v-pad, c];   y = activation(z)
 * dw[o,c,u,v] = sum_{n,i,j} dz[n,i,j,o] x[n, i+u-pad, j+v-pad, c];   db[o] = sum_{n,i,j} dz[n,i,j,o]
 * dx[n,p,q,c] = sum_{o,u,v} w[o,c,u,v] dz[n, p-u+pad, q-v+pad, o]
 * }</pre>
 * Shapes: x [batch, height, width, in], w [out, in, size, size], b [out], y [batch, height', width', out] where {@link
 * Padding} says how height' and width' follow. Strictly this is cross-correlation, as in every framework: the kernel is
 * not mirrored. Parameters {@code name.weight} and {@code name.bias} start at zero. Source: Goodfellow, Bengio,
 * Courville (2016), section 9.1, equation 9.6.
 */
public final class Conv2d extends ConvolutionLayer {
    private final Activation activation;

    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor affineGradient = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /** On the standard backend. */
    public Conv2d(
            String name,
            int inputChannels,
            int outputChannels,
            int kernelSize,
            Padding padding,
            Activation activation) {
        this(name, inputChannels, outputChannels, kernelSize, padding, activation, Backend.standard());
    }

    /**
     * A layer of the given sizes.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Conv2d(
            String name,
            int inputChannels,
            int outputChannels,
            int kernelSize,
            Padding padding,
            Activation activation,
            Backend backend) {
        super(name, inputChannels, outputChannels, kernelSize, padding, backend);
        this.activation = activation;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        int[] extents = resultExtents(input, 1);
        this.input = input;
        output = input.reuse(
                output, input.dimension(0), extents[0], extents[1], bias.value().size());
        kernels.convolve(input, weight.value(), bias.value(), before, before, activation, output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor dZ = backwardToAffine(outputGradient);
        inputGradient = input.reuse(inputGradient);
        kernels.convolveBackwardInput(dZ, weight.value(), before, before, inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        backwardToAffine(outputGradient);
    }

    private Tensor backwardToAffine(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        Tensor dZ = outputGradient;
        if (activation == Activation.RELU) {
            affineGradient = output.reuse(affineGradient);
            kernels.reluBackward(output, outputGradient, affineGradient);
            dZ = affineGradient;
        }
        kernels.convolveBackwardWeights(input, dZ, before, before, weight.gradient(), bias.gradient());
        return dZ;
    }
}
