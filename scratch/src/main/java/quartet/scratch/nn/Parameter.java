package quartet.scratch.nn;

import quartet.scratch.tensor.Tensor;

/**
 * A tensor that training changes, with the gradient of the loss by it.
 *
 * @param name the layer's name and the role, such as {@code hidden1.weight}
 * @param value the numbers; zeros until somebody sets them
 * @param gradient of the same shape; each backward pass overwrites it
 */
public record Parameter(String name, Tensor value, Tensor gradient) {
    /** A parameter on the given numbers, with a gradient of zeros. */
    public static Parameter of(String name, Tensor value) {
        return new Parameter(name, value, value.like(value.shape()));
    }

    /** Two parameters are the same only if they are one: their numbers change. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
