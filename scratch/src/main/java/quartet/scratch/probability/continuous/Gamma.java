package quartet.scratch.probability.continuous;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.probability.MaximumLikelihood;
import quartet.scratch.probability.special.Digamma;
import quartet.scratch.probability.special.IncompleteGamma;
import quartet.scratch.probability.special.SaddlePoint;

/**
 * The gamma distribution. For an integer shape a it is the distribution of the sum of a exponential waiting times.
 * <pre>{@code f(x) = r^a x^(a-1) e^(-r x) / Gamma(a),   F(x) = P(a, r x),   x >= 0;   mean a/r, variance a/r^2}</pre>
 * P is the {@link IncompleteGamma}.
 * Source: Casella and Berger (2002), section 3.3; Marsaglia and Tsang, "A simple method for generating gamma variables"
 * (2000) for sampling.
 *
 * @param shape a > 0
 * @param rate r > 0, the reciprocal of the scale
 */
public record Gamma(double shape, double rate) implements ContinuousDistribution {

    private static final int NEWTON_STEPS = 50;

    /** Rejects parameters that are not positive. */
    public Gamma {
        Require.positive("Gamma: shape", shape);
        Require.positive("Gamma: rate", rate);
    }

    /**
     * Returns the maximum-likelihood fit. The rate is shape / mean. Newton's method in 1/a solves the equation of the
     * shape a:
     * <pre>{@code ln a - psi(a) = ln(mean) - mean of ln x}</pre>
     * Source: Minka, "Estimating a gamma distribution" (2002).
     *
     * @throws IllegalArgumentException unless there are at least two different observations, all positive and finite
     */
    public static Gamma fit(double[] sample) {
        RequireArray.sample("Gamma.fit", sample, 2, 0, Double.POSITIVE_INFINITY);
        double mean = MaximumLikelihood.mean(sample);
        double gap =
                Math.log(mean) - Arrays.stream(sample).map(Math::log).average().orElseThrow();
        if (!(gap > 0)) {
            throw new IllegalArgumentException("Gamma.fit: expected observations that differ, but all were " + mean);
        }
        double a = 0.5 / gap;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double excess = Math.log(a) - Digamma.of(a) - gap;
            double inverse = 1 / a + excess / (a * a * (1 / a - Digamma.trigamma(a)));
            double next = 1 / inverse;
            if (Math.abs(next - a) <= 1e-14 * a) {
                break;
            }
            a = next;
        }
        return new Gamma(a, a / mean);
    }

    @Override
    public double logDensity(double x) {
        Require.notNaN("Gamma: x", x);
        if (x < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (shape >= 1) {
            return Math.log(rate) + SaddlePoint.logPoisson(shape - 1, rate * x);
        }
        return x == 0
                ? Double.POSITIVE_INFINITY
                : SaddlePoint.logPoisson(shape, rate * x) + Math.log(shape) - Math.log(x);
    }

    @Override
    public double cumulative(double x) {
        Require.notNaN("Gamma: x", x);
        return x <= 0 ? 0 : IncompleteGamma.lower(shape, rate * x);
    }

    @Override
    public double survival(double x) {
        Require.notNaN("Gamma: x", x);
        return x <= 0 ? 1 : IncompleteGamma.upper(shape, rate * x);
    }

    @Override
    public double sample(RandomGenerator random) {
        return Math.exp(sampleLogarithm(random));
    }

    /**
     * Draws ln X, which is finite even if X underflows for shapes near 0. For {@code a < 1}, X(a) has the distribution
     * of X(a+1) U^(1/a).
     */
    double sampleLogarithm(RandomGenerator random) {
        if (shape < 1) {
            double larger = new Gamma(shape + 1, rate).sampleLogarithm(random);
            return larger + Math.log(1 - random.nextDouble()) / shape;
        }
        // d (1 + c Z)^3 is approximately gamma distributed; rejection makes it exact.
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = Normal.STANDARD.sample(random);
            double root = 1 + c * z;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            if (Math.log(1 - random.nextDouble()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
                return Math.log(d * v) - Math.log(rate);
            }
        }
    }

    @Override
    public double mean() {
        return shape / rate;
    }

    @Override
    public double variance() {
        return shape / (rate * rate);
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
