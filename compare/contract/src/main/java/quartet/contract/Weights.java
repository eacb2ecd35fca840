package quartet.contract;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a network by canonical name, in the order from the input to the output, in one layout for all
 * engines: dense {@code [in, out]} with {@code Y = X W + b}, convolution {@code [out, in, height, width]}, embedding
 * {@code [vocabulary, dimension]}, bias {@code [out]}. Gradients have the same form.
 */
public final class Weights {
    private final Map<String, Tensor> tensors;

    public Weights(Map<String, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    public Set<String> names() {
        return tensors.keySet();
    }

    public Map<String, Tensor> asMap() {
        return tensors;
    }

    /**
     * Returns the tensor of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("Weights: expected one of " + names() + ", but was " + name);
        }
        return tensor;
    }

    /** Returns the number of parameters. */
    public long count() {
        return tensors.values().stream().mapToLong(Tensor::size).sum();
    }

    /**
     * Checks names and shapes.
     *
     * @throws IllegalArgumentException if they do not match the specification
     */
    public void check(ModelSpec spec) {
        Map<String, int[]> shapes = spec.parameterShapes();
        if (!shapes.keySet().equals(names())) {
            throw new IllegalArgumentException("Weights: expected " + shapes.keySet() + ", but were " + names());
        }
        shapes.forEach((name, shape) -> {
            if (!Arrays.equals(shape, get(name).shape())) {
                throw new IllegalArgumentException("Weights: expected " + name + " " + Arrays.toString(shape)
                        + ", but was " + Arrays.toString(get(name).shape()));
            }
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights weights && tensors.equals(weights.tensors);
    }

    @Override
    public int hashCode() {
        return tensors.hashCode();
    }

    @Override
    public String toString() {
        return "Weights" + tensors;
    }
}
