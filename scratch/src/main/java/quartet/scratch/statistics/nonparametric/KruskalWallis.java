package quartet.scratch.statistics.nonparametric;

import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.continuous.ChiSquared;
import quartet.scratch.statistics.Ranks;
import quartet.scratch.statistics.hypothesis.TestResult;

/**
 * The Kruskal-Wallis test of whether several populations have the same location, an analysis of variance of ranks.
 * <pre>{@code
 * H = (12 / (N (N + 1)) sum_k R_k^2 / n_k - 3 (N + 1)) / (1 - sum(t^3 - t) / (N^3 - N))
 * }</pre>
 * R_k is the sum of the ranks of sample k in the pooled sample, n_k its size, N the sum of sizes, and t the sizes of the
 * groups of equal observations. H is approximately chi-squared distributed with k - 1 degrees of freedom if all samples
 * have at least 5 observations.
 * Source: Kruskal, Wallis (1952); Hollander, Wolfe and Chicken (2014), section 6.1.
 */
public final class KruskalWallis {

    private KruskalWallis() {}

    /**
     * Compares two or more independent samples.
     *
     * @throws IllegalArgumentException if there are fewer than 2 samples, one is empty or not finite, or all observations
     *     are equal
     */
    public static TestResult test(double[]... samples) {
        Require.atLeast("KruskalWallis", "samples", 2, samples.length);
        for (int k = 0; k < samples.length; k++) {
            RequireArray.sample("KruskalWallis, sample " + k, samples[k], 1);
        }
        double[] all = Arrays.stream(samples).flatMapToDouble(Arrays::stream).toArray();
        Ranks ranks = Ranks.of(all);
        double n = all.length;
        double unequal = Require.varying("KruskalWallis", 1 - ranks.tieSum() / (n * n * n - n));
        double[] values = ranks.values();
        double sum = 0;
        int from = 0;
        for (double[] sample : samples) {
            double rankSum = Arrays.stream(values, from, from + sample.length).sum();
            sum += rankSum * rankSum / sample.length;
            from += sample.length;
        }
        double h = (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / unequal;
        double degrees = samples.length - 1.0;
        return new TestResult("Kruskal-Wallis test", h, List.of(degrees), new ChiSquared(degrees).survival(h));
    }
}
