package quartet.scratch.probability.continuous;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;

/**
 * The log-normal distribution of e^Z for a normal variable Z.
 * <pre>{@code f(x) = e^(-(ln x - m)^2 / (2 s^2)) / (x s sqrt(2 pi)),    x > 0
 * mean e^(m + s^2/2),    variance (e^(s^2) - 1) e^(2m + s^2)}</pre>
 * Source: Casella and Berger (2002), section 3.3.
 *
 * @param logMean m, the mean of ln X
 * @param logStandardDeviation s > 0, the standard deviation of ln X
 */
public record LogNormal(double logMean, double logStandardDeviation) implements ContinuousDistribution {

    /** Rejects a mean that is not finite and a deviation that is not positive. */
    public LogNormal {
        Require.finite("LogNormal: logMean", logMean);
        Require.positive("LogNormal: logStandardDeviation", logStandardDeviation);
    }

    /**
     * Returns the maximum-likelihood fit, which fits a normal distribution to the logarithms.
     *
     * @throws IllegalArgumentException unless there are at least two different observations, all positive and finite
     */
    public static LogNormal fit(double[] sample) {
        RequireArray.sample("LogNormal.fit", sample, 2, 0, Double.POSITIVE_INFINITY);
        Normal logarithm = Normal.fit(Arrays.stream(sample).map(Math::log).toArray());
        return new LogNormal(logarithm.mean(), logarithm.standardDeviation());
    }

    private Normal logarithm() {
        return new Normal(logMean, logStandardDeviation);
    }

    @Override
    public double logDensity(double x) {
        Require.notNaN("LogNormal: x", x);
        return x <= 0 || x == Double.POSITIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : logarithm().logDensity(Math.log(x)) - Math.log(x);
    }

    @Override
    public double cumulative(double x) {
        Require.notNaN("LogNormal: x", x);
        return x <= 0 ? 0 : logarithm().cumulative(Math.log(x));
    }

    @Override
    public double survival(double x) {
        Require.notNaN("LogNormal: x", x);
        return x <= 0 ? 1 : logarithm().survival(Math.log(x));
    }

    @Override
    public double quantile(double p) {
        return Math.exp(logarithm().quantile(p));
    }

    @Override
    public double survivalQuantile(double q) {
        return Math.exp(logarithm().survivalQuantile(q));
    }

    @Override
    public double sample(RandomGenerator random) {
        return Math.exp(logarithm().sample(random));
    }

    @Override
    public double mean() {
        return Math.exp(logMean + logStandardDeviation * logStandardDeviation / 2);
    }

    @Override
    public double variance() {
        double square = logStandardDeviation * logStandardDeviation;
        return Math.expm1(square) * Math.exp(2 * logMean + square);
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
