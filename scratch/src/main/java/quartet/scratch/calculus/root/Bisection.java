package quartet.scratch.calculus.root;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * Bisection of an interval with a change of sign.
 * <pre>{@code width after k steps = (b - a) / 2^k}</pre>
 * The method converges linearly, one binary digit per step, and always succeeds: the interval contains a root of a
 * continuous f at every step.
 * Source: Press et al., Numerical Recipes (3rd ed.), section 9.1.
 */
public final class Bisection {

    private Bisection() {}

    /**
     * Returns a root of f in [lower, upper].
     *
     * @param tolerance the accepted width of the last interval, > 0; if it is smaller than the spacing of doubles, the
     *     search ends with two neighbouring doubles
     * @throws IllegalArgumentException if the ends are not finite with {@code lower < upper}, if f has the same sign at
     *     both, or if the tolerance is not positive
     */
    public static Root root(DoubleUnaryOperator f, double lower, double upper, double tolerance) {
        Require.interval("Bisection.root", lower, upper);
        Require.positive("Bisection.root: tolerance", tolerance);
        double fLower = f.applyAsDouble(lower);
        double fUpper = f.applyAsDouble(upper);
        Root.requireBracket("Bisection.root", lower, upper, fLower, fUpper);
        if (fLower == 0 || fUpper == 0) {
            return new Root(fLower == 0 ? lower : upper, 0, 0);
        }
        double a = lower;
        double b = upper;
        int iterations = 0;
        while (b - a > tolerance) {
            double middle = Root.midpoint(a, b);
            if (middle <= a || middle >= b) {
                break;
            }
            iterations++;
            double value = Require.finite("Bisection.root: f at " + middle, f.applyAsDouble(middle));
            if (Math.signum(value) == Math.signum(fLower)) {
                a = middle;
            } else {
                b = middle;
            }
        }
        double x = Root.midpoint(a, b);
        return new Root(x, f.applyAsDouble(x), iterations);
    }
}
