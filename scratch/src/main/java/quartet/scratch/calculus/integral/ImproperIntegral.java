package quartet.scratch.calculus.integral;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.calculus.Estimate;

/**
 * Integrals over unbounded intervals. An exponential substitution maps the interval to a bounded one, where {@link
 * GaussKronrod} integrates.
 * <pre>{@code
 * [a, oo):    x = a + e^w,  w = pi/2 sinh u,   dx = (x - a) pi/2 cosh u du
 * (-oo, b]:   the same for f(-x) over [-b, oo)
 * (-oo, oo):  the sum over [0, oo) and (-oo, 0]
 * }</pre>
 * The substitution handles algebraic decay such as x^-1.1 as well as exponential decay. u is limited to x - a from
 * 1e-300 (or the spacing of doubles at a) to 1e300. The error estimate includes a bound for the omitted tails, {@code
 * T |ln(x - a)|} with T = |(x - a) f(x)| at both ends, which holds for powers and for 1 / (x ln^2 x). The integrand
 * must converge absolutely; sin(x) / x does not.
 *
 * <p>The interval of u starts with many pieces, so peaks of width 1 are found up to a distance of about 100 from a. A
 * narrower or more distant peak can be missed like in any method that samples the integrand. Split the interval there.
 *
 * <p>Source: Takahasi and Mori, "Double exponential formulas for numerical integration" (1974), for the substitution;
 * Piessens et al., QUADPACK (1983), routine QAGI.
 */
public final class ImproperIntegral {

    private static final double HALF_PI = Math.PI / 2;
    private static final double SMALLEST = 1e-300;
    private static final double LARGEST = 1e300;
    private static final int PIECES = 128;

    private ImproperIntegral() {}

    /**
     * Returns the integral of f over [a, infinity).
     *
     * @param tolerance the accepted error, absolute if the integral is below 1 and relative otherwise, > 0
     * @return the integral and an error estimate within the tolerance
     * @throws IllegalArgumentException if a is not finite, the tolerance is not positive, or f is not finite at a node
     * @throws NonConvergenceException if the integral diverges, or converges too slowly for the tolerance
     */
    public static Estimate toPositiveInfinity(DoubleUnaryOperator f, double a, double tolerance) {
        Require.finite("ImproperIntegral.toPositiveInfinity: a", a);
        Require.positive("ImproperIntegral.toPositiveInfinity: tolerance", tolerance);
        double smallest = Math.max(SMALLEST, Math.ulp(a));
        DoubleUnaryOperator g = u -> {
            double offset = Math.exp(HALF_PI * Math.sinh(u));
            double value = f.applyAsDouble(a + offset);
            return value == 0 ? 0 : value * offset * HALF_PI * Math.cosh(u);
        };
        Estimate inside =
                GaussKronrod.integrate(g, parameter(smallest), parameter(LARGEST), PIECES, tolerance, tolerance);
        double error = inside.error() + beyond(f, a, smallest) + beyond(f, a, LARGEST);
        if (!(error <= tolerance * Math.max(1, Math.abs(inside.value())))) {
            throw new NonConvergenceException("ImproperIntegral: expected an integral that converges to " + tolerance
                    + ", but the estimate " + inside.value() + " has an error of up to " + error);
        }
        return new Estimate(inside.value(), error);
    }

    /** Returns the u whose x is at this distance from a. */
    private static double parameter(double offset) {
        double w = Math.log(offset) / HALF_PI;
        return Math.copySign(Math.log(Math.abs(w) + Math.sqrt(w * w + 1)), w);
    }

    private static double beyond(DoubleUnaryOperator f, double a, double offset) {
        double value = f.applyAsDouble(a + offset);
        return value == 0 ? 0 : Math.abs(value * offset * Math.log(offset));
    }

    /**
     * Returns the integral of f over (-infinity, b].
     *
     * @param tolerance the accepted error, absolute if the integral is below 1 and relative otherwise, > 0
     * @return the integral and an error estimate within the tolerance
     * @throws IllegalArgumentException if b is not finite, the tolerance is not positive, or f is not finite at a node
     * @throws NonConvergenceException if the integral diverges, or converges too slowly for the tolerance
     */
    public static Estimate fromNegativeInfinity(DoubleUnaryOperator f, double b, double tolerance) {
        Require.finite("ImproperIntegral.fromNegativeInfinity: b", b);
        return toPositiveInfinity(x -> f.applyAsDouble(-x), -b, tolerance);
    }

    /**
     * Returns the integral of f over the whole real line.
     *
     * @param tolerance the accepted error of each half, absolute if its integral is below 1 and relative otherwise, > 0
     * @return the integral and an error estimate
     * @throws IllegalArgumentException if the tolerance is not positive, or f is not finite at a node
     * @throws NonConvergenceException if the integral diverges, or converges too slowly for the tolerance
     */
    public static Estimate overRealLine(DoubleUnaryOperator f, double tolerance) {
        Require.positive("ImproperIntegral.overRealLine: tolerance", tolerance);
        Estimate right = toPositiveInfinity(f, 0, tolerance / 2);
        Estimate left = fromNegativeInfinity(f, 0, tolerance / 2);
        return new Estimate(left.value() + right.value(), left.error() + right.error());
    }
}
