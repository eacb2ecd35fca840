package quartet.scratch.probability.continuous;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;

/**
 * The uniform distribution on an interval.
 * <pre>{@code f(x) = 1 / (upper - lower) inside;   mean (lower + upper) / 2, variance (upper - lower)^2 / 12}</pre>
 * Source: Casella and Berger (2002), section 3.3.
 *
 * @param lower the left end
 * @param upper the right end, > lower
 */
public record Uniform(double lower, double upper) implements ContinuousDistribution {

    /** Rejects ends that are not finite or not in order. */
    public Uniform {
        Require.finite("Uniform: lower", lower);
        Require.finite("Uniform: upper", upper);
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    "Uniform: expected lower < upper, but was [" + lower + ", " + upper + "]");
        }
    }

    /**
     * Returns the maximum-likelihood fit, the interval from the smallest to the largest observation.
     *
     * @throws IllegalArgumentException unless there are at least two different finite observations
     */
    public static Uniform fit(double[] sample) {
        RequireArray.sample("Uniform.fit", sample, 2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return new Uniform(
                Arrays.stream(sample).min().orElseThrow(),
                Arrays.stream(sample).max().orElseThrow());
    }

    @Override
    public double logDensity(double x) {
        Require.notNaN("Uniform: x", x);
        return x < lower || x > upper ? Double.NEGATIVE_INFINITY : -Math.log(upper - lower);
    }

    @Override
    public double cumulative(double x) {
        Require.notNaN("Uniform: x", x);
        return Math.min(1, Math.max(0, (x - lower) / (upper - lower)));
    }

    @Override
    public double survival(double x) {
        Require.notNaN("Uniform: x", x);
        return Math.min(1, Math.max(0, (upper - x) / (upper - lower)));
    }

    @Override
    public double quantile(double p) {
        return lower + Require.probability("Uniform.quantile: p", p) * (upper - lower);
    }

    @Override
    public double survivalQuantile(double q) {
        return upper - Require.probability("Uniform.survivalQuantile: q", q) * (upper - lower);
    }

    @Override
    public double sample(RandomGenerator random) {
        return lower + (upper - lower) * random.nextDouble();
    }

    @Override
    public double mean() {
        return lower + (upper - lower) / 2;
    }

    @Override
    public double variance() {
        return (upper - lower) * (upper - lower) / 12;
    }

    @Override
    public double supportLower() {
        return lower;
    }

    @Override
    public double supportUpper() {
        return upper;
    }
}
