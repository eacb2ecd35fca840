package quartet.scratch.calculus.root;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * Brent's method, which combines the certainty of bisection with the speed of interpolation.
 * <pre>{@code secant (two points):                 p = 2 m s,  q = 1 - s                      with s = f(b) / f(a)
 * inverse parabola (three points a, b, c):  p = s (2 m q (q - r) - (b - a) (r - 1)),
 *                                           q = (q - 1) (r - 1) (s - 1),  with q = f(a) / f(c), r = f(b) / f(c)
 * next point b - p / q, with m = (c - b) / 2}</pre>
 * b is the best point so far, c the other end of the bracket, and a the previous b. An interpolated step is accepted
 * only if it falls well inside the bracket and is less than half of the step before last. Otherwise the bracket is
 * bisected.
 * Source: Brent, Algorithms for Minimization without Derivatives (1973), chapter 4, procedure zero.
 */
public final class Brent {

    private static final int MAXIMUM_ITERATIONS = 10_000;

    private Brent() {}

    /**
     * Returns a root of f in [lower, upper].
     *
     * @param tolerance the accepted absolute error of the root, > 0; rounding adds four units in the last place
     * @throws IllegalArgumentException if the ends are not finite with {@code lower < upper}, if f has the same sign at
     *     both or is not finite inside, or if the tolerance is not positive
     */
    public static Root root(DoubleUnaryOperator f, double lower, double upper, double tolerance) {
        Require.interval("Brent.root", lower, upper);
        Require.positive("Brent.root: tolerance", tolerance);
        double fLower = f.applyAsDouble(lower);
        double fUpper = f.applyAsDouble(upper);
        Root.requireBracket("Brent.root", lower, upper, fLower, fUpper);
        return narrow(f, lower, upper, fLower, fUpper, tolerance);
    }

    private static Root narrow(
            DoubleUnaryOperator f, double lower, double upper, double fLower, double fUpper, double tolerance) {
        double a = lower;
        double fa = fLower;
        double b = upper;
        double fb = fUpper;
        double c = a;
        double fc = fa;
        double step = b - a;
        double stepBefore = step;
        for (int iteration = 1; iteration <= MAXIMUM_ITERATIONS; iteration++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double accuracy = 2 * Math.ulp(b) + tolerance / 2;
            double middle = c / 2 - b / 2;
            if (Math.abs(middle) <= accuracy || fb == 0) {
                return new Root(b, fb, iteration);
            }
            boolean mayInterpolate = Math.abs(stepBefore) >= accuracy && Math.abs(fa) > Math.abs(fb);
            double proposed = mayInterpolate ? interpolate(a, b, c, fa, fb, fc) : Double.NaN;
            boolean inside = proposed * Math.signum(middle) > 0
                    && Math.abs(proposed) < 1.5 * Math.abs(middle) - accuracy / 2
                    && Math.abs(proposed) < Math.abs(stepBefore / 2);
            stepBefore = inside ? step : middle;
            step = inside ? proposed : middle;
            a = b;
            fa = fb;
            b += Math.abs(step) > accuracy ? step : Math.copySign(accuracy, middle);
            fb = Require.finite("Brent.root: f at " + b, f.applyAsDouble(b));
            if (Math.signum(fb) == Math.signum(fc)) {
                c = a;
                fc = fa;
                step = b - a;
                stepBefore = step;
            }
        }
        throw Root.noConvergence("Brent.root", MAXIMUM_ITERATIONS, b);
    }

    private static double interpolate(double a, double b, double c, double fa, double fb, double fc) {
        double middle = c / 2 - b / 2;
        double s = fb / fa;
        if (a == c) {
            return -2 * middle * s / (1 - s);
        }
        double q = fa / fc;
        double r = fb / fc;
        double p = s * (2 * middle * q * (q - r) - (b - a) * (r - 1));
        return -p / ((q - 1) * (r - 1) * (s - 1));
    }
}
