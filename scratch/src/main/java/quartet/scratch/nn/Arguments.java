package quartet.scratch.nn;

/** Checks of constructor arguments. Each method throws an IllegalArgumentException that names the owner. */
public final class Arguments {
    private Arguments() {}

    /** Requires a positive whole number. */
    public static void requirePositive(String owner, String what, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(owner + ": expected " + what + " > 0, but was " + value);
        }
    }

    /** Requires a positive finite number and returns it. */
    public static double requirePositive(String owner, String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(owner + ": expected " + what + " > 0, but was " + value);
        }
        return value;
    }

    /** Requires a number in [0, 1) and returns it. */
    public static double requireFraction(String owner, String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(owner + ": expected " + what + " in [0, 1), but was " + value);
        }
        return value;
    }
}
