package quartet.scratch.probability.inference;

import quartet.scratch.probability.continuous.Beta;
import quartet.scratch.probability.special.LogGamma;

/**
 * Learning a probability of success from trials: the beta distribution is conjugate to the binomial, so the posterior
 * is again a beta distribution and the data enter by counting.
 * <pre>{@code prior Beta(a, b),  s successes and f failures:   posterior Beta(a + s, b + f)
 * P(k successes in n further trials) = (n choose k) B(a + k, b + n - k) / B(a, b)}</pre>
 * Source: Casella and Berger (2002), example 7.2.14; Gelman et al., Bayesian Data Analysis (3rd ed., 2013), section
 * 2.4.
 *
 * @param belief the distribution of the unknown probability, so far
 */
public record BetaBinomial(Beta belief) {

    /** Knowing nothing: every probability is equally likely, Beta(1, 1). */
    public static BetaBinomial uniform() {
        return new BetaBinomial(new Beta(1, 1));
    }

    /**
     * The belief after further trials; their order and grouping do not matter.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public BetaBinomial update(long successes, long failures) {
        if (successes < 0 || failures < 0) {
            throw new IllegalArgumentException(
                    "BetaBinomial.update: expected counts >= 0, but was " + successes + " and " + failures);
        }
        return new BetaBinomial(new Beta(belief.a() + successes, belief.b() + failures));
    }

    /** The probability that the next trial succeeds: the belief's mean. */
    public double next() {
        return belief.mean();
    }

    /**
     * The probability of k successes in n further trials, all uncertainty included.
     *
     * @throws IllegalArgumentException if not {@code 0 <= k <= n}
     */
    public double predictive(long k, long n) {
        if (k < 0 || k > n) {
            throw new IllegalArgumentException(
                    "BetaBinomial.predictive: expected 0 <= k <= n, but was k = " + k + ", n = " + n);
        }
        double a = belief.a();
        double b = belief.b();
        double choose = -Math.log(n + 1.0) - logBeta(k + 1.0, n - k + 1.0);
        return Math.exp(choose + logBeta(a + k, b + n - k) - logBeta(a, b));
    }

    private static double logBeta(double a, double b) {
        return LogGamma.of(a) + LogGamma.of(b) - LogGamma.of(a + b);
    }
}
