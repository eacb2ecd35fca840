package quartet.scratch.probability.continuous;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;

/**
 * The Laplace or double exponential distribution, the difference of two exponential waiting times.
 * <pre>{@code f(x) = e^(-|x - m| / b) / (2 b),   S(x) = e^(-(x - m) / b) / 2 for x >= m;   mean m, variance 2 b^2}</pre>
 * Its logarithm is the absolute error, as that of the normal distribution is the squared error.
 * Source: Casella and Berger (2002), section 3.3; Johnson, Kotz, Balakrishnan (1995), volume 2, chapter 24.
 *
 * @param location m, the mean and median
 * @param scale b > 0, the mean distance from m
 */
public record Laplace(double location, double scale) implements ContinuousDistribution {

    /** Rejects a location that is not finite and a scale that is not positive. */
    public Laplace {
        Require.finite("Laplace: location", location);
        Require.positive("Laplace: scale", scale);
    }

    /**
     * Returns the maximum-likelihood fit: the median, and the mean absolute deviation from it.
     *
     * @throws IllegalArgumentException unless there are at least two different observations, all finite
     */
    public static Laplace fit(double[] sample) {
        double[] sorted = RequireArray.sample("Laplace.fit", sample, 2).clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
        double scale =
                Arrays.stream(sorted).map(x -> Math.abs(x - median)).average().orElseThrow();
        return new Laplace(median, Require.varying("Laplace.fit", scale));
    }

    private double distance(double x) {
        return Math.abs(Require.notNaN("Laplace: x", x) - location) / scale;
    }

    @Override
    public double logDensity(double x) {
        return -distance(x) - Math.log(2 * scale);
    }

    @Override
    public double cumulative(double x) {
        double tail = Math.exp(-distance(x)) / 2;
        return x < location ? tail : 1 - tail;
    }

    @Override
    public double survival(double x) {
        double tail = Math.exp(-distance(x)) / 2;
        return x < location ? 1 - tail : tail;
    }

    @Override
    public double quantile(double p) {
        Require.probability("Laplace.quantile: p", p);
        return p <= 0.5 ? location + scale * Math.log(2 * p) : location - scale * Math.log(2 * (1 - p));
    }

    @Override
    public double survivalQuantile(double q) {
        Require.probability("Laplace.survivalQuantile: q", q);
        return q <= 0.5 ? location - scale * Math.log(2 * q) : location + scale * Math.log(2 * (1 - q));
    }

    /** Draws a sign and an exponential distance. */
    @Override
    public double sample(RandomGenerator random) {
        double distance = new Exponential(1 / scale).sample(random);
        return random.nextBoolean() ? location + distance : location - distance;
    }

    @Override
    public double mean() {
        return location;
    }

    @Override
    public double variance() {
        return 2 * scale * scale;
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
