package quartet.scratch.probability.special;

import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;

/**
 * The regularized incomplete gamma functions, the cumulative and survival functions of the gamma family.
 * <pre>{@code P(a, x) = 1 / Gamma(a) integral_0^x t^(a-1) e^-t dt,    Q(a, x) = 1 - P(a, x)
 * series, x < a + 1:
 *   P(a, x) = D (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...),   D = x^a e^-x / Gamma(a+1)
 * continued fraction, x >= a + 1:
 *   Q(a, x) = a D / (x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...)))}</pre>
 * Each branch computes one of P and Q and takes the complement if the other is required. The complement cancels only
 * for small a, where P can be close to 1 for {@code x < a + 1}. A separate series computes Q in that case.
 * Source: DLMF 8.7.1 and 8.9.2; Press et al., Numerical Recipes (3rd ed.), section 6.2; Gautschi, "A computational
 * procedure for incomplete gamma functions" (1979) for small a.
 */
public final class IncompleteGamma {

    private static final double PRECISION = 0x1p-53;
    private static final double TINY = 1e-300;
    private static final int MAXIMUM_TERMS = 10_000_000;

    private IncompleteGamma() {}

    /**
     * Returns P(a, x), the lower function.
     *
     * @throws IllegalArgumentException if a is not positive and finite, or x is negative or NaN
     */
    public static double lower(double a, double x) {
        check(a, x);
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    /**
     * Returns Q(a, x), the upper function.
     *
     * @throws IllegalArgumentException if a is not positive and finite, or x is negative or NaN
     */
    public static double upper(double a, double x) {
        check(a, x);
        if (x >= a + 1) {
            return fraction(a, x);
        }
        double lower = series(a, x);
        return lower < 0.9 || x == 0 ? 1 - lower : upperForSmallShape(a, x);
    }

    private static double series(double a, double x) {
        double leading = Math.exp(SaddlePoint.logPoisson(a, x));
        if (leading == 0) {
            return 0;
        }
        double sum = 1;
        double term = 1;
        for (int n = 1; n < MAXIMUM_TERMS; n++) {
            term *= x / (a + n);
            sum += term;
            if (term < sum * PRECISION) {
                return Math.min(1, leading * sum);
            }
        }
        throw tooLarge(a);
    }

    /** Evaluates the continued fraction by Lentz's method. */
    private static double fraction(double a, double x) {
        double leading = a * Math.exp(SaddlePoint.logPoisson(a, x));
        if (leading == 0) {
            return 0;
        }
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n < MAXIMUM_TERMS; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / nonZero(numerator * d + b);
            c = nonZero(b + numerator / c);
            double factor = c * d;
            value *= factor;
            if (Math.abs(factor - 1) <= 2 * PRECISION) {
                return leading * value;
            }
        }
        throw tooLarge(a);
    }

    /**
     * Returns Q for small a and {@code x < a + 1}, with u = a ln x - ln Gamma(1+a).
     * <pre>{@code Q = 1 - e^u (1 + a sum_{n>=1} (-x)^n / ((a+n) n!))}</pre>
     */
    private static double upperForSmallShape(double a, double x) {
        double u = a * Math.log(x) - LogGamma.onePlus(a);
        double sum = 0;
        double power = 1;
        for (int n = 1; n <= 60; n++) {
            power *= -x / n;
            sum += power / (a + n);
        }
        return -Math.expm1(u) - Math.exp(u) * a * sum;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static void check(double a, double x) {
        Require.positive("IncompleteGamma: a", a);
        if (!(x >= 0)) {
            throw new IllegalArgumentException("IncompleteGamma: expected x >= 0, but was " + x);
        }
    }

    private static NonConvergenceException tooLarge(double a) {
        return new NonConvergenceException(
                "IncompleteGamma: expected convergence within " + MAXIMUM_TERMS + " terms, but a was " + a);
    }
}
