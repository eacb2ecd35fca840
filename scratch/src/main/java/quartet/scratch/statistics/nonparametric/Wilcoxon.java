package quartet.scratch.statistics.nonparametric;

import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.statistics.Ranks;
import quartet.scratch.statistics.hypothesis.Alternative;
import quartet.scratch.statistics.hypothesis.TestResult;

/**
 * Wilcoxon's signed rank test of whether the differences of pairs are symmetric about zero.
 * <pre>{@code d_i = x_i - y_i, zeros dropped;   W = sum of the ranks of |d_i| over positive d_i
 * mean n (n+1) / 4,   variance n (n+1)(2n+1) / 24 - sum(t^3 - t) / 48}</pre>
 * Without ties and with at most 50 pairs the p-value is exact, because all signs are equally likely. Otherwise it uses
 * the normal approximation with a continuity correction of 1/2. It is the rank-based counterpart of {@link
 * quartet.scratch.statistics.hypothesis.TTest#paired}. Source: Wilcoxon (1945); Hollander, Wolfe and Chicken (2014),
 * section 3.1.
 */
public final class Wilcoxon {

    private static final int EXACT_UP_TO = 50;

    private Wilcoxon() {}

    /**
     * Tests whether the differences of pairs are symmetric about zero.
     *
     * @return W, the sum of the positive ranks, and the p-value
     * @throws IllegalArgumentException if the lengths differ, there is no pair, a number is not finite, or all
     *     differences are zero
     */
    public static TestResult test(double[] x, double[] y, Alternative alternative) {
        RequireArray.pairs("Wilcoxon.test", x, y, 1);
        double[] differences = new double[x.length];
        Arrays.setAll(differences, i -> x[i] - y[i]);
        double[] nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
        int n = nonZero.length;
        if (n == 0) {
            throw new IllegalArgumentException("Wilcoxon.test: expected a difference, but all pairs are equal");
        }
        Ranks ranks = Ranks.of(Arrays.stream(nonZero).map(Math::abs).toArray());
        double[] values = ranks.values();
        double w = 0;
        for (int i = 0; i < n; i++) {
            w += nonZero[i] > 0 ? values[i] : 0;
        }
        double p;
        if (ranks.tieSum() == 0 && n <= EXACT_UP_TO) {
            p = RankStatistic.exact((int) Math.round(w), counts(n), alternative);
        } else {
            double variance = n * (n + 1.0) * (2.0 * n + 1) / 24 - ranks.tieSum() / 48;
            p = RankStatistic.normal(w - n * (n + 1.0) / 4, Math.sqrt(variance), alternative);
        }
        return new TestResult("Wilcoxon signed rank test", w, List.of(), p);
    }

    /** Returns counts[w], the number of the 2^n choices of signs with W = w. Each rank is either omitted or added. */
    private static double[] counts(int n) {
        double[] counts = new double[n * (n + 1) / 2 + 1];
        counts[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int w = counts.length - 1; w >= rank; w--) {
                counts[w] += counts[w - rank];
            }
        }
        return counts;
    }
}
