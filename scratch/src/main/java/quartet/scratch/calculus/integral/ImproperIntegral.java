package quartet.scratch.calculus.integral;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;
import quartet.scratch.calculus.Estimate;

/**
 * Integrals over unbounded intervals. A substitution maps the interval to (0, 1) or (-1, 1), where {@link GaussKronrod}
 * integrates.
 * <pre>{@code [a, oo):    x = a + t / (1 - t),   dx = dt / (1 - t)^2,                t in [0, 1)
 * (-oo, b]:   the same for f(-x) over [-b, oo)
 * (-oo, oo):  x = t / (1 - t^2),     dx = (1 + t^2) / (1 - t^2)^2 dt,    t in (-1, 1)}</pre>
 * The integral exists only if the integrand decreases faster than 1 / |x|.
 * Source: Press et al., Numerical Recipes (3rd ed.), section 4.4; Piessens et al., QUADPACK (1983), routine QAGI.
 */
public final class ImproperIntegral {

    private ImproperIntegral() {}

    /**
     * Returns the integral of f over [a, infinity).
     *
     * @param tolerance accepted error, absolute where the integral is below 1 and relative above, > 0
     * @throws IllegalArgumentException if a is not finite, the tolerance not positive, or f not finite somewhere
     */
    public static Estimate toPositiveInfinity(DoubleUnaryOperator f, double a, double tolerance) {
        Require.finite("ImproperIntegral.toPositiveInfinity: a", a);
        Require.positive("ImproperIntegral.toPositiveInfinity: tolerance", tolerance);
        DoubleUnaryOperator g = t -> vanishing(f.applyAsDouble(a + t / (1 - t)), 1 / ((1 - t) * (1 - t)));
        return GaussKronrod.integrate(g, 0, 1, tolerance, tolerance);
    }

    /**
     * Returns the integral of f over (-infinity, b].
     *
     * @param tolerance accepted error, absolute where the integral is below 1 and relative above, > 0
     * @throws IllegalArgumentException if b is not finite, the tolerance not positive, or f not finite somewhere
     */
    public static Estimate fromNegativeInfinity(DoubleUnaryOperator f, double b, double tolerance) {
        Require.finite("ImproperIntegral.fromNegativeInfinity: b", b);
        return toPositiveInfinity(x -> f.applyAsDouble(-x), -b, tolerance);
    }

    /**
     * Returns the integral of f over the whole real line.
     *
     * @param tolerance accepted error, absolute where the integral is below 1 and relative above, > 0
     * @throws IllegalArgumentException if the tolerance is not positive or f not finite somewhere
     */
    public static Estimate overRealLine(DoubleUnaryOperator f, double tolerance) {
        Require.positive("ImproperIntegral.overRealLine: tolerance", tolerance);
        DoubleUnaryOperator g = t -> {
            double remaining = (1 - t) * (1 + t);
            return vanishing(f.applyAsDouble(t / remaining), (1 + t * t) / (remaining * remaining));
        };
        return GaussKronrod.integrate(g, -1, 1, tolerance, tolerance);
    }

    /** Returns the product, or 0 if f underflows to 0 where the slope of the substitution overflows. */
    private static double vanishing(double value, double slope) {
        return value == 0 ? 0 : value * slope;
    }
}
