package quartet.scratch.nn;

/** Checks of what a constructor is given. */
final class Arguments {
    private Arguments() {}

    static void requirePositive(String owner, String what, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(owner + ": expected " + what + " > 0, but was " + value);
        }
    }

    static double requirePositive(String owner, String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(owner + ": expected " + what + " > 0, but was " + value);
        }
        return value;
    }

    static double requireFraction(String owner, String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(owner + ": expected " + what + " in [0, 1), but was " + value);
        }
        return value;
    }
}
