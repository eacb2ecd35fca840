package quartet.scratch.evaluation.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Partitions of rows for k-fold cross-validation. Each part is the test set once, and the other parts together are its
 * training set.
 * Source: Hastie, Tibshirani, Friedman (2009), The Elements of Statistical Learning, section 7.10.
 */
public final class Folds {

    private Folds() {}

    /**
     * Returns k folds of random rows. The sizes of the test sets differ by at most one.
     *
     * @throws IllegalArgumentException unless 2 &lt;= k &lt;= rows
     */
    public static List<Fold> random(int rows, int k, RandomGenerator random) {
        return folds("Folds.random", shuffled(IntStream.range(0, rows).toArray(), random), k);
    }

    /**
     * Returns k stratified folds. The number of rows of a class differs by at most one between the test sets, and so do
     * their sizes.
     * Source: Kohavi (1995), "A Study of Cross-Validation and Bootstrap for Accuracy Estimation and Model Selection".
     *
     * @param labels the classes [rows], from 0
     * @throws IllegalArgumentException unless 2 &lt;= k &lt;= rows, or if a label is negative or its class has fewer
     *     than k rows
     */
    public static List<Fold> stratified(int[] labels, int k, RandomGenerator random) {
        Require.notNull("Folds.stratified", "labels", labels);
        int classes = 1 + Arrays.stream(labels).max().orElse(-1);
        RequireArray.labels("Folds.stratified", labels, classes);
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            int label = c;
            int[] members = IntStream.range(0, labels.length)
                    .filter(row -> labels[row] == label)
                    .toArray();
            if (members.length > 0) {
                Require.atLeast("Folds.stratified", "rows of class " + c + " for " + k + " folds", k, members.length);
            }
            Arrays.stream(shuffled(members, random)).forEach(order::add);
        }
        return folds(
                "Folds.stratified", order.stream().mapToInt(Integer::intValue).toArray(), k);
    }

    /**
     * Returns k folds of rows in temporal order, whose training sets grow. The rows are divided into k + 1 parts, whose
     * sizes differ by at most one; part i + 1 is the test set of fold i, and the parts before it are its training set. No
     * training row is later than a test row.
     * Source: Hyndman, Athanasopoulos, Forecasting: Principles and Practice, 3rd edition (2021), section 5.10.
     *
     * @param rows the number of rows, the earliest first
     * @throws IllegalArgumentException unless 2 &lt;= k &lt; rows
     */
    public static List<Fold> byTime(int rows, int k) {
        Require.atLeast("Folds.byTime", "folds", 2, k);
        Require.atLeast("Folds.byTime", "rows for " + k + " folds", k + 1, rows);
        List<Fold> folds = new ArrayList<>();
        for (int part = 1; part <= k; part++) {
            int from = (int) ((long) rows * part / (k + 1));
            int to = (int) ((long) rows * (part + 1) / (k + 1));
            folds.add(new Fold(
                    IntStream.range(0, from).toArray(),
                    IntStream.range(from, to).toArray()));
        }
        return folds;
    }

    /** Assigns the row at position i of the order to part i mod k. */
    private static List<Fold> folds(String owner, int[] order, int k) {
        Require.atLeast(owner, "folds", 2, k);
        Require.atLeast(owner, "rows for " + k + " folds", k, order.length);
        List<Fold> folds = new ArrayList<>();
        for (int part = 0; part < k; part++) {
            int test = part;
            folds.add(new Fold(select(order, i -> i % k != test), select(order, i -> i % k == test)));
        }
        return folds;
    }

    private static int[] select(int[] order, IntPredicate positions) {
        return IntStream.range(0, order.length)
                .filter(positions)
                .map(i -> order[i])
                .sorted()
                .toArray();
    }

    /** Returns a copy shuffled by the Fisher-Yates algorithm. */
    static int[] shuffled(int[] given, RandomGenerator random) {
        int[] rows = given.clone();
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
        return rows;
    }
}
