package quartet.scratch.probability.continuous;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.probability.MaximumLikelihood;

/**
 * The exponential distribution of memoryless waiting times.
 * <pre>{@code f(x) = r e^(-r x),   F(x) = 1 - e^(-r x),   x >= 0;   mean 1/r, variance 1/r^2}</pre>
 * Source: Casella and Berger (2002), section 3.3.
 *
 * @param rate r > 0, events per unit of x
 */
public record Exponential(double rate) implements ContinuousDistribution {

    /** Rejects a rate that is not positive. */
    public Exponential {
        Require.positive("Exponential: rate", rate);
    }

    /**
     * Returns the maximum-likelihood fit, the reciprocal of the mean.
     *
     * @throws IllegalArgumentException if there is no observation or one is not positive and finite
     */
    public static Exponential fit(double[] sample) {
        return new Exponential(1
                / MaximumLikelihood.mean(
                        RequireArray.sample("Exponential.fit", sample, 1, 0, Double.POSITIVE_INFINITY)));
    }

    @Override
    public double logDensity(double x) {
        Require.notNaN("Exponential: x", x);
        return x < 0 ? Double.NEGATIVE_INFINITY : Math.log(rate) - rate * x;
    }

    @Override
    public double cumulative(double x) {
        Require.notNaN("Exponential: x", x);
        return x <= 0 ? 0 : -Math.expm1(-rate * x);
    }

    @Override
    public double survival(double x) {
        Require.notNaN("Exponential: x", x);
        return x <= 0 ? 1 : Math.exp(-rate * x);
    }

    @Override
    public double quantile(double p) {
        return -Math.log1p(-Require.probability("Exponential.quantile: p", p)) / rate;
    }

    @Override
    public double survivalQuantile(double q) {
        return -Math.log(Require.probability("Exponential.survivalQuantile: q", q)) / rate;
    }

    /** Draws the quantile of a uniform number. */
    @Override
    public double sample(RandomGenerator random) {
        return quantile(random.nextDouble());
    }

    @Override
    public double mean() {
        return 1 / rate;
    }

    @Override
    public double variance() {
        return 1 / (rate * rate);
    }

    @Override
    public double supportLower() {
        return 0;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }
}
