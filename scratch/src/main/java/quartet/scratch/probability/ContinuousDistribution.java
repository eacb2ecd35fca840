package quartet.scratch.probability;

import quartet.scratch.argument.Require;

/**
 * A distribution with a density f.
 * <pre>{@code F(x) = P(X <= x) = integral of f up to x          cumulative
 * S(x) = P(X > x) = 1 - F(x)                       survival
 * Q(p) = smallest x with F(x) >= p                 quantile}</pre>
 * In the upper tail 1 - F(x) loses all digits to cancellation. For example, 1 - F(9) of the standard normal
 * distribution is 0 in double precision, and S(9) is 1.1e-19. Therefore every distribution computes its survival
 * function directly, and {@link #survivalQuantile} inverts it. All functions of x accept infinities and throw
 * IllegalArgumentException for NaN.
 * Source: Casella and Berger, Statistical Inference (2nd ed., 2002), sections 1.5 and 1.6. Each distribution cites its
 * own source.
 */
public interface ContinuousDistribution extends Distribution {

    /** Returns ln f(x), which is -infinity outside the support. */
    double logDensity(double x);

    /** Returns f(x), which is 0 outside the support. */
    default double density(double x) {
        return Math.exp(logDensity(x));
    }

    /** Returns F(x) = {@code P(X <= x)}. */
    double cumulative(double x);

    /** Returns S(x) = P(X > x), accurate even if it is tiny. */
    double survival(double x);

    /** Returns the lower end of the support. */
    double supportLower();

    /** Returns the upper end of the support. */
    double supportUpper();

    /**
     * Returns the quantile: the smallest x with F(x) >= p.
     *
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    default double quantile(double p) {
        Require.probability("ContinuousDistribution.quantile: p", p);
        // For p > 1/2, 1 - p is exact and the survival function is more accurate than the cumulative function.
        return p <= 0.5 ? QuantileSearch.lower(this, p) : QuantileSearch.upper(this, 1 - p);
    }

    /**
     * Returns the upper quantile, the smallest x with {@code S(x) <= q}. For tiny q it is far more accurate than
     * quantile(1 - q).
     *
     * @throws IllegalArgumentException if q is not in [0, 1]
     */
    default double survivalQuantile(double q) {
        Require.probability("ContinuousDistribution.survivalQuantile: q", q);
        return q <= 0.5 ? QuantileSearch.upper(this, q) : QuantileSearch.lower(this, 1 - q);
    }
}
