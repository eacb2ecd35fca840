package quartet.scratch.statistics.nonparametric;

import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.statistics.Ranks;
import quartet.scratch.statistics.hypothesis.Alternative;
import quartet.scratch.statistics.hypothesis.TestResult;

/**
 * The Mann-Whitney U test (Wilcoxon rank sum test) of whether one population tends to larger values than another.
 * <pre>{@code U = R1 - n1 (n1 + 1) / 2 = number of pairs with x_i > y_j (ties count half)
 * mean n1 n2 / 2,   variance n1 n2 / 12 (N + 1 - sum(t^3 - t) / (N (N - 1))),   N = n1 + n2}</pre>
 * R1 is the sum of the ranks of the first sample in the pooled sample. Without ties and with at most 50 observations in
 * each sample the p-value is exact, because all choices of n1 ranks are equally likely. Otherwise it uses the normal
 * approximation with a continuity correction of 1/2. The test does not assume normal populations.
 * Source: Mann and Whitney (1947); Hollander, Wolfe and Chicken (2014), section 4.1.
 */
public final class MannWhitney {

    private static final int EXACT_UP_TO = 50;

    private MannWhitney() {}

    /**
     * Compares two independent samples.
     *
     * @return U of the first sample and the p-value
     * @throws IllegalArgumentException if a sample is empty or not finite, or all observations are equal
     */
    public static TestResult test(double[] x, double[] y, Alternative alternative) {
        RequireArray.sample("MannWhitney.test, first sample", x, 1);
        RequireArray.sample("MannWhitney.test, second sample", y, 1);
        int n1 = x.length;
        int n2 = y.length;
        double[] all = new double[n1 + n2];
        System.arraycopy(x, 0, all, 0, n1);
        System.arraycopy(y, 0, all, n1, n2);
        Ranks ranks = Ranks.of(all);
        double u = Arrays.stream(ranks.values(), 0, n1).sum() - n1 * (n1 + 1.0) / 2;
        boolean exact = ranks.tieSum() == 0 && Math.max(n1, n2) <= EXACT_UP_TO;
        double p = exact
                ? exact((int) Math.round(u), n1, n2, alternative)
                : normal(u, n1, n2, ranks.tieSum(), alternative);
        return new TestResult("Mann-Whitney U test", u, List.of(), p);
    }

    private static double normal(double u, int n1, int n2, double tieSum, Alternative alternative) {
        double total = (double) n1 + n2;
        double product = (double) n1 * n2;
        double variance = product / 12 * (total + 1 - tieSum / (total * (total - 1)));
        double deviation = Math.sqrt(Require.varying("MannWhitney.test", variance));
        return RankStatistic.normal(u - product / 2, deviation, alternative);
    }

    private static double exact(int u, int n1, int n2, Alternative alternative) {
        return RankStatistic.exact(u, counts(n1, n2), alternative);
    }

    /**
     * Returns counts[u], the number of choices of n1 of the ranks 1, ..., n1 + n2 with U = u. The largest rank is
     * either omitted or chosen, which yields the recurrence
     * <pre>{@code c(u; n1, n2) = c(u; n1, n2 - 1) + c(u - n2; n1 - 1, n2)}</pre>
     */
    private static double[] counts(int n1, int n2) {
        double[][] bySize = new double[n1 + 1][n1 * n2 + 1];
        bySize[0][0] = 1;
        // After step j, bySize[i][u] is c(u; i, j); for j = 0 all ranks are chosen and U is 0.
        for (int i = 1; i <= n1; i++) {
            bySize[i][0] = 1;
        }
        for (int j = 1; j <= n2; j++) {
            for (int i = 1; i <= n1; i++) {
                for (int u = n1 * n2; u >= j; u--) {
                    bySize[i][u] += bySize[i - 1][u - j];
                }
            }
        }
        return bySize[n1];
    }
}
