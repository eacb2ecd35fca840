package quartet.scratch.tensor;

import quartet.scratch.argument.Require;

/** The precision of parameters and activations: float32 for training, float64 for checking gradients. */
public enum Precision {
    /** IEEE 754 binary32: 24 significant bits, whole numbers exact up to 2^24. */
    FLOAT32,
    /** IEEE 754 binary64: 53 significant bits. */
    FLOAT64;

    /**
     * Returns a new tensor of zeros.
     *
     * @throws IllegalArgumentException if a dimension is negative or the size exceeds that of an array
     */
    public Tensor zeros(int... shape) {
        Require.notNull("Precision", "shape", shape);
        return switch (this) {
            case FLOAT32 -> FloatTensor.zeros(shape);
            case FLOAT64 -> DoubleTensor.zeros(shape);
        };
    }
}
