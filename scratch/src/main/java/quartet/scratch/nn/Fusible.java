package quartet.scratch.nn;

import java.util.List;
import quartet.scratch.argument.Require;

/**
 * A layer that can be computed together with the following layers, faster than separately.
 *
 * <p>{@link Sequential} calls {@link #fuse} once for each of its layers, when the network is built. Fusion does not
 * change results: parameters, outputs and gradients stay the same up to rounding.
 */
public interface Fusible extends Layer {
    /**
     * Returns a layer that replaces the first layers of a chain. It uses the parameters of the layers that it
     * replaces.
     *
     * @param chain the layers of a network from this one to the last one
     */
    Fusion fuse(List<Layer> chain);

    /**
     * The result of {@link #fuse}.
     *
     * @param layer computes the same function as the replaced layers
     * @param length the number of replaced layers, at least 1
     */
    record Fusion(Layer layer, int length) {
        /** Creates a fusion. */
        public Fusion {
            Require.notNull("Fusion", "layer", layer);
        }
    }
}
