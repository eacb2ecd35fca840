package quartet.scratch.probability.special;

import quartet.scratch.argument.Require;

/**
 * The regularized incomplete beta function, the cumulative function of the beta, t, F and binomial families.
 * <pre>{@code I(x; a, b) = 1 / B(a, b) integral_0^x t^(a-1) (1-t)^(b-1) dt,    I(x; a, b) = 1 - I(1-x; b, a)
 * I(x; a, b) = x^a (1-x)^b / (a B(a, b)) 1/(1 + d1/(1 + d2/(1 + ...)))
 *   d_(2m)   =  m (b-m) x / ((a+2m-1)(a+2m))
 *   d_(2m+1) = -(a+m)(a+b+m) x / ((a+2m)(a+2m+1))}</pre>
 * The continued fraction converges quickly for {@code x < (a+1)/(a+b+2)}. For larger x the symmetry applies. If 1 - I
 * would then cancel, which happens only for small b, the power series is used.
 * Source: DLMF 8.17.4, 8.17.22 and 8.17.8; Press et al., Numerical Recipes (3rd ed.), section 6.4.
 */
public final class IncompleteBeta {

    private static final double PRECISION = 0x1p-53;
    private static final double TINY = 1e-300;
    private static final int MAXIMUM_TERMS = 10_000_000;

    private IncompleteBeta() {}

    /**
     * Returns I(x; a, b).
     *
     * @param x in [0, 1]
     * @throws IllegalArgumentException if a or b is not positive and finite, or x is not in [0, 1]
     */
    public static double lower(double x, double a, double b) {
        Require.probability("IncompleteBeta: x", x);
        return lower(x, 1 - x, a, b);
    }

    /**
     * Returns 1 - I(x; a, b), accurate also if it is tiny.
     *
     * @param x in [0, 1]
     * @throws IllegalArgumentException if a or b is not positive and finite, or x is not in [0, 1]
     */
    public static double upper(double x, double a, double b) {
        Require.probability("IncompleteBeta: x", x);
        return lower(1 - x, x, b, a);
    }

    /** Returns I(x; a, b) for a given y = 1 - x, which the caller may know more accurately than 1 - x. */
    public static double lower(double x, double y, double a, double b) {
        Require.positive("IncompleteBeta: a", a);
        Require.positive("IncompleteBeta: b", b);
        if (x <= 0 || y <= 0) {
            return x <= 0 ? 0 : 1;
        }
        if (x <= (a + 1) / (a + b + 2)) {
            return fraction(x, y, a, b);
        }
        double upper = fraction(y, x, b, a);
        return upper < 0.9 ? 1 - upper : powerSeries(x, y, a, b);
    }

    /** Returns x^a y^b / (a B(a, b)). */
    private static double leading(double x, double y, double a, double b) {
        return Math.exp(SaddlePoint.logBinomial(a, b, x, y)) * (b / (a + b));
    }

    /** Evaluates the continued fraction by Lentz's method. */
    private static double fraction(double x, double y, double a, double b) {
        double leading = leading(x, y, a, b);
        if (leading == 0) {
            return 0;
        }
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MAXIMUM_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            double factor = c * d;
            value *= factor;
            if (Math.abs(factor - 1) <= 2 * PRECISION) {
                return leading * value;
            }
        }
        throw tooSlow(a, b);
    }

    /**
     * Evaluates the power series, whose terms are positive and whose ratio of terms tends to x.
     * <pre>{@code I = x^a y^b / (a B(a, b)) (1 + sum_{n>=1} (a+b)(a+b+1)...(a+b+n-1) / ((a+1)...(a+n)) x^n)}</pre>
     */
    private static double powerSeries(double x, double y, double a, double b) {
        double sum = 1;
        double term = 1;
        for (int n = 1; n < MAXIMUM_TERMS; n++) {
            term *= (a + b + n - 1) / (a + n) * x;
            sum += term;
            if (term * x < sum * PRECISION * y) {
                return leading(x, y, a, b) * sum;
            }
        }
        throw tooSlow(a, b);
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static IllegalArgumentException tooSlow(double a, double b) {
        return new IllegalArgumentException("IncompleteBeta: expected a and b small enough for " + MAXIMUM_TERMS
                + " terms, but was " + a + " and " + b);
    }
}
