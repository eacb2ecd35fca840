package quartet.scratch.argument;

import org.jspecify.annotations.Nullable;

/**
 * Checks of single numbers. {@code what} and {@code caller} name the argument in the message, for example {@code
 * "Gamma: shape"}. Every check returns the value it accepts, unless it has none to return.
 */
public final class Require {

    private Require() {}

    /**
     * Accepts a condition that holds. The message is formatted only if the condition does not hold.
     *
     * @throws IllegalArgumentException with the formatted message otherwise
     */
    // Error Prone asks for its own @FormatMethod annotation, which is not part of the JDK.
    @SuppressWarnings("AnnotateFormatMethod")
    public static void that(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new IllegalArgumentException(message.formatted(arguments));
        }
    }

    /**
     * Accepts a reference that is not null.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static <T> T notNull(String caller, String what, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(caller + ": expected " + what + ", but was null");
        }
        return value;
    }

    /** Accepts every number and both infinities. */
    public static double notNaN(String what, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(what + ": expected a number, but was NaN");
        }
        return value;
    }

    /** Accepts a finite number. */
    public static double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + ": expected a finite number, but was " + value);
        }
        return value;
    }

    /** Accepts a finite number greater than 0. */
    public static double positive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + ": expected a finite number > 0, but was " + value);
        }
        return value;
    }

    /** Accepts a finite number greater than 0. */
    public static double positive(String caller, String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(caller + ": expected " + what + " > 0, but was " + value);
        }
        return value;
    }

    /** Accepts an integer greater than 0. */
    public static int positive(String caller, String what, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(caller + ": expected " + what + " > 0, but was " + value);
        }
        return value;
    }

    /** Accepts a finite number of at least 0. */
    public static double notNegative(String caller, String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(caller + ": expected " + what + " >= 0, but was " + value);
        }
        return value;
    }

    /** Accepts a number in [0, 1]. */
    public static double probability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + ": expected a probability in [0, 1], but was " + value);
        }
        return value;
    }

    /** Accepts a number in the open interval (0, 1), such as a confidence level. */
    public static double insideUnitInterval(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(what + ": expected a number in (0, 1), but was " + value);
        }
        return value;
    }

    /** Accepts a number in [0, 1), such as the decay rate of a moving average. */
    public static double decay(String caller, String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(caller + ": expected " + what + " in [0, 1), but was " + value);
        }
        return value;
    }

    /** Accepts a variance greater than 0, which a test statistic divides by. */
    public static double varying(String what, double variance) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException(what + ": expected observations that differ, but their variance was 0");
        }
        return variance;
    }

    /** Accepts an integer of at least {@code minimum}. */
    public static int atLeast(String what, int minimum, int value) {
        if (value < minimum) {
            throw new IllegalArgumentException(what + ": expected at least " + minimum + ", but was " + value);
        }
        return value;
    }

    /** Accepts a count of at least {@code minimum}; {@code what} names the counted things. */
    public static void atLeast(String caller, String what, int minimum, int value) {
        if (value < minimum) {
            throw new IllegalArgumentException(
                    caller + ": expected at least " + minimum + " " + what + ", but was " + value);
        }
    }

    /** Accepts an interval with finite ends and {@code lower < upper}. */
    public static void interval(String what, double lower, double upper) {
        finite(what + ", lower end", lower);
        finite(what + ", upper end", upper);
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    what + ": expected lower < upper, but was [" + lower + ", " + upper + "]");
        }
    }

    /** Accepts an index in [0, bound). */
    public static void index(String caller, String what, int value, int bound) {
        that(value >= 0 && value < bound, "%s: expected %s in [0, %d), but was %d", caller, what, bound, value);
    }

    /** Accepts a range [from, to) inside [0, bound). */
    public static void range(String caller, String what, int from, int to, int bound) {
        that(
                from >= 0 && from <= to && to <= bound,
                "%s: expected 0 <= from <= to <= %d for the %s, but was [%d, %d)",
                caller,
                bound,
                what,
                from,
                to);
    }
}
