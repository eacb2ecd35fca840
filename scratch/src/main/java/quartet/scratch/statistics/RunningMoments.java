package quartet.scratch.statistics;

import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Mean, variance, skewness and kurtosis in one pass, without keeping the data.
 * <pre>{@code d = x - mean_(n-1),   mean_n = mean_(n-1) + d / n,   M2_n = M2_(n-1) + d (x - mean_n)
 * M_k = sum (x_i - mean)^k
 * variance = M2 / (n-1),   skewness = sqrt(n) M3 / M2^(3/2),   excess kurtosis = n M4 / M2^2 - 3}</pre>
 * The textbook's sum of squares minus the squared sum cancels all digits where the mean is large against the deviation;
 * these updates do not. Two accumulators can be merged, so that parts of the data may be processed apart.
 * Source: Welford (1962); Chan, Golub and LeVeque (1983) for merging; Pebay, "Formulas for robust, one-pass parallel
 * computation of covariances and arbitrary-order statistical moments" (2008) for the higher moments.
 */
public final class RunningMoments {

    private long count;
    private double mean;
    private double m2;
    private double m3;
    private double m4;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    /** No observations yet. */
    public RunningMoments() {}

    /**
     * The moments of a sample.
     *
     * @throws IllegalArgumentException if it is empty or one observation is not finite
     */
    public static RunningMoments of(double... sample) {
        RunningMoments moments = new RunningMoments();
        for (double x : RequireArray.sample("RunningMoments.of", sample, 1)) {
            moments.add(x);
        }
        return moments;
    }

    /**
     * Takes in one observation.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public void add(double x) {
        RunningMoments one = new RunningMoments();
        one.count = 1;
        one.mean = Require.finite("RunningMoments.add", x);
        one.minimum = x;
        one.maximum = x;
        merge(one);
    }

    /** Takes in all observations of another accumulator, which stays as it is. */
    public void merge(RunningMoments other) {
        double na = count;
        double nb = other.count;
        double n = na + nb;
        if (n == 0) {
            return;
        }
        double d = other.mean - mean;
        double dn = d / n;
        m4 += other.m4
                + d * dn * dn * dn * na * nb * (na * na - na * nb + nb * nb)
                + 6 * dn * dn * (na * na * other.m2 + nb * nb * m2)
                + 4 * dn * (na * other.m3 - nb * m3);
        m3 += other.m3 + d * dn * dn * na * nb * (na - nb) + 3 * dn * (na * other.m2 - nb * m2);
        m2 += other.m2 + d * dn * na * nb;
        mean += dn * nb;
        count += other.count;
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
    }

    /** The number of observations. */
    public long count() {
        return count;
    }

    /**
     * The arithmetic mean.
     *
     * @throws IllegalStateException without an observation
     */
    public double mean() {
        requireCount("mean", 1);
        return mean;
    }

    /**
     * The sample variance, divisor n - 1, which is right on average.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double variance() {
        requireCount("variance", 2);
        return m2 / (count - 1);
    }

    /**
     * The root of the sample variance.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * The mean squared deviation, divisor n: the variance if the sample is all there is.
     *
     * @throws IllegalStateException without an observation
     */
    public double populationVariance() {
        requireCount("populationVariance", 1);
        return m2 / count;
    }

    /**
     * The standard error of the mean, {@code sd / sqrt(n)}.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double standardError() {
        return standardDeviation() / Math.sqrt((double) count);
    }

    /**
     * The skewness g1; 0 for a symmetric sample, positive with a long right tail. NaN if all observations are equal.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double skewness() {
        requireCount("skewness", 2);
        return Math.sqrt((double) count) * m3 / Math.pow(m2, 1.5);
    }

    /**
     * The excess kurtosis g2; near 0 for a normal sample, positive with heavy tails. NaN if all observations are equal.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double excessKurtosis() {
        requireCount("excessKurtosis", 2);
        return count * m4 / (m2 * m2) - 3;
    }

    /**
     * The smallest observation.
     *
     * @throws IllegalStateException without an observation
     */
    public double minimum() {
        requireCount("minimum", 1);
        return minimum;
    }

    /**
     * The largest observation.
     *
     * @throws IllegalStateException without an observation
     */
    public double maximum() {
        requireCount("maximum", 1);
        return maximum;
    }

    private void requireCount(String what, int minimumCount) {
        if (count < minimumCount) {
            throw new IllegalStateException("RunningMoments." + what + ": expected at least " + minimumCount
                    + " observations to have been added, but was " + count);
        }
    }
}
