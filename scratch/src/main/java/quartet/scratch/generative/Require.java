package quartet.scratch.generative;

/** The checks that this package makes first; each failure says what was expected and what came. */
final class Require {

    private Require() {}

    static void atLeast(String owner, String what, int minimum, int value) {
        if (value < minimum) {
            throw new IllegalArgumentException(
                    owner + ": expected at least " + minimum + " " + what + ", but was " + value);
        }
    }

    static double notNegative(String owner, String what, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(owner + ": expected " + what + " >= 0, but was " + value);
        }
        return value;
    }

    static double positive(String owner, String what, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(owner + ": expected " + what + " > 0, but was " + value);
        }
        return value;
    }

    /** Finite numbers, as many as expected. */
    static void row(String owner, int expected, double[] row) {
        if (row.length != expected) {
            throw new IllegalArgumentException(
                    owner + ": expected a row of " + expected + " numbers, but was " + row.length);
        }
        for (int j = 0; j < row.length; j++) {
            if (!Double.isFinite(row[j])) {
                throw new IllegalArgumentException(
                        owner + ": expected finite numbers, but was " + row[j] + " at position " + j);
            }
        }
    }

    /** At least so many rows of the same number of finite features, one or more. */
    static void table(String owner, int minimumRows, double[][] x) {
        atLeast(owner, "rows", minimumRows, x.length);
        atLeast(owner, "features", 1, x[0].length);
        for (double[] row : x) {
            row(owner, x[0].length, row);
        }
    }

    static void labels(String owner, int[] labels, int classes) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(owner + ": expected numbers in [0, " + classes + "), but was "
                        + labels[i] + " at position " + i);
            }
        }
    }
}
