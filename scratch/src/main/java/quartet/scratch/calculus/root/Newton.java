package quartet.scratch.calculus.root;

import java.util.function.UnaryOperator;
import quartet.scratch.argument.Require;
import quartet.scratch.calculus.autodiff.Dual;

/**
 * Newton's method for roots.
 * <pre>{@code x_(k+1) = x_k - f(x_k) / f'(x_k)}</pre>
 * Near a simple root the number of correct digits doubles with each step (quadratic convergence). Far from a root the
 * method may diverge. f is written in {@link Dual} arithmetic, which supplies the derivative.
 * Source: Press et al., Numerical Recipes (3rd ed.), section 9.4; Nocedal and Wright (2006), section 11.1.
 */
public final class Newton {

    private static final int MAXIMUM_ITERATIONS = 100;

    private Newton() {}

    /**
     * Returns a root of f near the start.
     *
     * @param relativeTolerance the accepted size of the last step relative to max(1, |x|), > 0
     * @throws IllegalArgumentException if the start is not finite, the tolerance is not positive, or the
     *     derivative vanishes at an iterate
     * @throws quartet.scratch.argument.NonConvergenceException if 100 steps do not suffice
     */
    public static Root root(UnaryOperator<Dual> f, double start, double relativeTolerance) {
        Require.finite("Newton.root: start", start);
        Require.positive("Newton.root: relativeTolerance", relativeTolerance);
        double x = start;
        for (int iteration = 1; iteration <= MAXIMUM_ITERATIONS; iteration++) {
            Dual y = f.apply(Dual.variable(x));
            if (y.value() == 0) {
                return new Root(x, 0, iteration);
            }
            double step = Require.finite("Newton.root: the step f / f' at " + x, y.value() / y.derivative());
            x -= step;
            if (Math.abs(step) <= relativeTolerance * Math.max(1, Math.abs(x))) {
                return new Root(x, f.apply(Dual.variable(x)).value(), iteration);
            }
        }
        throw Root.noConvergence("Newton.root", MAXIMUM_ITERATIONS, x);
    }
}
