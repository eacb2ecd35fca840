package quartet.scratch.probability;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;

/**
 * A distribution on integers with a probability mass function.
 * <pre>{@code F(k) = P(X <= k),   S(k) = P(X > k),   Q(p) = smallest k with F(k) >= p}</pre>
 * Source: Casella and Berger (2002), sections 1.5 and 1.6; each distribution names its own.
 */
public interface DiscreteDistribution extends Distribution {

    /** ln P(X = k); -infinity outside the support. */
    double logMass(long k);

    /** P(X = k); 0 outside the support. */
    default double mass(long k) {
        return Math.exp(logMass(k));
    }

    /** F(k) = {@code P(X <= k)}. */
    double cumulative(long k);

    /** S(k) = P(X > k), accurate where it is tiny. */
    double survival(long k);

    /** The smallest possible value. */
    long supportLower();

    /** The largest possible value; Long.MAX_VALUE where there is none. */
    long supportUpper();

    /**
     * The quantile: the smallest k with F(k) >= p.
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
