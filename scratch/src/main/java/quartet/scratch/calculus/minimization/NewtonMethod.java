package quartet.scratch.calculus.minimization;

import quartet.scratch.argument.Require;

/**
 * Newton's method with a line search. If the Hessian is not positive definite, a multiple of the identity is added to
 * it.
 * <pre>{@code
 * (H(x_k) + tau_k I) d_k = -grad f(x_k);   x_{k+1} = x_k + t_k d_k,   t_k by Armijo's rule from 1 down
 * }</pre>
 * The method converges quadratically near a minimum with a positive definite Hessian.
 * Source: Nocedal, Wright (2006), algorithms 3.2 and 3.3.
 */
public final class NewtonMethod {
    private static final ArmijoLineSearch LINE_SEARCH = new ArmijoLineSearch(1, 1e-4, 0.5);

    private final double tolerance;
    private final int maximumIterations;

    /**
     * Creates a minimizer that stops when no partial derivative exceeds the tolerance.
     *
     * @throws IllegalArgumentException if an argument is not positive
     */
    public NewtonMethod(double tolerance, int maximumIterations) {
        this.tolerance = Require.positive("NewtonMethod", "tolerance", tolerance);
        Require.positive("NewtonMethod", "maximumIterations", maximumIterations);
        this.maximumIterations = maximumIterations;
    }

    /**
     * Minimizes the objective from a start.
     *
     * @throws IllegalArgumentException if the gradient or the Hessian is not finite or its size differs from that of
     *     the start
     */
    public Minimum minimize(TwiceDifferentiable objective, double[] start) {
        return new LineSearchMethod(objective, tolerance, maximumIterations)
                .minimize(
                        start,
                        (x, gradient) ->
                                ShiftedCholesky.of(objective.hessian(x)).solve(Vectors.times(-1, gradient)),
                        (phi, derivative, slope) -> LINE_SEARCH.search(phi, slope));
    }
}
