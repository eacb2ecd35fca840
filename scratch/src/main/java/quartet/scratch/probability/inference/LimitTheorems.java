package quartet.scratch.probability.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.probability.Distribution;
import quartet.scratch.probability.MaximumLikelihood;
import quartet.scratch.probability.continuous.Normal;

/**
 * Simulations of the law of large numbers and the central limit theorem.
 * <pre>{@code law of large numbers:    mean of n draws -> m,  with standard deviation s / sqrt(n)
 * central limit theorem:   (mean of n draws - m) sqrt(n) / s -> standard normal}</pre>
 * Both theorems require a finite variance s^2. The Cauchy distribution has none, and its averages do not converge.
 * Source: Casella and Berger (2002), theorems 5.5.2 and 5.5.15.
 */
public final class LimitTheorems {

    private LimitTheorems() {}

    /**
     * The mean of the first n draws.
     *
     * @param draws n
     * @param mean the average of the draws
     * @param error |average - m|; NaN for a distribution without a mean
     * @param expectedError s / sqrt(n)
     */
    public record RunningMean(int draws, double mean, double error, double expectedError) {}

    /**
     * The observed distribution of standardized means.
     *
     * @param draws n, the number of draws in each mean
     * @param repetitions the number of means
     * @param mean the average of the standardized means, which tends to 0
     * @param variance the variance of the standardized means, which tends to 1
     * @param largestGap the largest distance between the empirical and the normal cumulative function
     */
    public record Standardized(int draws, int repetitions, double mean, double variance, double largestGap) {}

    /**
     * Draws repeatedly and reports the running mean at the checkpoints.
     *
     * @param checkpoints the values of n to report, increasing, each at least 1
     * @throws IllegalArgumentException if there is no checkpoint or they do not increase
     */
    public static List<RunningMean> lawOfLargeNumbers(
            Distribution distribution, int[] checkpoints, RandomGenerator random) {
        List<RunningMean> report = new ArrayList<>();
        double mean = 0;
        int n = 0;
        for (int checkpoint : checkpoints) {
            if (checkpoint <= n) {
                throw new IllegalArgumentException(
                        "LimitTheorems.lawOfLargeNumbers: expected increasing checkpoints >= 1," + " but was "
                                + Arrays.toString(checkpoints));
            }
            while (n < checkpoint) {
                n++;
                mean += (distribution.sample(random) - mean) / n;
            }
            double expected = distribution.standardDeviation() / Math.sqrt(n);
            report.add(new RunningMean(n, mean, Math.abs(mean - distribution.mean()), expected));
        }
        if (report.isEmpty()) {
            throw new IllegalArgumentException(
                    "LimitTheorems.lawOfLargeNumbers: expected at least one checkpoint, but was []");
        }
        return List.copyOf(report);
    }

    /**
     * Computes many means of n draws and compares their distribution with the normal distribution.
     *
     * @throws IllegalArgumentException if {@code draws < 1}, {@code repetitions < 2}, or the distribution has no finite
     *     variance
     */
    public static Standardized centralLimit(
            Distribution distribution, int draws, int repetitions, RandomGenerator random) {
        Require.atLeast("LimitTheorems.centralLimit: draws", 1, draws);
        Require.atLeast("LimitTheorems.centralLimit: repetitions", 2, repetitions);
        double deviation =
                Require.positive("LimitTheorems.centralLimit: standard deviation", distribution.standardDeviation());
        double[] means = new double[repetitions];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < repetitions; i++) {
            double mean = MaximumLikelihood.mean(distribution.samples(draws, random));
            means[i] = (mean - distribution.mean()) * Math.sqrt(draws) / deviation;
            sum += means[i];
            squares += means[i] * means[i];
        }
        double average = sum / repetitions;
        double variance = (squares - repetitions * average * average) / (repetitions - 1);
        return new Standardized(draws, repetitions, average, variance, largestGap(means));
    }

    private static double largestGap(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double gap = 0;
        for (int i = 0; i < sorted.length; i++) {
            double cumulative = Normal.STANDARD.cumulative(sorted[i]);
            gap = Math.max(
                    gap, Math.max(cumulative - (double) i / sorted.length, (i + 1.0) / sorted.length - cumulative));
        }
        return gap;
    }
}
