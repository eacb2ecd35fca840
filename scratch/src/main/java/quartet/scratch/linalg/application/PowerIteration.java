package quartet.scratch.linalg.application;

import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The dominant eigenpair, computed by repeated multiplication.
 * <pre>{@code
 * x_{k+1} = A x_k / ||A x_k||_2,   lambda_k = x_k^T A x_k   (Rayleigh quotient)
 * }</pre>
 * Each step multiplies the component along eigenvector i by lambda_i, so the dominant component grows fastest. The
 * error decreases by the factor {@code |lambda_1 / lambda_0|} per step. The iteration does not converge if two
 * different eigenvalues share the largest modulus, such as a complex pair, or 1 and -1. It needs only products with A,
 * and is used for PageRank and for the largest eigenvalue of the Hessian of a loss.
 *
 * <p>Source: Golub and Van Loan, section 7.3.1; Trefethen and Bau, lecture 27 (algorithm 27.1).
 *
 * @param eigenvalue the dominant eigenvalue
 * @param eigenvector the unit eigenvector [n]
 * @param iterations the number of products with A
 */
public record PowerIteration(double eigenvalue, Vector eigenvector, int iterations) {

    /** Rejects null. */
    public PowerIteration {
        Require.notNull("PowerIteration", "eigenvector", eigenvector);
    }

    /**
     * Iterates until {@code ||A x - lambda x||_2 <= tolerance |lambda|}. Shapes: A [n, n] with n at least 1, start [n].
     * The start must not be orthogonal to the dominant eigenvector; a random vector almost surely is not.
     *
     * @throws IllegalArgumentException if A is not square, empty or not finite; if the start has another size, is not
     *     finite or is zero; or if the tolerance is not positive
     * @throws NonConvergenceException if the iteration does not converge
     */
    public static PowerIteration of(Matrix a, Vector start, double tolerance, int maxIterations) {
        RequireMatrix.square("PowerIteration", a);
        RequireMatrix.notEmpty("PowerIteration", a);
        RequireMatrix.finite("PowerIteration", a);
        RequireMatrix.size("PowerIteration", a.rows(), start);
        RequireMatrix.finite("PowerIteration", start);
        Require.that(tolerance > 0, "PowerIteration: expected a tolerance above 0, but was %s", tolerance);
        Vector x = start.normalized();
        double residual = Double.NaN;
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            Vector product = a.times(x);
            double eigenvalue = x.dot(product);
            residual = Norms.two(product.minus(x.scale(eigenvalue)));
            if (residual <= tolerance * Math.abs(eigenvalue)) {
                return new PowerIteration(eigenvalue, x, iteration);
            }
            x = product.normalized();
        }
        throw new NonConvergenceException(
                "PowerIteration: expected one dominant eigenvalue and a start not orthogonal to it, but after "
                        + maxIterations + " iterations the residual is " + residual);
    }
}
