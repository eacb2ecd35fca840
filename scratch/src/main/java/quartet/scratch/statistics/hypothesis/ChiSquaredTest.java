package quartet.scratch.statistics.hypothesis;

import java.util.Arrays;
import java.util.List;
import quartet.scratch.probability.continuous.ChiSquared;

/**
 * Pearson's chi-squared tests on counts: goodness of fit and independence.
 * <pre>{@code X^2 = sum (observed - expected)^2 / expected
 * goodness of fit:  expected_i = n p_i,                          k - 1 degrees of freedom
 * independence:     expected_ij = row_i column_j / n,            (rows - 1)(columns - 1)}</pre>
 * The chi-squared distribution is an approximation for large counts; as a rule of thumb, each expected count should be
 * at least 5. No continuity correction is applied.
 * Source: Pearson (1900); Agresti, Categorical Data Analysis (3rd ed., 2013), sections 1.5 and 3.2.
 */
public final class ChiSquaredTest {

    private ChiSquaredTest() {}

    /**
     * Tests whether counts follow the given probabilities.
     *
     * @param observed the counts, [k], k >= 2
     * @param probabilities the probabilities of the categories, [k], all positive; they are scaled to sum 1
     * @throws IllegalArgumentException if the lengths differ or are below 2, a count is negative, all are 0, or a
     *     probability is not positive
     */
    public static TestResult goodnessOfFit(long[] observed, double[] probabilities) {
        if (observed.length != probabilities.length || observed.length < 2) {
            throw new IllegalArgumentException(
                    "ChiSquaredTest.goodnessOfFit: expected as many counts as probabilities, at" + " least 2, but was "
                            + observed.length + " and " + probabilities.length);
        }
        for (double probability : probabilities) {
            if (!(probability > 0) || Double.isInfinite(probability)) {
                throw new IllegalArgumentException(
                        "ChiSquaredTest.goodnessOfFit: expected positive probabilities, but was " + probability);
            }
        }
        double n = total("ChiSquaredTest.goodnessOfFit", observed);
        double sum = Arrays.stream(probabilities).sum();
        double statistic = 0;
        for (int i = 0; i < observed.length; i++) {
            statistic += cell((double) observed[i], n * probabilities[i] / sum);
        }
        return result("chi-squared test, goodness of fit", statistic, observed.length - 1.0);
    }

    /**
     * Tests whether the row and the column variable of a contingency table are independent.
     *
     * @param table the counts, [rows][columns], at least 2 by 2
     * @throws IllegalArgumentException if the table is smaller or not rectangular, a count is negative, or a row or
     *     column is all 0
     */
    public static TestResult independence(long[][] table) {
        int columns = table.length == 0 ? 0 : table[0].length;
        if (table.length < 2 || columns < 2) {
            throw new IllegalArgumentException(
                    "ChiSquaredTest.independence: expected at least 2 rows and 2 columns, but" + " was " + table.length
                            + " and " + columns);
        }
        double[] rowSums = new double[table.length];
        double[] columnSums = new double[columns];
        for (int i = 0; i < table.length; i++) {
            if (table[i].length != columns) {
                throw new IllegalArgumentException("ChiSquaredTest.independence: expected rows of length " + columns
                        + ", but row " + i + " has length " + table[i].length);
            }
            rowSums[i] = total("ChiSquaredTest.independence, row " + i, table[i]);
            for (int j = 0; j < columns; j++) {
                columnSums[j] += table[i][j];
            }
        }
        double n = Arrays.stream(rowSums).sum();
        double statistic = 0;
        for (int j = 0; j < columns; j++) {
            if (columnSums[j] == 0) {
                throw new IllegalArgumentException(
                        "ChiSquaredTest.independence: expected a count > 0 in each column, but column " + j
                                + " is all 0");
            }
            for (int i = 0; i < table.length; i++) {
                statistic += cell((double) table[i][j], rowSums[i] * columnSums[j] / n);
            }
        }
        return result("chi-squared test, independence", statistic, (table.length - 1.0) * (columns - 1));
    }

    private static double cell(double observed, double expected) {
        return (observed - expected) * (observed - expected) / expected;
    }

    private static double total(String what, long[] counts) {
        long total = 0;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException(what + ": expected counts >= 0, but was " + count);
            }
            total += count;
        }
        if (total == 0) {
            throw new IllegalArgumentException(what + ": expected a count > 0, but all were 0");
        }
        return total;
    }

    private static TestResult result(String name, double statistic, double degrees) {
        double p = new ChiSquared(degrees).survival(statistic);
        return new TestResult(name, statistic, List.of(degrees), p);
    }
}
