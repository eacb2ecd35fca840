package quartet.scratch.nn;

import quartet.scratch.tensor.Tensor;

/**
 * A tensor that training changes, with its gradient.
 *
 * @param name the layer's name and the role, such as {@code hidden1.weight}
 * @param value the numbers
 * @param gradient the derivative of the loss by the value, of the same shape; each backward pass overwrites it
 */
public record Parameter(String name, Tensor value, Tensor gradient) {
    /** Returns a parameter with the given value, which is not copied, and a gradient of zeros. */
    public static Parameter of(String name, Tensor value) {
        return new Parameter(name, value, value.like(value.shape()));
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
