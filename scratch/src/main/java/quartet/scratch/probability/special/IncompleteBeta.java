package quartet.scratch.probability.special;

import quartet.scratch.argument.Require;

/**
 * The regularized incomplete beta function, the cumulative function of the beta, t, F and binomial families.
 * <pre>{@code
 * I(x; a, b) = 1 / B(a, b) integral_0^x t^(a-1) (1-t)^(b-1) dt,    I(x; a, b) = 1 - I(1-x; b, a)
 *
 * with y = 1 - x and the logit t / (1-t) = x / y e^-s:
 * I(x; a, b) = x^a y^b / B(a, b) integral_0^oo e^D(s) ds,   D(s) = -a s - (a+b) ln(1 + x (e^-s - 1))
 *                                                                = -e s - (a+b) k(s),   e = a - (a+b) x
 * k(s) = ln(1 + x (e^-s - 1)) + x s = x y s^2/2 - x y (y-x) s^3/6 + ...
 * }</pre>
 * D is concave for all a and b, so the integrand has a single peak. All its values are positive, which makes the result
 * accurate relative to its size: to about 1e-12 for a and b from 5e-4 to 5e14. The method integrates the tail on the
 * side of x that does not contain the peak, and takes the complement for the other one. The substitution {@code s = c
 * e^(u - e^-u)} turns the integral into one over the real line, for which the trapezoid rule converges exponentially.
 * The excess e measures the distance of x from the peak. For large a and b it must not be computed from a rounded x,
 * so callers with a more accurate value pass it.
 *
 * <p>Source: DLMF 8.17.1 to 8.17.4; Takahasi and Mori, "Double exponential formulas for numerical integration" (1974),
 * for the substitution; {@link SaddlePoint} for the factor before the integral.
 */
public final class IncompleteBeta {

    private static final double STEP = 0x1p-5;
    private static final double NEGLIGIBLE = -45;

    /** Up to this size of {@code |s|}, k(s) is computed from its power series, because its formula cancels. */
    private static final double SERIES = 0.03;

    /** Beyond, e^s overflows. */
    private static final double LARGE = 700;

    private IncompleteBeta() {}

    /**
     * Returns I(x; a, b).
     *
     * @param x in [0, 1]
     * @throws IllegalArgumentException if a or b is not positive and finite, or x is not in [0, 1]
     */
    public static double lower(double x, double a, double b) {
        Require.probability("IncompleteBeta: x", x);
        return lower(x, 1 - x, a, b, excess(x, a, b));
    }

    /**
     * Returns 1 - I(x; a, b), accurate even if it is tiny.
     *
     * @param x in [0, 1]
     * @throws IllegalArgumentException if a or b is not positive and finite, or x is not in [0, 1]
     */
    public static double upper(double x, double a, double b) {
        Require.probability("IncompleteBeta: x", x);
        return lower(1 - x, x, b, a, -excess(x, a, b));
    }

    /** Returns a - (a + b) x, rounded only once or twice. */
    public static double excess(double x, double a, double b) {
        double ax = a * x;
        double bx = b * x;
        double rest = a - ax;
        double lost = (a - (rest + ax)) + ((rest - (rest + ax)) + ax);
        return rest - bx + (lost - Math.fma(a, x, -ax) - Math.fma(b, x, -bx));
    }

    /** Returns I(x; a, b) for a given y = 1 - x, which the caller may have computed more accurately. */
    public static double lower(double x, double y, double a, double b) {
        return lower(x, y, a, b, x <= y ? excess(x, a, b) : -excess(y, b, a));
    }

    /**
     * Returns I(x; a, b) for an x that is too small for a double, given its logarithm.
     * <pre>{@code I = x^a / (a B(a, b)) (1 + O(b x))}</pre>
     */
    public static double ofTinyArgument(double logX, double a, double b) {
        return Math.exp(a * logX + LogGamma.ratio(b, a) - LogGamma.onePlus(a));
    }

    /**
     * Returns I(x; a, b) for an x that the caller has computed more accurately than a double can represent.
     *
     * @param y 1 - x
     * @param excess a - (a + b) x
     */
    public static double lower(double x, double y, double a, double b, double excess) {
        Require.positive("IncompleteBeta: a", a);
        Require.positive("IncompleteBeta: b", b);
        if (x <= 0 || y <= 0) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(SaddlePoint.logBinomial(a, b, x, y, excess)) * (a / (a + b)) * b;
        return excess >= 0
                ? Math.min(1, front * tail(x, y, a + b, excess))
                : Math.max(0, 1 - front * tail(y, x, a + b, -excess));
    }

    /** Returns the integral of e^D(s) over [0, oo). */
    private static double tail(double x, double y, double total, double excess) {
        double width = width(x, y, total, excess);
        // 1 for an exponential, 2 for a Gaussian shape, and more if D falls abruptly.
        double steepness = 100 * (exponent(x, y, total, excess, 0.99 * width) - exponent(x, y, total, excess, width));
        double step = STEP / Math.max(1, steepness / 2);
        double sum = 0;
        // Outwards from u = 0 in both directions, until the terms no longer count.
        for (int direction = -1; direction <= 1; direction += 2) {
            for (int i = direction > 0 ? 0 : 1; ; i++) {
                double u = direction * i * step;
                double s = width * Math.exp(u - Math.exp(-u));
                double exponent = exponent(x, y, total, excess, s);
                double term = Math.exp(exponent) * s * (1 + Math.exp(-u));
                sum += term;
                if (direction > 0 ? exponent < NEGLIGIBLE : term < 1e-18 * sum) {
                    break;
                }
            }
        }
        return sum * step;
    }

    private static double exponent(double x, double y, double total, double excess, double s) {
        return -excess * s - total * curvature(x, y, s);
    }

    /** Returns an s where D(s) is between -2 and -1/2, from the root of {@code e s + (a+b) x y s^2 / 2 = 1}. */
    private static double width(double x, double y, double total, double excess) {
        double slope = Math.max(excess, 0);
        double s = 2 / (slope + Math.sqrt(slope * slope + 2 * total * x * y));
        while (exponent(x, y, total, excess, s) < -2) {
            s /= 2;
        }
        while (exponent(x, y, total, excess, s) > -0.5) {
            s *= 1.5;
        }
        return s;
    }

    /** Returns {@code k(s) = ln(1 + x (e^-s - 1)) + x s}. */
    private static double curvature(double x, double y, double s) {
        if (s > SERIES && x <= y) {
            return Math.log1p(x * Math.expm1(-s)) + x * s;
        }
        if (s > SERIES) {
            return (s < LARGE ? Math.log1p(y * Math.expm1(s)) : Math.log(y) + s) - y * s;
        }
        // The cumulants of a Bernoulli variable: k_(n+1) = x y dk_n/dx.
        double v = x * y;
        double d = y - x;
        double k3 = -d / 6;
        double k4 = (1 - 6 * v) / 24;
        double k5 = -d * (1 - 12 * v) / 120;
        double k6 = (1 - 30 * v + 120 * v * v) / 720;
        double k7 = -d * (1 - 60 * v + 360 * v * v) / 5040;
        double k8 = (1 - 126 * v + 1680 * v * v - 5040 * v * v * v) / 40320;
        double k9 = -d * (1 - 252 * v + 5040 * v * v - 20160 * v * v * v) / 362880;
        return v * s * s * (0.5 + s * (k3 + s * (k4 + s * (k5 + s * (k6 + s * (k7 + s * (k8 + s * k9)))))));
    }
}
