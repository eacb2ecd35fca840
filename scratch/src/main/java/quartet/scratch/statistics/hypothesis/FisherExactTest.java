package quartet.scratch.statistics.hypothesis;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.probability.special.LogGamma;

/**
 * Fisher's exact test of independence of a 2 by 2 table.
 * <pre>{@code
 *      a   b        P(a) = C(a + b, a) C(c + d, c) / C(n, a + c)      for given margins (hypergeometric)
 *      c   d        statistic: the odds ratio a d / (b c)
 * }</pre>
 * The test is exact also for small counts, where the {@link ChiSquaredTest} is not. The two-sided p-value is the sum of
 * the probabilities of all tables that are at most as probable as the observed one. Cost: O(min margin).
 * Source: Fisher (1934); Agresti, Categorical Data Analysis (3rd ed., 2013), section 3.5.
 */
public final class FisherExactTest {

    /** Tables whose probabilities agree up to rounding are equally probable. */
    private static final double ROUNDING = 1e-7;

    private FisherExactTest() {}

    /**
     * Tests the table [[a, b], [c, d]].
     *
     * @param alternative GREATER if the odds a / b are suspected to be larger than c / d
     * @return the odds ratio, infinite if b c = 0 and NaN if a d is 0 too, and the p-value
     * @throws IllegalArgumentException if a count is negative or all are 0
     */
    public static TestResult test(long a, long b, long c, long d, Alternative alternative) {
        Require.that(
                a >= 0 && b >= 0 && c >= 0 && d >= 0 && a + b + c + d > 0,
                "FisherExactTest: expected counts >= 0 that are not all 0, but was [[%d, %d], [%d, %d]]",
                a,
                b,
                c,
                d);
        long row = a + b;
        long column = a + c;
        long n = row + c + d;
        double observed = logProbability(a, row, column, n);
        double p = 0;
        for (long k = Math.max(0, row + column - n); k <= Math.min(row, column); k++) {
            double logarithm = logProbability(k, row, column, n);
            boolean extreme =
                    switch (alternative) {
                        case TWO_SIDED -> logarithm <= observed + ROUNDING;
                        case LESS -> k <= a;
                        case GREATER -> k >= a;
                    };
            p += extreme ? Math.exp(logarithm) : 0;
        }
        double oddsRatio = (double) a * d / ((double) b * c);
        return new TestResult("Fisher's exact test", oddsRatio, List.of(), Math.min(1, p));
    }

    private static double logProbability(long a, long row, long column, long n) {
        return logChoose(row, a) + logChoose(n - row, column - a) - logChoose(n, column);
    }

    private static double logChoose(long n, long k) {
        return LogGamma.of(n + 1.0) - LogGamma.of(k + 1.0) - LogGamma.of(n - k + 1.0);
    }
}
