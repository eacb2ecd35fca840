package quartet.scratch.probability.discrete;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.DiscreteDistribution;
import quartet.scratch.probability.MaximumLikelihood;
import quartet.scratch.probability.continuous.Beta;
import quartet.scratch.probability.special.IncompleteBeta;
import quartet.scratch.probability.special.SaddlePoint;

/**
 * The binomial distribution of the number of successes in n independent trials.
 * <pre>{@code P(X = k) = (n choose k) p^k (1-p)^(n-k),   F(k) = I(1-p; n-k, k+1);   mean np, variance np(1-p)}</pre>
 * I is the {@link IncompleteBeta}.
 * Source: Casella and Berger (2002), section 3.2; Loader (2000) for the mass; Relles (1972), described by Devroye,
 * Non-Uniform Random Variate Generation (1986), section X.4.4, for sampling.
 *
 * @param trials n >= 0
 * @param probability p of success, in [0, 1]
 */
public record Binomial(long trials, double probability) implements DiscreteDistribution {

    private static final long FEW_TRIALS = 16;

    /** Rejects a negative number of trials and a probability outside [0, 1]. */
    public Binomial {
        if (trials < 0) {
            throw new IllegalArgumentException("Binomial: expected trials >= 0, but was " + trials);
        }
        Require.probability("Binomial: probability", probability);
    }

    /**
     * Returns the maximum-likelihood fit of p for a known number of trials, the proportion of successes.
     *
     * @param sample the numbers of successes, each out of {@code trials}
     * @throws IllegalArgumentException if there is no observation, one is not in [0, trials], or {@code trials < 1}
     */
    public static Binomial fit(long trials, long[] sample) {
        if (trials < 1) {
            throw new IllegalArgumentException("Binomial.fit: expected trials >= 1, but was " + trials);
        }
        return new Binomial(
                trials, MaximumLikelihood.mean(RequireArray.sample("Binomial.fit", sample, 0, trials)) / trials);
    }

    @Override
    public double logMass(long k) {
        return k < 0 || k > trials
                ? Double.NEGATIVE_INFINITY
                : SaddlePoint.logBinomial((double) k, (double) (trials - k), probability, 1 - probability);
    }

    @Override
    public double cumulative(long k) {
        if (k < 0 || k >= trials) {
            return k < 0 ? 0 : 1;
        }
        return IncompleteBeta.lower(1 - probability, probability, (double) (trials - k), k + 1.0);
    }

    @Override
    public double survival(long k) {
        if (k < 0 || k >= trials) {
            return k < 0 ? 1 : 0;
        }
        return IncompleteBeta.lower(probability, 1 - probability, k + 1.0, (double) (trials - k));
    }

    /**
     * Halves the number of trials by drawing an order statistic. The i-th smallest of n uniform numbers, Y, has the
     * distribution Beta(i, n+1-i). If {@code Y <= p}, the i smallest numbers are successes and n-i numbers above Y
     * remain. Otherwise the i-1 numbers below Y remain.
     */
    @Override
    public long sampleInteger(RandomGenerator random) {
        long n = trials;
        double p = probability;
        long successes = 0;
        while (n > FEW_TRIALS && p > 0 && p < 1) {
            long i = (n + 1) / 2;
            double y = new Beta(i, n + 1.0 - i).sample(random);
            if (y <= p) {
                successes += i;
                n -= i;
                p = (p - y) / (1 - y);
            } else {
                n = i - 1;
                p /= y;
            }
        }
        if (p <= 0 || p >= 1) {
            return p <= 0 ? successes : successes + n;
        }
        for (long trial = 0; trial < n; trial++) {
            successes += random.nextDouble() < p ? 1 : 0;
        }
        return successes;
    }

    @Override
    public double mean() {
        return trials * probability;
    }

    @Override
    public double variance() {
        return trials * probability * (1 - probability);
    }

    @Override
    public long supportLower() {
        return probability == 1 ? trials : 0;
    }

    @Override
    public long supportUpper() {
        return probability == 0 ? 0 : trials;
    }
}
