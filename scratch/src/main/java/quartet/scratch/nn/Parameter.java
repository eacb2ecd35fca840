package quartet.scratch.nn;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * A tensor that training changes, with its gradient.
 *
 * @param name the layer's name and the role, such as {@code hidden1.weight}
 * @param value the numbers
 * @param gradient the derivative of the loss by the value, of the same shape; each backward pass overwrites it
 * @param use how the layer uses the numbers, which determines their initial size
 */
public record Parameter(String name, Tensor value, Tensor gradient, Use use) {
    /** The roles of a parameter in a layer. */
    public enum Use {
        /** Weights of sums over the inputs, and biases. */
        SUM,
        /** A table [rows, dimension] of which a layer selects rows, such as an embedding. */
        LOOKUP
    }

    /** Creates a parameter. */
    public Parameter {
        Require.notNull("Parameter", "name", name);
        Require.notNull("Parameter", "value", value);
        Require.notNull("Parameter", "gradient", gradient);
        Require.notNull("Parameter", "use", use);
    }

    /** Creates a parameter of sums. */
    public Parameter(String name, Tensor value, Tensor gradient) {
        this(name, value, gradient, Use.SUM);
    }

    /** Returns a parameter with the given value, which is not copied, and a gradient of zeros. */
    public static Parameter of(String name, Tensor value) {
        Require.notNull("Parameter", "name", name);
        Require.notNull("Parameter", "value", value);
        return new Parameter(name, value, value.like(value.shape()));
    }

    /** Returns a table whose rows are selected, with the given value, which is not copied, and a gradient of zeros. */
    public static Parameter lookup(String name, Tensor value) {
        Require.notNull("Parameter", "name", name);
        Require.notNull("Parameter", "value", value);
        return new Parameter(name, value, value.like(value.shape()), Use.LOOKUP);
    }

    /** Compares identities, since the numbers of a parameter change. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
