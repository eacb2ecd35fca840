package quartet.scratch.linalg.krylov;

import java.util.function.UnaryOperator;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The conjugate gradient method for A x = b with a symmetric positive definite A.
 * <pre>{@code
 * r = p = b,  x = 0;  repeat:
 * a = r . r / p . A p,   x' = x + a p,   r' = r - a A p,   p' = r' + (r' . r' / r . r) p
 * }</pre>
 * The directions p are conjugate ({@code p_i . A p_j = 0}), so each step minimizes {@code 1/2 x . A x - b . x} over the
 * whole Krylov space. In exact arithmetic n steps suffice. The error falls by {@code (sqrt(c) - 1) / (sqrt(c) + 1)} per
 * step, where c is the condition number of A.
 *
 * <p>Source: Hestenes and Stiefel (1952); Golub and Van Loan, section 11.3 (algorithm 11.3.3); Trefethen and Bau, lecture
 * 38.
 *
 * @param solution x [n]
 * @param iterations the number of products with A
 * @param residualNorm {@code ||b - A x||_2}, as the recurrence of r yields it
 */
public record ConjugateGradient(Vector solution, int iterations, double residualNorm) {

    /** Rejects null. */
    public ConjugateGradient {
        Require.notNull("ConjugateGradient", "solution", solution);
    }

    /**
     * Iterates from x = 0 until {@code ||b - A x||_2 <= tolerance ||b||_2}.
     *
     * @param a the product of A with a vector [n]; the result is a vector [n]
     * @param b [n]
     * @param tolerance the accepted relative residual, greater than 0
     * @param maxIterations the largest number of products, greater than 0; n is a usual choice
     * @throws IllegalArgumentException if b is not finite, a product has another size or is not finite, A is not positive
     *     definite along a direction, or an argument is not positive
     * @throws NonConvergenceException if the iterations do not suffice
     */
    public static ConjugateGradient solve(UnaryOperator<Vector> a, Vector b, double tolerance, int maxIterations) {
        RequireMatrix.finite("ConjugateGradient", b);
        Require.positive("ConjugateGradient", "tolerance", tolerance);
        Require.positive("ConjugateGradient", "maxIterations", maxIterations);
        Vector x = Vector.zeros(b.size());
        Vector r = b;
        Vector p = b;
        double target = tolerance * Norms.two(b);
        double square = r.dot(r);
        for (int iteration = 0; ; iteration++) {
            if (Math.sqrt(square) <= target) {
                return new ConjugateGradient(x, iteration, Math.sqrt(square));
            }
            if (iteration == maxIterations) {
                throw new NonConvergenceException("ConjugateGradient: expected a relative residual of at most "
                        + tolerance + " after " + maxIterations + " iterations, but was "
                        + Math.sqrt(square) / Norms.two(b));
            }
            Vector product = Lanczos.product("ConjugateGradient", a, p);
            double curvature = p.dot(product);
            Require.that(
                    curvature > 0,
                    "ConjugateGradient: expected a positive definite matrix, but p . A p is %s",
                    curvature);
            double step = square / curvature;
            x = x.plus(p.scale(step));
            r = r.minus(product.scale(step));
            double next = r.dot(r);
            p = r.plus(p.scale(next / square));
            square = next;
        }
    }
}
