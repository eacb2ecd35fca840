package quartet.scratch.probability.continuous;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.probability.MaximumLikelihood;

/**
 * The Cauchy distribution. It has no mean, and the average of any number of draws has the same distribution as a single
 * draw.
 * <pre>{@code z = (x - l) / s:   f(x) = 1 / (pi s (1 + z^2)),   F(x) = 1/2 + arctan(z) / pi
 * Q(p) = l - s / tan(pi p)}</pre>
 * Source: Casella and Berger (2002), section 3.3.
 *
 * @param location l, the median
 * @param scale s > 0, half the interquartile range
 */
public record Cauchy(double location, double scale) implements ContinuousDistribution {

    /** Rejects a location that is not finite and a scale that is not positive. */
    public Cauchy {
        Require.finite("Cauchy: location", location);
        Require.positive("Cauchy: scale", scale);
    }

    /**
     * Returns the maximum-likelihood fit to about six digits. The search starts from the median and the quartiles.
     *
     * @throws IllegalArgumentException if there are fewer than 4 observations, one is not finite, or the quartiles are
     *     equal
     */
    public static Cauchy fit(double[] sample) {
        RequireArray.sample("Cauchy.fit", sample, 4, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        double halfRange = (sorted[3 * sorted.length / 4] - sorted[sorted.length / 4]) / 2;
        Require.positive("Cauchy.fit: half the distance between the quartiles", halfRange);
        double[] found = MaximumLikelihood.maximize(
                p -> MaximumLikelihood.mean(sample, at(p, median, halfRange)::logDensity), 0, 0);
        return at(found, median, halfRange);
    }

    /**
     * Maps the parameters of the search to a distribution: the location in units of the initial scale, and the
     * logarithm of the ratio of the scales.
     */
    private static Cauchy at(double[] p, double median, double halfRange) {
        return new Cauchy(median + p[0] * halfRange, halfRange * Math.exp(p[1]));
    }

    private double standardized(double x) {
        return (Require.notNaN("Cauchy: x", x) - location) / scale;
    }

    @Override
    public double logDensity(double x) {
        return -logOnePlusSquare(standardized(x)) - Math.log(Math.PI * scale);
    }

    private static double logOnePlusSquare(double z) {
        double size = Math.abs(z);
        return size > 1e150 ? 2 * Math.log(size) : Math.log1p(z * z);
    }

    /** Returns arctan2(1, -z) / pi, which equals 1/2 + arctan(z) / pi and is accurate in the lower tail. */
    @Override
    public double cumulative(double x) {
        return Math.atan2(1, -standardized(x)) / Math.PI;
    }

    @Override
    public double survival(double x) {
        return Math.atan2(1, standardized(x)) / Math.PI;
    }

    @Override
    public double quantile(double p) {
        Require.probability("Cauchy.quantile: p", p);
        return p <= 0.5 ? location - scale * upper(p) : location + scale * upper(1 - p);
    }

    @Override
    public double survivalQuantile(double q) {
        Require.probability("Cauchy.survivalQuantile: q", q);
        return q <= 0.5 ? location + scale * upper(q) : location - scale * upper(1 - q);
    }

    /** Returns the standardized x with survival {@code q <= 1/2}. */
    private static double upper(double q) {
        return q == 0.5 ? 0 : 1 / Math.tan(Math.PI * q);
    }

    @Override
    public double sample(RandomGenerator random) {
        return quantile(1 - random.nextDouble());
    }

    @Override
    public double mean() {
        return Double.NaN;
    }

    @Override
    public double variance() {
        return Double.NaN;
    }

    @Override
    public double supportLower() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }
}
