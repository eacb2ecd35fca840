package quartet.scratch.tensor;

import java.util.Arrays;
import quartet.scratch.argument.Require;

/** Computes sizes of shapes, and checks shapes with uniform messages. */
public final class Shapes {
    /** Matches any extent in {@link Tensor#hasShape}; usually the batch. */
    public static final int ANY = -1;

    private Shapes() {}

    /**
     * Returns the product of the dimensions, which is 1 for the empty shape of a scalar.
     *
     * @throws IllegalArgumentException if a dimension is negative or the product exceeds the size of an array
     */
    public static int sizeOf(int... shape) {
        Require.notNull("Shapes", "shape", shape);
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

    /** Returns the exception for an unexpected shape, such as {@code Dense: expected input [batch, 784], but was [32, 28, 28]}. */
    public static IllegalArgumentException mismatch(String owner, String expected, Tensor actual) {
        Require.notNull("Shapes", "owner", owner);
        Require.notNull("Shapes", "expected", expected);
        Require.notNull("Shapes", "actual", actual);
        return new IllegalArgumentException(
                owner + ": expected " + expected + ", but was " + Arrays.toString(actual.shape()));
    }

    /**
     * Checks the output gradient that a layer receives.
     *
     * @throws IllegalStateException if there was no forward pass
     * @throws IllegalArgumentException if the gradient does not have the shape of the output
     */
    public static void requireGradientOf(String owner, Tensor output, Tensor outputGradient) {
        Require.notNull("Shapes", "owner", owner);
        Require.notNull("Shapes", "output", output);
        Require.notNull(owner, "output gradient", outputGradient);
        if (output.isNone()) {
            throw new IllegalStateException(owner + ": expected forward before backward");
        }
        if (!outputGradient.sameShape(output)) {
            throw mismatch(owner, "output gradient " + Arrays.toString(output.shape()), outputGradient);
        }
    }
}
