package quartet.scratch.probability;

import quartet.scratch.argument.Require;

/**
 * A distribution with a density f.
 * <pre>{@code F(x) = P(X <= x) = integral of f up to x          cumulative
 * S(x) = P(X > x) = 1 - F(x)                       survival
 * Q(p) = smallest x with F(x) >= p                 quantile}</pre>
 * In the upper tail 1 - F(x) would cancel all digits (1 - F(9) of the standard normal distribution would be 0 instead
 * of 1.1e-19), so the survival function is computed in its own right, and the quantile has a twin that starts from
 * there. All functions of x refuse NaN and take infinities.
 * Source: Casella and Berger, Statistical Inference (2nd ed., 2002), sections 1.5 and 1.6; each distribution names its
 * own.
 */
public interface ContinuousDistribution extends Distribution {

    /** ln f(x); -infinity outside the support. */
    double logDensity(double x);

    /** f(x); 0 outside the support. */
    default double density(double x) {
        return Math.exp(logDensity(x));
    }

    /** F(x) = {@code P(X <= x)}. */
    double cumulative(double x);

    /** S(x) = P(X > x), accurate where it is tiny. */
    double survival(double x);

    /** The lower end of the support. */
    double supportLower();

    /** The upper end of the support. */
    double supportUpper();

    /**
     * The quantile: the smallest x with F(x) >= p.
     *
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    default double quantile(double p) {
        Require.probability("ContinuousDistribution.quantile: p", p);
        // Above one half 1 - p is exact, and the survival function has the digits there.
        return p <= 0.5 ? QuantileSearch.lower(this, p) : QuantileSearch.upper(this, 1 - p);
    }

    /**
     * The upper quantile: the smallest x with {@code S(x) <= q}. For tiny q it is far more accurate than quantile(1 -
     * q).
     *
     * @throws IllegalArgumentException if q is not in [0, 1]
     */
    default double survivalQuantile(double q) {
        Require.probability("ContinuousDistribution.survivalQuantile: q", q);
        return q <= 0.5 ? QuantileSearch.upper(this, q) : QuantileSearch.lower(this, 1 - q);
    }
}
