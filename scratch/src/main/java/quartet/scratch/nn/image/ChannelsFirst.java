package quartet.scratch.nn.image;

import quartet.scratch.backend.Backend;

/**
 * Brings images into the order in which a data set has them, and in which weights behind {@code Flatten} expect them.
 * <pre>{@code y[n,c,i,j] = x[n,i,j,c] }</pre>
 * Shapes: x [batch, height, width, channels], y [batch, channels, height, width].
 */
public final class ChannelsFirst extends ChannelOrder {
    /** On the standard backend. */
    public ChannelsFirst() {
        this(Backend.standard());
    }

    /** On the given backend. */
    public ChannelsFirst(Backend backend) {
        super(false, backend);
    }
}
