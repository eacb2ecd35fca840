package quartet.scratch.nn.image;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.activation.Relu;

/**
 * Maximum over adjacent square windows. Rows and columns that do not fill a window are left out.
 * <pre>{@code
 * y[n,c,i,j] = max_{u,v < size} x[n, c, i size + u, j size + v]
 * dx = dy at the position of each maximum (the first of equals), 0 elsewhere
 * }</pre>
 * Shapes: x [batch, channels, height, width], y [batch, channels, floor(height / size), floor(width / size)]. Source:
 * Goodfellow, Bengio, Courville (2016), section 9.3.
 */
public final class MaxPool2d extends ImageLayer {
    private final int size;
    private final Kernels kernels;

    /**
     * Creates a layer with windows of size x size, on the standard backend.
     *
     * @throws IllegalArgumentException if the size is not positive
     */
    public MaxPool2d(int size) {
        this(size, Backend.standard());
    }

    /**
     * Creates a layer with windows of size x size, on the given backend.
     *
     * @throws IllegalArgumentException if the size is not positive
     */
    public MaxPool2d(int size, Backend backend) {
        super(
                "MaxPool2d",
                new ChannelsLastMaxPool(
                        size,
                        Activation.IDENTITY,
                        Require.notNull("MaxPool2d", "backend", backend).kernels()),
                backend.kernels());
        Require.positive("MaxPool2d", "size", size);
        this.size = size;
        this.kernels = backend.kernels();
    }

    int size() {
        return size;
    }

    @Override
    Fusion channelsLast(List<Layer> chain) {
        return chain.size() > 1 && chain.get(1) instanceof Relu
                ? new Fusion(new ChannelsLastMaxPool(size, Activation.RELU, kernels), 2)
                : new Fusion(new ChannelsLastMaxPool(size, Activation.IDENTITY, kernels), 1);
    }
}
