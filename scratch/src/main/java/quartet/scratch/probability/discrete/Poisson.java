package quartet.scratch.probability.discrete;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.DiscreteDistribution;
import quartet.scratch.probability.MaximumLikelihood;
import quartet.scratch.probability.continuous.Gamma;
import quartet.scratch.probability.special.IncompleteGamma;
import quartet.scratch.probability.special.SaddlePoint;

/**
 * The Poisson distribution of the number of independent events that occur at a constant rate.
 * <pre>{@code P(X = k) = e^-m m^k / k!,   F(k) = Q(k+1, m),   k >= 0;   mean m, variance m}</pre>
 * Q is the {@link IncompleteGamma}.
 * Source: Casella and Berger (2002), section 3.2; Loader (2000) for the mass; Ahrens and Dieter (1974), described by
 * Devroye (1986), section X.3, for sampling.
 *
 * @param mean m > 0
 */
public record Poisson(double mean) implements DiscreteDistribution {

    private static final double SMALL_MEAN = 16;

    /** Rejects a mean that is not positive. */
    public Poisson {
        Require.positive("Poisson: mean", mean);
    }

    /**
     * Returns the maximum-likelihood fit, the sample mean.
     *
     * @throws IllegalArgumentException if there is no observation, one is negative, or all are 0
     */
    public static Poisson fit(long[] sample) {
        return new Poisson(MaximumLikelihood.mean(RequireArray.sample("Poisson.fit", sample, 0, Long.MAX_VALUE)));
    }

    @Override
    public double logMass(long k) {
        return k < 0 ? Double.NEGATIVE_INFINITY : SaddlePoint.logPoisson((double) k, mean);
    }

    @Override
    public double cumulative(long k) {
        return k < 0 ? 0 : IncompleteGamma.upper(k + 1.0, mean);
    }

    @Override
    public double survival(long k) {
        return k < 0 ? 1 : IncompleteGamma.lower(k + 1.0, mean);
    }

    /**
     * Draws the time of the n-th event, which is gamma distributed. If that time is within the period, n events are
     * counted and the rest of the period is sampled in the same way. Otherwise each of the n-1 earlier events lies in
     * the period independently. For short periods, the method counts exponential waiting times by multiplying uniform
     * numbers.
     */
    @Override
    public long sampleInteger(RandomGenerator random) {
        long events = 0;
        double remaining = mean;
        while (remaining > SMALL_MEAN) {
            long n = (long) (remaining * 7 / 8);
            double time = new Gamma(n, 1).sample(random);
            if (time > remaining) {
                return events + new Binomial(n - 1, remaining / time).sampleInteger(random);
            }
            events += n;
            remaining -= time;
        }
        double limit = Math.exp(-remaining);
        double product = 1 - random.nextDouble();
        while (product > limit) {
            events++;
            product *= 1 - random.nextDouble();
        }
        return events;
    }

    @Override
    public double variance() {
        return mean;
    }

    @Override
    public long supportLower() {
        return 0;
    }

    @Override
    public long supportUpper() {
        return Long.MAX_VALUE;
    }
}
