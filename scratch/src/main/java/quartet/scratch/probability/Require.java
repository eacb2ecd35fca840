package quartet.scratch.probability;

import java.util.Arrays;

/** The checks of arguments that this package shares; each failure says what was expected and what came. */
final class Require {

    private Require() {}

    static double notNaN(String what, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(what + ": expected a number, but was NaN");
        }
        return value;
    }

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

    static double probability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + ": expected a probability in [0, 1], but was " + value);
        }
        return value;
    }

    static int atLeast(String what, int minimum, int value) {
        if (value < minimum) {
            throw new IllegalArgumentException(what + ": expected at least " + minimum + ", but was " + value);
        }
        return value;
    }

    /** A sample to fit: at least {@code minimum} numbers, each in the open interval (lower, upper). */
    static double[] sample(String what, double[] sample, int minimum, double lower, double upper) {
        if (sample.length < minimum) {
            throw new IllegalArgumentException(
                    what + ": expected at least " + minimum + " observations, but was " + sample.length);
        }
        for (double x : sample) {
            if (!(x > lower && x < upper)) {
                throw new IllegalArgumentException(
                        what + ": expected observations in (" + lower + ", " + upper + "), but was " + x);
            }
        }
        return sample;
    }

    /** A sample to fit: at least one integer, each in [lower, upper]. */
    static long[] sample(String what, long[] sample, long lower, long upper) {
        if (sample.length == 0) {
            throw new IllegalArgumentException(what + ": expected at least one observation, but was []");
        }
        for (long k : sample) {
            if (k < lower || k > upper) {
                throw new IllegalArgumentException(
                        what + ": expected observations in [" + lower + ", " + upper + "], but was " + k);
            }
        }
        return sample;
    }

    /** Probabilities of a discrete variable: none negative, sum 1 up to rounding. */
    static double[] masses(String what, double[] masses) {
        for (double mass : masses) {
            probability(what, mass);
        }
        double sum = Arrays.stream(masses).sum();
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException(what + ": expected probabilities with sum 1, but their sum was " + sum);
        }
        return masses;
    }

    static double mean(double[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }

    static double mean(long[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }
}
