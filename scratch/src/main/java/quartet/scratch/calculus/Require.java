package quartet.scratch.calculus;

/** The checks of arguments that this package shares; each failure says what was expected and what came. */
final class Require {

    private Require() {}

    static double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + ": expected a finite number, but was " + value);
        }
        return value;
    }

    static double positive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + ": expected a finite number > 0, but was " + value);
        }
        return value;
    }

    static int atLeast(String what, int minimum, int value) {
        if (value < minimum) {
            throw new IllegalArgumentException(what + ": expected at least " + minimum + ", but was " + value);
        }
        return value;
    }

    /** A point: at least one coordinate, all finite. */
    static double[] point(String what, double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException(what + ": expected at least one coordinate, but was []");
        }
        for (int i = 0; i < x.length; i++) {
            finite(what + "[" + i + "]", x[i]);
        }
        return x;
    }

    /** An interval: both ends finite and {@code lower < upper}. */
    static void interval(String what, double lower, double upper) {
        finite(what + ", lower end", lower);
        finite(what + ", upper end", upper);
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    what + ": expected lower < upper, but was [" + lower + ", " + upper + "]");
        }
    }
}
