package quartet.scratch.statistics;

/** The checks of arguments that this package shares; each failure says what was expected and what came. */
final class Require {

    private Require() {}

    /** A sample: at least {@code minimum} finite numbers. */
    static double[] sample(String what, double[] sample, int minimum) {
        if (sample.length < minimum) {
            throw new IllegalArgumentException(
                    what + ": expected at least " + minimum + " observations, but was " + sample.length);
        }
        for (int i = 0; i < sample.length; i++) {
            if (!Double.isFinite(sample[i])) {
                throw new IllegalArgumentException(
                        what + ": expected finite observations, but was " + sample[i] + " at index " + i);
            }
        }
        return sample;
    }

    /** Two samples of pairs: equal length, at least {@code minimum}. */
    static void pairs(String what, double[] x, double[] y, int minimum) {
        sample(what + ", first sample", x, minimum);
        sample(what + ", second sample", y, minimum);
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    what + ": expected samples of equal length, but was " + x.length + " and " + y.length);
        }
    }

    static double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + ": expected a finite number, but was " + value);
        }
        return value;
    }

    /** A number in the open interval (0, 1): a level or a significance. */
    static double share(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(what + ": expected a number in (0, 1), but was " + value);
        }
        return value;
    }

    /** A sample that varies; a test statistic would divide by its deviation. */
    static double varying(String what, double variance) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException(what + ": expected observations that differ, but their variance was 0");
        }
        return variance;
    }
}
