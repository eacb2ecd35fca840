package quartet.scratch.probability.continuous;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.calculus.root.Brent;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.probability.special.LogGamma;

/**
 * The Weibull distribution of lifetimes whose rate of failure is a power of the age.
 * <pre>{@code f(x) = k/l (x/l)^(k-1) e^(-(x/l)^k),   S(x) = e^(-(x/l)^k),   x >= 0
 * mean l G(1 + 1/k),   variance l^2 (G(1 + 2/k) - G(1 + 1/k)^2),   G the gamma function}</pre>
 * The rate of failure falls with age for {@code k < 1}, is constant for k = 1 (exponential) and rises for k > 1.
 * Source: Casella and Berger (2002), section 3.3; Johnson, Kotz, Balakrishnan (1994), volume 1, chapter 21.
 *
 * @param shape k > 0
 * @param scale l > 0, the quantile of 1 - 1/e, in the unit of x
 */
public record Weibull(double shape, double scale) implements ContinuousDistribution {

    /** Rejects parameters that are not positive. */
    public Weibull {
        Require.positive("Weibull: shape", shape);
        Require.positive("Weibull: scale", scale);
    }

    /**
     * Returns the maximum-likelihood fit. The shape k solves
     * <pre>{@code sum x^k ln x / sum x^k - 1/k = mean of ln x,   then   l^k = mean of x^k}</pre>
     * whose left side increases with k. Source: Johnson, Kotz, Balakrishnan (1994), chapter 21.
     *
     * @throws IllegalArgumentException unless there are at least two different observations, all positive and finite
     */
    public static Weibull fit(double[] sample) {
        RequireArray.sample("Weibull.fit", sample, 2, 0, Double.POSITIVE_INFINITY);
        double[] logs = Arrays.stream(sample).map(Math::log).sorted().toArray();
        double largest = logs[logs.length - 1];
        // Relative to the largest observation, no power overflows.
        double[] relative = Arrays.stream(logs).map(log -> log - largest).toArray();
        double mean = Arrays.stream(relative).average().orElseThrow();
        Require.varying("Weibull.fit", -mean);
        // At k = -1 / mean the left side is at most 0 - 1/k = mean; it exceeds the mean for a sufficiently large k.
        double low = -1 / mean;
        double high = 2 * low;
        while (excess(relative, mean, high) <= 0) {
            high *= 2;
        }
        double k = Brent.root(shape -> excess(relative, mean, shape), low, high, 1e-15 * high)
                .x();
        double power =
                Arrays.stream(relative).map(r -> Math.exp(k * r)).average().orElseThrow();
        return new Weibull(k, Math.exp(largest + Math.log(power) / k));
    }

    private static double excess(double[] logs, double mean, double k) {
        double sum = 0;
        double weighted = 0;
        for (double log : logs) {
            sum += Math.exp(k * log);
            weighted += Math.exp(k * log) * log;
        }
        return weighted / sum - 1 / k - mean;
    }

    @Override
    public double logDensity(double x) {
        Require.notNaN("Weibull: x", x);
        if (x < 0 || x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double logarithm = Math.log(x) - Math.log(scale);
        double power = shape == 1 ? 0 : (shape - 1) * logarithm;
        return Math.log(shape) - Math.log(scale) + power - Math.exp(shape * logarithm);
    }

    private double hazard(double x) {
        return Math.pow(Require.notNaN("Weibull: x", x) / scale, shape);
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : -Math.expm1(-hazard(x));
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : Math.exp(-hazard(x));
    }

    @Override
    public double quantile(double p) {
        return scale * Math.pow(-Math.log1p(-Require.probability("Weibull.quantile: p", p)), 1 / shape);
    }

    @Override
    public double survivalQuantile(double q) {
        return scale * Math.pow(-Math.log(Require.probability("Weibull.survivalQuantile: q", q)), 1 / shape);
    }

    /** Draws the quantile of a uniform number. */
    @Override
    public double sample(RandomGenerator random) {
        return quantile(random.nextDouble());
    }

    @Override
    public double mean() {
        return scale * Math.exp(LogGamma.of(1 + 1 / shape));
    }

    /**
     * Returns the variance, computed as {@code l^2 G(1 + 1/k)^2 (e^d - 1)} with d = ln G(1 + 2/k) - 2 ln G(1 + 1/k),
     * to avoid cancellation.
     */
    @Override
    public double variance() {
        double difference = LogGamma.onePlus(2 / shape) - 2 * LogGamma.onePlus(1 / shape);
        return mean() * mean() * Math.expm1(difference);
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
