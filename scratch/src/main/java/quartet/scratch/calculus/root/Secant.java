package quartet.scratch.calculus.root;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * The secant method: Newton's method with a difference quotient in place of the derivative.
 * <pre>{@code x_(k+1) = x_k - f(x_k) (x_k - x_(k-1)) / (f(x_k) - f(x_(k-1)))}</pre>
 * The order of convergence near a simple root is the golden ratio, 1.618.
 * Source: Press et al., Numerical Recipes (3rd ed.), section 9.2.
 */
public final class Secant {

    private static final int MAXIMUM_ITERATIONS = 100;

    private Secant() {}

    /**
     * Returns a root of f near the two starting points.
     *
     * @param relativeTolerance the accepted size of the last step relative to max(1, |x|), > 0
     * @throws IllegalArgumentException if the starts are not finite or equal, the tolerance is not positive, the secant
     *     is horizontal
     * @throws quartet.scratch.argument.NonConvergenceException if 100 steps do not suffice
     */
    public static Root root(DoubleUnaryOperator f, double first, double second, double relativeTolerance) {
        Require.finite("Secant.root: first start", first);
        Require.finite("Secant.root: second start", second);
        Require.positive("Secant.root: relativeTolerance", relativeTolerance);
        if (first == second) {
            throw new IllegalArgumentException("Secant.root: expected two different starts, but was twice " + first);
        }
        double previous = first;
        double x = second;
        double fPrevious = f.applyAsDouble(previous);
        for (int iteration = 1; iteration <= MAXIMUM_ITERATIONS; iteration++) {
            double fx = f.applyAsDouble(x);
            if (fx == 0) {
                return new Root(x, 0, iteration);
            }
            double step = Require.finite("Secant.root: the step at " + x, fx * ((x - previous) / (fx - fPrevious)));
            previous = x;
            fPrevious = fx;
            x -= step;
            if (Math.abs(step) <= relativeTolerance * Math.max(1, Math.abs(x))) {
                return new Root(x, f.applyAsDouble(x), iteration);
            }
        }
        throw Root.noConvergence("Secant.root", MAXIMUM_ITERATIONS, x);
    }
}
