package quartet.scratch.calculus.minimization;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * Backtracking line search. It shortens the step until the function decreases by a given fraction of the decrease that
 * the slope predicts.
 * <pre>{@code phi(t) = f(x + t d);   accept the first t of t0, r t0, r^2 t0, ... with
 * phi(t) <= phi(0) + c t phi'(0)}</pre>
 * Source: Armijo (1966); Nocedal and Wright, Numerical Optimization (2nd ed., 2006), section 3.1, algorithm 3.1.
 *
 * @param initialStep t0 > 0; 1 for Newton-like directions
 * @param sufficientDecrease c in (0, 1), usually 1e-4
 * @param contraction r in (0, 1), usually 0.5
 */
public record ArmijoLineSearch(double initialStep, double sufficientDecrease, double contraction) {

    /** Rejects parameters out of range. */
    public ArmijoLineSearch {
        Require.positive("ArmijoLineSearch: initialStep", initialStep);
        requireShare("sufficientDecrease", sufficientDecrease);
        requireShare("contraction", contraction);
    }

    private static void requireShare(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("ArmijoLineSearch: expected " + name + " in (0, 1), but was " + value);
        }
    }

    /**
     * Returns the accepted step.
     *
     * @param phi the function along the direction
     * @param slope phi'(0), the gradient times the direction; negative for a descent direction
     * @throws IllegalArgumentException if the slope is not negative, or if no positive step decreases phi, which means
     *     that the slope is not the derivative of phi
     */
    public double search(DoubleUnaryOperator phi, double slope) {
        if (!(slope < 0)) {
            throw new IllegalArgumentException(
                    "ArmijoLineSearch.search: expected a slope < 0 (a direction of descent), but was " + slope);
        }
        double start = phi.applyAsDouble(0);
        for (double step = initialStep; step > 0; step *= contraction) {
            if (phi.applyAsDouble(step) <= start + sufficientDecrease * step * slope) {
                return step;
            }
        }
        throw new IllegalArgumentException("ArmijoLineSearch.search: expected phi to fall from " + start
                + " with slope " + slope + ", but was higher at every step");
    }
}
