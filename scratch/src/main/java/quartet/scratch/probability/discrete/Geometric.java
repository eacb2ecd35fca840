package quartet.scratch.probability.discrete;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.DiscreteDistribution;
import quartet.scratch.probability.MaximumLikelihood;

/**
 * The geometric distribution of the number of failures before the first success.
 * <pre>{@code P(X = k) = p (1-p)^k,   P(X > k) = (1-p)^(k+1),   k >= 0;   mean (1-p)/p, variance (1-p)/p^2}</pre>
 * Source: Casella and Berger (2002), section 3.2. Deviation: they count the success too; here k starts at 0.
 *
 * @param probability p of success, in (0, 1]
 */
public record Geometric(double probability) implements DiscreteDistribution {

    /** Rejects a probability outside (0, 1]. */
    public Geometric {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("Geometric: expected a probability in (0, 1], but was " + probability);
        }
    }

    /**
     * Returns the maximum-likelihood fit: {@code p = 1 / (1 + mean)}.
     *
     * @throws IllegalArgumentException if there is no observation or one is negative
     */
    public static Geometric fit(long[] sample) {
        return new Geometric(
                1 / (1 + MaximumLikelihood.mean(RequireArray.sample("Geometric.fit", sample, 0, Long.MAX_VALUE))));
    }

    @Override
    public double logMass(long k) {
        if (k < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return k == 0 ? Math.log(probability) : Math.log(probability) + k * Math.log1p(-probability);
    }

    @Override
    public double cumulative(long k) {
        return k < 0 ? 0 : -Math.expm1((k + 1.0) * Math.log1p(-probability));
    }

    @Override
    public double survival(long k) {
        return k < 0 ? 1 : Math.exp((k + 1.0) * Math.log1p(-probability));
    }

    /** Draws {@code floor(ln U / ln(1-p))} for a uniform U. */
    @Override
    public long sampleInteger(RandomGenerator random) {
        return (long) (Math.log(1 - random.nextDouble()) / Math.log1p(-probability));
    }

    @Override
    public double mean() {
        return (1 - probability) / probability;
    }

    @Override
    public double variance() {
        return (1 - probability) / (probability * probability);
    }

    @Override
    public long supportLower() {
        return 0;
    }

    @Override
    public long supportUpper() {
        return probability == 1 ? 0 : Long.MAX_VALUE;
    }
}
