package quartet.scratch.argument;

import java.util.Arrays;

/** Checks of arrays: samples, probabilities, class labels and tables of features. */
public final class RequireArray {

    /** Rows of float32 probabilities reach a sum of 1 up to this error. */
    private static final double FLOAT_SUM_TOLERANCE = 1e-6;

    private static final double SUM_TOLERANCE = 1e-9;

    private RequireArray() {}

    /** Accepts a point with at least one coordinate, all of them finite. */
    public static double[] point(String what, double[] x) {
        Require.notNull(what, "numbers", x);
        if (x.length == 0) {
            throw new IllegalArgumentException(what + ": expected at least one coordinate, but was []");
        }
        for (int i = 0; i < x.length; i++) {
            Require.finite(what + "[" + i + "]", x[i]);
        }
        return x;
    }

    /** Accepts a sample of at least {@code minimum} finite numbers. */
    public static double[] sample(String what, double[] sample, int minimum) {
        Require.notNull(what, "numbers", sample);
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

    /** Accepts a sample of at least {@code minimum} numbers in the open interval (lower, upper). */
    public static double[] sample(String what, double[] sample, int minimum, double lower, double upper) {
        Require.notNull(what, "numbers", sample);
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

    /** Accepts a sample of at least one integer in [lower, upper]. */
    public static long[] sample(String what, long[] sample, long lower, long upper) {
        Require.notNull(what, "numbers", sample);
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

    /** Accepts two samples of equal length, each of at least {@code minimum} finite numbers. */
    public static void pairs(String what, double[] x, double[] y, int minimum) {
        sample(what + ", first sample", x, minimum);
        sample(what + ", second sample", y, minimum);
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    what + ": expected samples of equal length, but was " + x.length + " and " + y.length);
        }
    }

    /** Accepts at least one row, and as many {@code actual} as {@code expected} entries. */
    public static void sameLength(String caller, String what, int expected, int actual) {
        Require.atLeast(caller, "rows", 1, expected);
        if (actual != expected) {
            throw new IllegalArgumentException(caller + ": expected " + expected + " " + what + ", but was " + actual);
        }
    }

    /** Accepts finite numbers. */
    public static void finite(String caller, String what, double[] values) {
        Require.notNull(caller, what, values);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        caller + ": expected finite " + what + ", but was " + values[i] + " at position " + i);
            }
        }
    }

    /** Accepts a row of {@code expected} finite numbers. */
    public static void row(String caller, int expected, double[] row) {
        Require.notNull(caller, "row", row);
        if (row.length != expected) {
            throw new IllegalArgumentException(
                    caller + ": expected a row of " + expected + " numbers, but was " + row.length);
        }
        finite(caller, "numbers", row);
    }

    /** Accepts at least {@code minimumRows} rows, each with the same number of finite features, at least one. */
    public static void table(String caller, int minimumRows, double[][] x) {
        Require.notNull(caller, "rows", x);
        Require.atLeast(caller, "rows", minimumRows, x.length);
        Require.atLeast(caller, "features", 1, Require.notNull(caller, "row 0", x[0]).length);
        for (double[] row : x) {
            row(caller, x[0].length, row);
        }
    }

    /** Accepts numbers in [0, 1]. */
    public static void probabilities(String caller, double[] values) {
        Require.notNull(caller, "probabilities", values);
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException(
                        caller + ": expected probabilities in [0, 1], but was " + values[i] + " at position " + i);
            }
        }
    }

    /** Accepts a probability mass function: numbers in [0, 1] whose sum differs from 1 by at most 1e-9. */
    public static double[] masses(String what, double[] masses) {
        Require.notNull(what, "numbers", masses);
        for (double mass : masses) {
            Require.probability(what, mass);
        }
        double sum = Arrays.stream(masses).sum();
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(what + ": expected probabilities with sum 1, but their sum was " + sum);
        }
        return masses;
    }

    /** Accepts one row of class probabilities for each label; the sum of a row differs from 1 by at most 1e-6. */
    public static void distributions(String caller, int[] labels, double[][] rows) {
        Require.notNull(caller, "labels", labels);
        Require.notNull(caller, "rows of probabilities", rows);
        sameLength(caller, "rows of probabilities", labels.length, rows.length);
        int classes = Require.notNull(caller, "row 0", rows[0]).length;
        for (int i = 0; i < rows.length; i++) {
            if (Require.notNull(caller, "row " + i, rows[i]).length != classes) {
                throw new IllegalArgumentException(caller + ": expected " + classes
                        + " probabilities in every row, but was " + rows[i].length + " in row " + i);
            }
            probabilities(caller, rows[i]);
            double sum = Arrays.stream(rows[i]).sum();
            if (Math.abs(sum - 1) > FLOAT_SUM_TOLERANCE) {
                throw new IllegalArgumentException(
                        caller + ": expected probabilities with sum 1, but their sum was " + sum + " in row " + i);
            }
        }
        labels(caller, labels, classes);
    }

    /** Accepts class labels in [0, classes). */
    public static void labels(String caller, int[] labels, int classes) {
        indices(caller, "labels", labels, classes);
    }

    /** Accepts integers in [0, bound), such as states or row numbers. */
    public static void indices(String caller, String what, int[] values, int bound) {
        Require.notNull(caller, what, values);
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] >= bound) {
                throw new IllegalArgumentException(caller + ": expected " + what + " in [0, " + bound + "), but was "
                        + values[i] + " at position " + i);
            }
        }
    }
}
