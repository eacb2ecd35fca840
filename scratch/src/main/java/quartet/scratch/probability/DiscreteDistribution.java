package quartet.scratch.probability;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;

/**
 * A distribution on integers with a probability mass function.
 * <pre>{@code F(k) = P(X <= k),   S(k) = P(X > k),   Q(p) = smallest k with F(k) >= p}</pre>
 * Source: Casella and Berger (2002), sections 1.5 and 1.6. Each distribution cites its own source.
 */
public interface DiscreteDistribution extends Distribution {

    /** Returns ln P(X = k), which is -infinity outside the support. */
    double logMass(long k);

    /** Returns P(X = k), which is 0 outside the support. */
    default double mass(long k) {
        return Math.exp(logMass(k));
    }

    /** Returns F(k) = {@code P(X <= k)}. */
    double cumulative(long k);

    /** Returns S(k) = P(X > k), accurate even if it is tiny. */
    double survival(long k);

    /** Returns the smallest possible value. */
    long supportLower();

    /** Returns the largest possible value, or Long.MAX_VALUE if the support is unbounded. */
    long supportUpper();

    /**
     * Returns the quantile: the smallest k with F(k) >= p.
     *
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    default long quantile(double p) {
        Require.probability("DiscreteDistribution.quantile: p", p);
        return QuantileSearch.of(this, p);
    }

    /** Draws one integer. */
    long sampleInteger(RandomGenerator random);

    @Override
    default double sample(RandomGenerator random) {
        return sampleInteger(random);
    }
}
