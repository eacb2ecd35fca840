package quartet.scratch.nn;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quartet.scratch.argument.Require;

/** Checks of networks that consist of layers. */
public final class Composition {
    private Composition() {}

    /**
     * Accepts distinct layers. No layer may occur twice, even inside other layers.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static void requireDistinctLayers(String owner, List<Layer> layers) {
        Require.notNull("Composition", "owner", owner);
        Require.notNull("Composition", "layers", layers);
        requireDistinctLayers(owner, layers, new IdentityHashMap<>());
    }

    private static void requireDistinctLayers(String owner, List<Layer> layers, Map<Layer, Boolean> seen) {
        for (Layer layer : layers) {
            if (seen.put(layer, true) != null) {
                throw new IllegalArgumentException(owner + ": expected a new layer at each position, but one "
                        + layer.getClass().getSimpleName()
                        + " occurs twice; a layer keeps only its last input, so its gradient would be wrong; use a Graph"
                        + " to share it");
            }
            requireDistinctLayers(owner, layer.children(), seen);
        }
    }

    /**
     * Accepts parameters with distinct names.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static void requireDistinctNames(String owner, List<Parameter> parameters) {
        Require.notNull("Composition", "owner", owner);
        Require.notNull("Composition", "parameters", parameters);
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException(
                        owner + ": expected distinct parameter names, but was " + parameter.name() + " twice");
            }
        }
    }
}
