package quartet.scratch.statistics;

import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Mean, variance, skewness and kurtosis in one pass, without storing the data.
 * <pre>{@code d = x - mean_(n-1),   mean_n = mean_(n-1) + d / n,   M2_n = M2_(n-1) + d (x - mean_n)
 * M_k = sum (x_i - mean)^k
 * variance = M2 / (n-1),   skewness = sqrt(n) M3 / M2^(3/2),   excess kurtosis = n M4 / M2^2 - 3}</pre>
 * The textbook formula, the sum of squares minus the squared sum, cancels if the mean is large compared with the
 * standard deviation. These updates do not. Accumulators of parts of the data can be merged.
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

    /** Creates an accumulator without observations. */
    public RunningMoments() {}

    /**
     * Returns the moments of a sample.
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
     * Adds one observation.
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

    /** Adds all observations of another accumulator, which is not modified. */
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

    /** Returns the number of observations. */
    public long count() {
        return count;
    }

    /**
     * Returns the arithmetic mean.
     *
     * @throws IllegalStateException without an observation
     */
    public double mean() {
        requireCount("mean", 1);
        return mean;
    }

    /**
     * Returns the unbiased sample variance, with divisor n - 1.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double variance() {
        requireCount("variance", 2);
        return m2 / (count - 1);
    }

    /**
     * Returns the square root of the sample variance.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * Returns the mean squared deviation, with divisor n.
     *
     * @throws IllegalStateException without an observation
     */
    public double populationVariance() {
        requireCount("populationVariance", 1);
        return m2 / count;
    }

    /**
     * Returns the standard error of the mean, {@code sd / sqrt(n)}.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double standardError() {
        return standardDeviation() / Math.sqrt((double) count);
    }

    /**
     * Returns the skewness g1. It is 0 for a symmetric sample, positive with a long right tail, and NaN if all
     * observations are equal.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double skewness() {
        requireCount("skewness", 2);
        return Math.sqrt((double) count) * m3 / Math.pow(m2, 1.5);
    }

    /**
     * Returns the excess kurtosis g2. It is near 0 for a normal sample, positive with heavy tails, and NaN if all
     * observations are equal.
     *
     * @throws IllegalStateException with fewer than 2 observations
     */
    public double excessKurtosis() {
        requireCount("excessKurtosis", 2);
        return count * m4 / (m2 * m2) - 3;
    }

    /**
     * Returns the smallest observation.
     *
     * @throws IllegalStateException without an observation
     */
    public double minimum() {
        requireCount("minimum", 1);
        return minimum;
    }

    /**
     * Returns the largest observation.
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
