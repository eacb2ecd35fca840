package quartet.scratch.nn.image;

import java.util.List;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Activation;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.activation.Relu;

/**
 * Convolution of images with square kernels and stride 1.
 * <pre>{@code
 * y[n,o,i,j] = b[o] + sum_{c,u,v} w[o,c,u,v] x[n, c, i+u-pad, j+v-pad]
 * dw[o,c,u,v] = sum_{n,i,j} dy[n,o,i,j] x[n, c, i+u-pad, j+v-pad];   db[o] = sum_{n,i,j} dy[n,o,i,j]
 * dx[n,c,p,q] = sum_{o,u,v} w[o,c,u,v] dy[n, o, p-u+pad, q-v+pad]
 * }</pre>
 * Outside the image x is zero. Shapes: x [batch, in, height, width], w [out, in, size, size], b [out], y [batch, out,
 * height', width'], where {@link Padding} defines pad, height' and width'. As in every framework this is, strictly, a
 * cross-correlation: the kernel is not mirrored. Parameters {@code name.weight} and {@code name.bias} start at zero.
 * Source: Goodfellow, Bengio, Courville (2016), section 9.1, equation 9.6.
 */
public final class Conv2d extends ImageLayer {
    private final Filters filters;

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Conv2d(String name, int inputChannels, int outputChannels, int kernelSize, Padding padding) {
        this(name, inputChannels, outputChannels, kernelSize, padding, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Conv2d(
            String name, int inputChannels, int outputChannels, int kernelSize, Padding padding, Backend backend) {
        this(Filters.of(name, inputChannels, outputChannels, kernelSize, padding, backend));
    }

    private Conv2d(Filters filters) {
        super(filters.name(), new ChannelsLastConvolution(filters, Activation.IDENTITY), filters.kernels());
        this.filters = filters;
    }

    /** Joins max pooling and ReLU, in either order: both orders are the same function with the same gradient. */
    @Override
    Fusion channelsLast(List<Layer> chain) {
        Layer next = chain.size() > 1 ? chain.get(1) : this;
        Layer second = chain.size() > 2 ? chain.get(2) : this;
        if (next instanceof MaxPool2d pool) {
            return second instanceof Relu
                    ? new Fusion(new ChannelsLastPooledConvolution(filters, pool.size(), Activation.RELU), 3)
                    : new Fusion(new ChannelsLastPooledConvolution(filters, pool.size(), Activation.IDENTITY), 2);
        }
        if (next instanceof Relu) {
            return second instanceof MaxPool2d pool
                    ? new Fusion(new ChannelsLastPooledConvolution(filters, pool.size(), Activation.RELU), 3)
                    : new Fusion(new ChannelsLastConvolution(filters, Activation.RELU), 2);
        }
        return new Fusion(new ChannelsLastConvolution(filters, Activation.IDENTITY), 1);
    }

    @Override
    public List<Parameter> parameters() {
        return filters.parameters();
    }
}
