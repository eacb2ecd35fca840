package quartet.scratch.calculus.minimization;

import quartet.scratch.argument.Require;

/**
 * Steepest descent with a backtracking line search.
 * <pre>{@code x_{k+1} = x_k - t_k grad f(x_k),   t_k by Armijo's rule from 1 down }</pre>
 * The method converges linearly, and slowly in narrow valleys. {@link quartet.scratch.optim} holds the variants for
 * networks.
 * Source: Cauchy (1847); Nocedal, Wright (2006), section 3.1.
 */
public final class GradientDescent {
    private static final ArmijoLineSearch LINE_SEARCH = new ArmijoLineSearch(1, 1e-4, 0.5);

    private final double tolerance;
    private final int maximumIterations;

    /**
     * Creates a minimizer that stops when no partial derivative exceeds the tolerance.
     *
     * @throws IllegalArgumentException if an argument is not positive
     */
    public GradientDescent(double tolerance, int maximumIterations) {
        this.tolerance = Require.positive("GradientDescent", "tolerance", tolerance);
        Require.positive("GradientDescent", "maximumIterations", maximumIterations);
        this.maximumIterations = maximumIterations;
    }

    /**
     * Minimizes the objective from a start.
     *
     * @throws IllegalArgumentException if the gradient is not finite or its length differs from that of the start
     */
    public Minimum minimize(Objective objective, double[] start) {
        return new LineSearchMethod(objective, tolerance, maximumIterations)
                .minimize(
                        start,
                        (x, gradient) -> Vectors.times(-1, gradient),
                        (phi, derivative, slope) -> LINE_SEARCH.search(phi, slope));
    }
}
