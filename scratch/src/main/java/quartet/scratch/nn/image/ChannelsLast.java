package quartet.scratch.nn.image;

import quartet.scratch.backend.Backend;

/**
 * Brings images into the order in which the layers for images expect them.
 * <pre>{@code y[n,i,j,c] = x[n,c,i,j] }</pre>
 * Shapes: x [batch, channels, height, width], y [batch, height, width, channels].
 */
public final class ChannelsLast extends ChannelOrder {
    /** On the standard backend. */
    public ChannelsLast() {
        this(Backend.standard());
    }

    /** On the given backend. */
    public ChannelsLast(Backend backend) {
        super(true, backend);
    }
}
