package quartet.scratch.evaluation;

/** The checks that this package makes first; each failure says what was expected and what came. */
final class Require {

    private Require() {}

    static void atLeast(String owner, String what, int minimum, int value) {
        if (value < minimum) {
            throw new IllegalArgumentException(
                    owner + ": expected at least " + minimum + " " + what + ", but was " + value);
        }
    }

    static void sameLength(String owner, String what, int expected, int actual) {
        atLeast(owner, "rows", 1, expected);
        if (actual != expected) {
            throw new IllegalArgumentException(owner + ": expected " + expected + " " + what + ", but was " + actual);
        }
    }

    static void finite(String owner, String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        owner + ": expected finite " + what + ", but was " + values[i] + " at position " + i);
            }
        }
    }

    static void probabilities(String owner, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException(
                        owner + ": expected probabilities in [0, 1], but was " + values[i] + " at position " + i);
            }
        }
    }

    /** Rows of probabilities, each with sum 1 up to 1e-6 (what float32 predictions reach), one for each label. */
    static void distributions(String owner, int[] labels, double[][] rows) {
        sameLength(owner, "rows of probabilities", labels.length, rows.length);
        int classes = rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != classes) {
                throw new IllegalArgumentException(owner + ": expected " + classes
                        + " probabilities in every row, but was " + rows[i].length + " in row " + i);
            }
            probabilities(owner, rows[i]);
            double sum = 0;
            for (double p : rows[i]) {
                sum += p;
            }
            if (Math.abs(sum - 1) > 1e-6) {
                throw new IllegalArgumentException(
                        owner + ": expected probabilities with sum 1, but their sum was " + sum + " in row " + i);
            }
        }
        labels(owner, labels, classes);
    }

    static void labels(String owner, int[] labels, int classes) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(owner + ": expected labels in [0, " + classes + "), but was "
                        + labels[i] + " at position " + i);
            }
        }
    }
}
