package quartet.contract.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import quartet.contract.Weights;

/** Parameters or their gradients in float64, by canonical name, in canonical layout. The arrays are not copied. */
public final class NamedArrays {
    private final Map<String, double[]> arrays = new LinkedHashMap<>();

    NamedArrays() {}

    /** Returns the same numbers in float64. */
    public static NamedArrays of(Weights weights) {
        NamedArrays result = new NamedArrays();
        weights.asMap().forEach((name, tensor) -> {
            double[] doubles = new double[tensor.size()];
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = tensor.data()[i];
            }
            result.put(name, doubles);
        });
        return result;
    }

    void put(String name, double[] values) {
        arrays.put(name, values);
    }

    /** Returns the names, in order from input to output. */
    public Set<String> names() {
        return Collections.unmodifiableSet(arrays.keySet());
    }

    /**
     * Returns the array of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public double[] get(String name) {
        double[] found = arrays.get(name);
        if (found == null) {
            throw new IllegalArgumentException("expected one of " + names() + ", but was " + name);
        }
        return found;
    }

    /** Returns arrays of zeros of the same sizes. */
    NamedArrays zeros() {
        NamedArrays result = new NamedArrays();
        arrays.forEach((name, values) -> result.put(name, new double[values.length]));
        return result;
    }

    /** Adds {@code factor} times the other arrays of the same names and sizes. */
    public void add(double factor, NamedArrays other) {
        arrays.forEach((name, values) -> {
            double[] added = other.get(name);
            for (int i = 0; i < values.length; i++) {
                values[i] += factor * added[i];
            }
        });
    }
}
