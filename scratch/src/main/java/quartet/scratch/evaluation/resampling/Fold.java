package quartet.scratch.evaluation.resampling;

import java.util.Arrays;
import quartet.scratch.argument.Require;

/**
 * A partition of rows into a training set and a test set.
 *
 * @param train the training rows, in increasing order
 * @param test the test rows, in increasing order
 */
public record Fold(int[] train, int[] test) {

    /** Rejects null. */
    public Fold {
        Require.notNull("Fold", "train", train);
        Require.notNull("Fold", "test", test);
    }

    /** Returns the given rows of a table. The rows themselves are not copied. */
    static double[][] select(double[][] x, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> x[row]).toArray(double[][]::new);
    }

    /** Returns the given entries. */
    static double[] select(double[] y, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> y[row]).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fold fold && Arrays.equals(train, fold.train) && Arrays.equals(test, fold.test);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
    }

    @Override
    public String toString() {
        return "Fold[train=" + Arrays.toString(train) + ", test=" + Arrays.toString(test) + "]";
    }
}
