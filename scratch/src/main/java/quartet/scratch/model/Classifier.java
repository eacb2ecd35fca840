package quartet.scratch.model;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.evaluation.resampling.Predictor;

/** A fitted classifier. */
public interface Classifier extends Predictor {

    /**
     * Returns the class of one row.
     *
     * @param row the features [features]
     * @throws IllegalArgumentException if the row has another length than the training rows, or is not finite
     */
    int classify(double[] row);

    /** Returns the class of each row as a number [rows]. */
    @Override
    default double[] predict(double[][] x) {
        Require.notNull("Classifier.predict", "rows", x);
        return Arrays.stream(x).mapToDouble(this::classify).toArray();
    }

    /**
     * Returns classes that are given as numbers, as {@link quartet.scratch.evaluation.resampling.Model} does, as
     * integers.
     *
     * @throws IllegalArgumentException if a number is negative or not an integer
     */
    static int[] labels(double[] y) {
        Require.notNull("Classifier.labels", "y", y);
        return Arrays.stream(y)
                .mapToInt(value -> {
                    Require.that(
                            value >= 0 && value == (int) value,
                            "Classifier.labels: expected the classes 0, 1, ..., but was %s",
                            value);
                    return (int) value;
                })
                .toArray();
    }

    /**
     * Validates training data and returns the number of classes, which is the largest label plus 1.
     *
     * @param x the features [rows, features]
     * @param labels the classes [rows]
     * @throws IllegalArgumentException if there is no row, a number is not finite, the lengths differ, a label is
     *     negative, or a class below the largest label has no row
     */
    static int classes(String caller, double[][] x, int[] labels) {
        RequireArray.table(caller, 1, x);
        RequireArray.sameLength(caller, "labels", x.length, labels.length);
        int classes = 1 + Arrays.stream(labels).max().orElseThrow();
        RequireArray.labels(caller, labels, classes);
        boolean[] seen = new boolean[classes];
        for (int label : labels) {
            seen[label] = true;
        }
        for (int c = 0; c < classes; c++) {
            Require.that(seen[c], "%s: expected rows of every class, but class %d has none", caller, c);
        }
        return classes;
    }
}
