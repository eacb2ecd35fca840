package quartet.scratch.linalg.application;

import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The dominant eigenpair by multiplying again and again.
 * <pre>{@code
 * x_{k+1} = A x_k / ||A x_k||_2,   lambda_k = x_k^T A x_k   (Rayleigh quotient)
 * }</pre>
 * In the basis of the eigenvectors each step stretches every part by its eigenvalue, so the part of the largest one
 * wins; the error shrinks by {@code |lambda_1 / lambda_0|} a step. It finds nothing if two eigenvalues of different
 * value share the largest modulus (a complex pair, or 1 and -1). Only products with A are needed, which is why it ranks
 * pages of the web and why the loss's sharpness is found with it.
 *
 * <p>Source: Golub and Van Loan, section 7.3.1; Trefethen and Bau, lecture 27 (algorithm 27.1).
 *
 * @param eigenvalue the dominant eigenvalue
 * @param eigenvector its eigenvector [n], of length one
 * @param iterations how many products with A it took
 */
public record PowerIteration(double eigenvalue, Vector eigenvector, int iterations) {

    /**
     * Iterates until {@code ||A x - lambda x||_2 <= tolerance |lambda|}.
     * Shapes: A [n, n] with n at least 1, start [n]; the start needs a part in the wanted direction, as a random one
     * has.
     *
     * @throws IllegalArgumentException if A is not square, empty or not finite; if the start is of another size, not
     *     finite or zero; if the tolerance is not above zero; or if that many iterations do not reach it
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
        throw new IllegalArgumentException(
                "PowerIteration: expected one dominant eigenvalue and a start not orthogonal to it, but after "
                        + maxIterations + " iterations the residual is " + residual);
    }
}
