package quartet.scratch.probability.discrete;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.DiscreteDistribution;
import quartet.scratch.probability.MaximumLikelihood;

/**
 * The Bernoulli distribution of one trial, with 1 for success and 0 for failure.
 * <pre>{@code P(X = 1) = p,   P(X = 0) = 1 - p;   mean p, variance p (1 - p)}</pre>
 * Source: Casella and Berger (2002), section 3.2.
 *
 * @param probability p of success, in [0, 1]
 */
public record Bernoulli(double probability) implements DiscreteDistribution {

    /** Rejects a probability outside [0, 1]. */
    public Bernoulli {
        Require.probability("Bernoulli: probability", probability);
    }

    /**
     * Returns the maximum-likelihood fit, the proportion of successes.
     *
     * @throws IllegalArgumentException if there is no observation or one is neither 0 nor 1
     */
    public static Bernoulli fit(long[] sample) {
        return new Bernoulli(MaximumLikelihood.mean(RequireArray.sample("Bernoulli.fit", sample, 0, 1)));
    }

    @Override
    public double mass(long k) {
        return k == 1 ? probability : k == 0 ? 1 - probability : 0;
    }

    @Override
    public double logMass(long k) {
        return k == 0 ? Math.log1p(-probability) : Math.log(mass(k));
    }

    @Override
    public double cumulative(long k) {
        return k < 0 ? 0 : k == 0 ? 1 - probability : 1;
    }

    @Override
    public double survival(long k) {
        return k < 0 ? 1 : k == 0 ? probability : 0;
    }

    @Override
    public long sampleInteger(RandomGenerator random) {
        return random.nextDouble() < probability ? 1 : 0;
    }

    @Override
    public double mean() {
        return probability;
    }

    @Override
    public double variance() {
        return probability * (1 - probability);
    }

    @Override
    public long supportLower() {
        return probability == 1 ? 1 : 0;
    }

    @Override
    public long supportUpper() {
        return probability == 0 ? 0 : 1;
    }
}
