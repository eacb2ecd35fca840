package quartet.scratch.tensor;

import java.util.Arrays;

/** Sizes of shapes, and the one form in which a wrong shape is reported. */
public final class Shapes {
    /** Stands for any extent in {@link Tensor#hasShape}: the batch, mostly. */
    public static final int ANY = -1;

    private Shapes() {}

    /**
     * The product of the dimensions; 1 for the empty shape of a scalar.
     *
     * @throws IllegalArgumentException if a dimension is negative or the product exceeds an array's size
     */
    public static int sizeOf(int... shape) {
        long size = 1;
        for (int dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException(
                        "Tensor: expected dimensions of at least 0, but was " + Arrays.toString(shape));
            }
            size *= dimension;
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "Tensor: expected fewer than 2^31 numbers, but was " + Arrays.toString(shape));
            }
        }
        return (int) size;
    }

    /** The exception for an unexpected shape: {@code Dense: expected input [batch, 784], but was [32, 28, 28]}. */
    public static IllegalArgumentException mismatch(String owner, String expected, Tensor actual) {
        return new IllegalArgumentException(
                owner + ": expected " + expected + ", but was " + Arrays.toString(actual.shape()));
    }

    /**
     * Checks the gradient that comes back to a layer.
     *
     * @throws IllegalStateException if there is no output yet, so that nothing can flow back
     * @throws IllegalArgumentException if the gradient is not of the output's shape
     */
    public static void requireGradientOf(String owner, Tensor output, Tensor outputGradient) {
        if (output.isNone()) {
            throw new IllegalStateException(owner + ": expected forward before backward");
        }
        if (!outputGradient.sameShape(output)) {
            throw mismatch(owner, "output gradient " + Arrays.toString(output.shape()), outputGradient);
        }
    }
}
