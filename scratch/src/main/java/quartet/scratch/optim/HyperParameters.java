package quartet.scratch.optim;

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

    /** A number in [0, 1): how much of a running mean stays. */
    static double requireDecay(String owner, String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(owner + ": expected " + what + " in [0, 1), but was " + value);
        }
        return value;
    }
}
