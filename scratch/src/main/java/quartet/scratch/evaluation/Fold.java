package quartet.scratch.evaluation;

import java.util.Arrays;

/**
 * A division of rows: learn from the ones, be judged by the others.
 *
 * @param train the rows to learn from, rising
 * @param test the rows to predict, rising
 */
public record Fold(int[] train, int[] test) {

    /** The given rows of a table, without a copy of their contents. */
    static double[][] select(double[][] x, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> x[row]).toArray(double[][]::new);
    }

    /** The given entries. */
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
