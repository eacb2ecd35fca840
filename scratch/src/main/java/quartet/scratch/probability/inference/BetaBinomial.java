package quartet.scratch.probability.inference;

import quartet.scratch.argument.Require;
import quartet.scratch.probability.continuous.Beta;
import quartet.scratch.probability.special.LogGamma;

/**
 * The beta-binomial model of a success probability. The beta distribution is the conjugate prior of the binomial, so
 * the posterior is a beta distribution whose parameters count the trials.
 * <pre>{@code prior Beta(a, b),  s successes and f failures:   posterior Beta(a + s, b + f)
 * P(k successes in n further trials) = (n choose k) B(a + k, b + n - k) / B(a, b)}</pre>
 * Source: Casella and Berger (2002), example 7.2.14; Gelman et al., Bayesian Data Analysis (3rd ed., 2013), section
 * 2.4.
 *
 * @param belief the current distribution of the success probability
 */
public record BetaBinomial(Beta belief) {

    /** Rejects null. */
    public BetaBinomial {
        Require.notNull("BetaBinomial", "belief", belief);
    }

    /** Returns the model with the uniform prior, Beta(1, 1). */
    public static BetaBinomial uniform() {
        return new BetaBinomial(new Beta(1, 1));
    }

    /**
     * Returns the posterior after further trials. The order and grouping of trials do not matter.
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

    /** Returns the probability that the next trial succeeds, the mean of the belief. */
    public double next() {
        return belief.mean();
    }

    /**
     * Returns the posterior predictive probability of k successes in n further trials.
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
