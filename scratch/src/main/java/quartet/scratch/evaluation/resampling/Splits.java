package quartet.scratch.evaluation.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Partitions of rows into one training set and one test set. The size of the test set is the share of the rows, rounded
 * to the nearest integer, but at least 1 and at most rows - 1.
 * Source: Hastie, Tibshirani, Friedman (2009), section 7.2; Kohavi (1995), "A Study of Cross-Validation and Bootstrap
 * for Accuracy Estimation and Model Selection", for strata; Bergmeir, Benítez (2012), "On the Use of Cross-Validation for
 * Time Series Predictor Evaluation", for time.
 */
public final class Splits {

    private Splits() {}

    /**
     * Returns a split of random rows.
     *
     * @param testShare the share of the test set in (0, 1)
     * @throws IllegalArgumentException if there are fewer than 2 rows or the share is not in (0, 1)
     */
    public static Fold random(int rows, double testShare, RandomGenerator random) {
        int size = testSize("Splits.random", rows, testShare);
        int[] order = Folds.shuffled(IntStream.range(0, rows).toArray(), random);
        return fold(order, size);
    }

    /**
     * Returns a split of random rows in which every class has the same share of both sets. The test rows are allotted to
     * the classes by the largest remainder, so the numbers differ from the exact shares by less than 1.
     *
     * @param labels the classes [rows], from 0
     * @param testShare the share of the test set in (0, 1)
     * @throws IllegalArgumentException if there are fewer than 2 rows, the share is not in (0, 1) or a label is negative
     */
    public static Fold stratified(int[] labels, double testShare, RandomGenerator random) {
        Require.notNull("Splits.stratified", "labels", labels);
        Require.notNull("Splits.stratified", "random", random);
        int size = testSize("Splits.stratified", labels.length, testShare);
        int classes = 1 + Arrays.stream(labels).max().orElseThrow();
        RequireArray.labels("Splits.stratified", labels, classes);
        int[] quotas = quotas(labels, classes, size);
        List<Integer> test = new ArrayList<>();
        List<Integer> train = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            int label = c;
            int[] members = IntStream.range(0, labels.length)
                    .filter(row -> labels[row] == label)
                    .toArray();
            int[] order = Folds.shuffled(members, random);
            for (int i = 0; i < order.length; i++) {
                (i < quotas[c] ? test : train).add(order[i]);
            }
        }
        return new Fold(sorted(train), sorted(test));
    }

    /**
     * Returns a split in which every training row is before every test row. Rows of equal time stay in their order.
     *
     * @param times the time of each row [rows], in any unit
     * @param testShare the share of the test set in (0, 1)
     * @throws IllegalArgumentException if there are fewer than 2 rows, the share is not in (0, 1) or a time is not finite
     */
    public static Fold byTime(double[] times, double testShare) {
        RequireArray.finite("Splits.byTime", "times", times);
        int size = testSize("Splits.byTime", times.length, testShare);
        int[] latestFirst = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> times[row])
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        return fold(latestFirst, size);
    }

    private static int testSize(String caller, int rows, double testShare) {
        Require.insideUnitInterval(caller + ": testShare", testShare);
        Require.atLeast(caller, "rows", 2, rows);
        return (int) Math.max(1, Math.min(rows - 1L, Math.round(rows * testShare)));
    }

    private static Fold fold(int[] order, int testSize) {
        int[] test = Arrays.copyOf(order, testSize);
        int[] train = Arrays.copyOfRange(order, testSize, order.length);
        Arrays.sort(test);
        Arrays.sort(train);
        return new Fold(train, test);
    }

    /** Returns the number of test rows of each class, with the given sum. */
    private static int[] quotas(int[] labels, int classes, int size) {
        double[] exact = new double[classes];
        for (int label : labels) {
            exact[label] += (double) size / labels.length;
        }
        int[] quotas = Arrays.stream(exact).mapToInt(q -> (int) q).toArray();
        int[] byRemainder = IntStream.range(0, classes)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> quotas[c] - exact[c]))
                .mapToInt(Integer::intValue)
                .toArray();
        int missing = size - Arrays.stream(quotas).sum();
        for (int i = 0; i < missing; i++) {
            quotas[byRemainder[i]]++;
        }
        return quotas;
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
