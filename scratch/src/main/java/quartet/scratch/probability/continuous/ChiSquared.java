package quartet.scratch.probability.continuous;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.probability.special.Digamma;

/**
 * The chi-squared distribution of the sum of k squared standard normal variables. It is the gamma distribution with
 * shape k/2 and rate 1/2.
 * <pre>{@code f(x) = x^(k/2-1) e^(-x/2) / (2^(k/2) Gamma(k/2)),   x >= 0;   mean k, variance 2k}</pre>
 * Source: Casella and Berger (2002), sections 3.3 and 5.3.
 *
 * @param degreesOfFreedom k > 0, not necessarily an integer
 */
public record ChiSquared(double degreesOfFreedom) implements ContinuousDistribution {

    /** Rejects degrees of freedom that are not positive. */
    public ChiSquared {
        Require.positive("ChiSquared: degreesOfFreedom", degreesOfFreedom);
    }

    /**
     * Returns the maximum-likelihood fit, the solution of {@code psi(k/2) = mean of ln(x/2)}.
     *
     * @throws IllegalArgumentException if there is no observation or one is not positive and finite
     */
    public static ChiSquared fit(double[] sample) {
        RequireArray.sample("ChiSquared.fit", sample, 1, 0, Double.POSITIVE_INFINITY);
        double meanLog =
                Arrays.stream(sample).map(x -> Math.log(x / 2)).average().orElseThrow();
        return new ChiSquared(2 * Digamma.inverse(meanLog));
    }

    private Gamma gamma() {
        return new Gamma(degreesOfFreedom / 2, 0.5);
    }

    @Override
    public double logDensity(double x) {
        return gamma().logDensity(x);
    }

    @Override
    public double cumulative(double x) {
        return gamma().cumulative(x);
    }

    @Override
    public double survival(double x) {
        return gamma().survival(x);
    }

    @Override
    public double sample(RandomGenerator random) {
        return gamma().sample(random);
    }

    @Override
    public double mean() {
        return degreesOfFreedom;
    }

    @Override
    public double variance() {
        return 2 * degreesOfFreedom;
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
