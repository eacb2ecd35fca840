package quartet.scratch.optim;

import quartet.scratch.nn.Parameter;

/** Checks of the numbers that an optimizer is given. */
final class HyperParameters {
    private HyperParameters() {}

    /** A finite number above zero. */
    static double requirePositive(String owner, String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(owner + ": expected " + what + " > 0, but was " + value);
        }
        return value;
    }

    /** A finite number of at least zero. */
    static double requireNotNegative(String owner, String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(owner + ": expected " + what + " >= 0, but was " + value);
        }
        return value;
    }

    /** A number in [0, 1): how much of a running mean stays. */
    static double requireDecay(String owner, String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(owner + ": expected " + what + " in [0, 1), but was " + value);
        }
        return value;
    }

    /** The exception for a gradient that is NaN or infinite. */
    static IllegalArgumentException notFinite(String owner, Parameter parameter, int i) {
        return new IllegalArgumentException(owner + ": expected finite gradients, but was "
                + parameter.gradient().get(i) + " at position " + i + " of " + parameter.name());
    }
}
