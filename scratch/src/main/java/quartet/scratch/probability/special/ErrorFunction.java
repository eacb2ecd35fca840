package quartet.scratch.probability.special;

import quartet.scratch.argument.Require;

/**
 * The error function, its complement and their inverses.
 * <pre>{@code erf(x)  = 2 / sqrt(pi) integral_0^x e^(-t^2) dt = P(1/2, x^2)    for x >= 0
 * erfc(x) = 1 - erf(x)                             = Q(1/2, x^2)    for x >= 0}</pre>
 * The inverses start from a rational approximation with an error of up to 2e-3 and refine it with Halley's method. The
 * second derivative of erf is -2x times the first, so a step of Halley's method costs no more than a Newton step, and
 * triples the number of correct digits.
 * Source: DLMF 7.2 and 7.11.1; Abramowitz and Stegun (1964), 26.2.22 for the initial value; Press et al., Numerical
 * Recipes (3rd ed.), section 6.2.2.
 */
public final class ErrorFunction {

    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
    private static final int HALLEY_STEPS = 4;

    private ErrorFunction() {}

    /**
     * Returns erf(x).
     *
     * @throws IllegalArgumentException if x is NaN
     */
    public static double erf(double x) {
        Require.notNaN("ErrorFunction.erf: x", x);
        // Two terms of the series. For smaller x the square loses accuracy and finally underflows.
        if (Math.abs(x) < 1e-5) {
            return TWO_OVER_ROOT_PI * (x - x * x * x / 3);
        }
        return Math.copySign(IncompleteGamma.lower(0.5, x * x), x);
    }

    /**
     * Returns erfc(x) = 1 - erf(x), accurate even if it is tiny. The result underflows to 0 for x > 26.6.
     *
     * @throws IllegalArgumentException if x is NaN
     */
    public static double erfc(double x) {
        Require.notNaN("ErrorFunction.erfc: x", x);
        return x >= 0.5 ? IncompleteGamma.upper(0.5, x * x) : 1 - erf(x);
    }

    /**
     * Returns the x with erf(x) = y.
     *
     * @param y in [-1, 1]
     * @throws IllegalArgumentException if y is not in [-1, 1]
     */
    public static double inverseErf(double y) {
        if (!(Math.abs(y) <= 1)) {
            throw new IllegalArgumentException("ErrorFunction.inverseErf: expected y in [-1, 1], but was " + y);
        }
        if (Math.abs(y) > 0.5) {
            return Math.copySign(inverseErfc(1 - Math.abs(y)), y);
        }
        double x = y / TWO_OVER_ROOT_PI;
        for (int i = 0; i < HALLEY_STEPS; i++) {
            x = halley(x, erf(x) - y);
        }
        return x;
    }

    /**
     * Returns the x with erfc(x) = y.
     *
     * @param y in [0, 2]
     * @throws IllegalArgumentException if y is not in [0, 2]
     */
    public static double inverseErfc(double y) {
        if (!(y >= 0 && y <= 2)) {
            throw new IllegalArgumentException("ErrorFunction.inverseErfc: expected y in [0, 2], but was " + y);
        }
        if (y >= 1.5) {
            return -inverseErfc(2 - y);
        }
        if (y > 0.5) {
            return inverseErf(1 - y);
        }
        if (y == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double t = Math.sqrt(-2 * (Math.log(y) - Math.log(2)));
        double x = (t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t))) / Math.sqrt(2);
        for (int i = 0; i < HALLEY_STEPS; i++) {
            x = halley(x, y - erfc(x));
        }
        return x;
    }

    /** Performs one Halley step, given the difference between erf(x) and its target. */
    private static double halley(double x, double excess) {
        double step = excess / (TWO_OVER_ROOT_PI * Math.exp(-x * x));
        return x - step / (1 + x * step);
    }
}
