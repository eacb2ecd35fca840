package quartet.scratch.calculus.minimization;

import quartet.scratch.argument.Require;
import quartet.scratch.optim.StochasticGradientDescent;

/**
 * Steepest descent with a backtracking line search, for a function of an array.
 * <pre>{@code x_{k+1} = x_k - t_k grad f(x_k),   t_k by Armijo's rule from 1 down }</pre>
 * Converges linearly, slowly in narrow valleys. For networks see {@link StochasticGradientDescent}. Source: Cauchy
 * (1847); Nocedal, Wright (2006), section 3.1.
 */
public final class GradientDescent {
    private static final ArmijoLineSearch LINE_SEARCH = new ArmijoLineSearch(1, 1e-4, 0.5);

    private final double tolerance;
    private final int maximumIterations;

    /**
     * Stops when the largest derivative is at most the tolerance.
     *
     * @throws IllegalArgumentException if an argument is not positive
     */
    public GradientDescent(double tolerance, int maximumIterations) {
        this.tolerance = Require.positive("GradientDescent", "tolerance", tolerance);
        Require.positive("GradientDescent", "maximumIterations", maximumIterations);
        this.maximumIterations = maximumIterations;
    }

    /**
     * Goes down from a start.
     *
     * @throws IllegalArgumentException if the gradient is not finite or of another length than the start
     */
    public Minimum minimize(Objective objective, double[] start) {
        return new LineSearchMethod(objective, tolerance, maximumIterations)
                .minimize(
                        start,
                        (x, gradient) -> Vectors.times(-1, gradient),
                        (phi, derivative, slope) -> LINE_SEARCH.search(phi, slope));
    }
}
