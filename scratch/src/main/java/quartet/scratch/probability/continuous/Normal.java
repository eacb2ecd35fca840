package quartet.scratch.probability.continuous;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.probability.MaximumLikelihood;
import quartet.scratch.probability.special.ErrorFunction;

/**
 * The normal (Gaussian) distribution.
 * <pre>{@code z = (x - m) / s
 * f(x) = e^(-z^2 / 2) / (s sqrt(2 pi)),    F(x) = erfc(-z / sqrt 2) / 2,    Q(p) = m - s sqrt 2 erfc^-1(2p)}</pre>
 * Source: Casella and Berger (2002), section 3.3; sampling: Box and Muller (1958).
 *
 * @param mean m
 * @param standardDeviation s > 0
 */
public record Normal(double mean, double standardDeviation) implements ContinuousDistribution {

    /** The standard normal distribution, with mean 0 and standard deviation 1. */
    public static final Normal STANDARD = new Normal(0, 1);

    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
    private static final double ROOT_TWO = Math.sqrt(2);

    /** Rejects a mean that is not finite and a deviation that is not positive. */
    public Normal {
        Require.finite("Normal: mean", mean);
        Require.positive("Normal: standardDeviation", standardDeviation);
    }

    /**
     * Returns the maximum-likelihood fit: the sample mean and the root of the mean squared deviation. The divisor is n,
     * so the estimate of the variance is biased.
     *
     * @throws IllegalArgumentException unless there are at least two different finite observations
     */
    public static Normal fit(double[] sample) {
        RequireArray.sample("Normal.fit", sample, 2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        double mean = MaximumLikelihood.mean(sample);
        double squares = 0;
        for (double x : sample) {
            squares += (x - mean) * (x - mean);
        }
        return new Normal(mean, Math.sqrt(squares / sample.length));
    }

    private double standardized(double x) {
        return (Require.notNaN("Normal: x", x) - mean) / standardDeviation;
    }

    @Override
    public double logDensity(double x) {
        double z = standardized(x);
        return -0.5 * z * z - HALF_LOG_TWO_PI - Math.log(standardDeviation);
    }

    @Override
    public double cumulative(double x) {
        return 0.5 * ErrorFunction.erfc(-standardized(x) / ROOT_TWO);
    }

    @Override
    public double survival(double x) {
        return 0.5 * ErrorFunction.erfc(standardized(x) / ROOT_TWO);
    }

    @Override
    public double quantile(double p) {
        Require.probability("Normal.quantile: p", p);
        return mean - standardDeviation * ROOT_TWO * ErrorFunction.inverseErfc(2 * p);
    }

    @Override
    public double survivalQuantile(double q) {
        Require.probability("Normal.survivalQuantile: q", q);
        return mean + standardDeviation * ROOT_TWO * ErrorFunction.inverseErfc(2 * q);
    }

    /** Draws by the Box-Muller transform: {@code sqrt(-2 ln U) cos(2 pi V)} is standard normal for uniform U and V. */
    @Override
    public double sample(RandomGenerator random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return mean + standardDeviation * radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    @Override
    public double variance() {
        return standardDeviation * standardDeviation;
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
