package quartet.scratch.statistics.hypothesis;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.continuous.ChiSquared;
import quartet.scratch.probability.discrete.Binomial;

/**
 * McNemar's test of whether two classifiers have the same accuracy, on the same rows.
 * <pre>{@code
 * b = rows that only the first classifies correctly,   c = rows that only the second classifies correctly
 * exact        b ~ Binomial(b + c, 1/2),                 p = 2 P(X >= max(b, c)), at most 1
 * chi-squared  X^2 = (b - c)^2 / (b + c),                1 degree of freedom
 * }</pre>
 * Rows on which both are right or both are wrong contain no information about the difference. The approximation needs
 * b + c of at least 25. Source: McNemar (1947); Dietterich (1998), "Approximate Statistical Tests for Comparing
 * Supervised Classification Learning Algorithms", section 3.1. Deviation: no continuity correction.
 */
public final class McNemarTest {

    private McNemarTest() {}

    /**
     * Compares the predictions of two classifiers by the exact test.
     *
     * @param labels the true classes [rows]
     * @param first the predictions of the first classifier [rows]
     * @param second the predictions of the second classifier [rows]
     * @throws IllegalArgumentException if the lengths differ or there is no row
     */
    public static TestResult ofPredictions(int[] labels, int[] first, int[] second) {
        RequireArray.sameLength("McNemarTest", "first predictions", labels.length, first.length);
        RequireArray.sameLength("McNemarTest", "second predictions", labels.length, second.length);
        long b = 0;
        long c = 0;
        for (int i = 0; i < labels.length; i++) {
            b += first[i] == labels[i] && second[i] != labels[i] ? 1 : 0;
            c += first[i] != labels[i] && second[i] == labels[i] ? 1 : 0;
        }
        return exact(b, c);
    }

    /**
     * Returns the exact test of the two-sided hypothesis; the statistic is min(b, c). Without any disagreement p is 1.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public static TestResult exact(long b, long c) {
        requireCounts("McNemarTest.exact", b, c);
        double p = b == c ? 1 : Math.min(1, 2 * new Binomial(b + c, 0.5).cumulative(Math.min(b, c)));
        return new TestResult("McNemar's test, exact", Math.min(b, c), List.of(), p);
    }

    /**
     * Returns the approximate test.
     *
     * @throws IllegalArgumentException if a count is negative or both are 0
     */
    public static TestResult chiSquared(long b, long c) {
        requireCounts("McNemarTest.chiSquared", b, c);
        Require.that(b + c > 0, "McNemarTest.chiSquared: expected a disagreement, but both counts were 0");
        double statistic = (double) (b - c) * (b - c) / (b + c);
        return new TestResult(
                "McNemar's test, chi-squared", statistic, List.of(1.0), new ChiSquared(1).survival(statistic));
    }

    private static void requireCounts(String caller, long b, long c) {
        Require.that(b >= 0 && c >= 0, "%s: expected counts >= 0, but was %d and %d", caller, b, c);
    }
}
