package quartet.scratch.nn;

/** Checks of what a constructor is given. */
final class Arguments {
    private Arguments() {}

    static void requirePositive(String owner, String what, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(owner + ": expected " + what + " > 0, but was " + value);
        }
    }
}
