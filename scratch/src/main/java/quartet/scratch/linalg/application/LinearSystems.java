package quartet.scratch.linalg.application;

import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Cholesky;
import quartet.scratch.linalg.decomposition.Lu;
import quartet.scratch.linalg.decomposition.Qr;
import quartet.scratch.linalg.decomposition.Svd;

/**
 * Solvers for systems of linear equations A x = b, one for each class of systems.
 * <pre>{@code
 * A square, non-singular              P A = L U          one solution
 * A tall, full column rank            A = Q R            the x with the smallest ||A x - b||_2
 * any A                               A = U S V^T        of those, the one with the smallest ||x||_2
 * }</pre>
 * The methods are ordered by cost; each requires less of A than the one before. To use a factorization more than once,
 * keep the {@link Lu}, {@link Cholesky}, {@link Qr} or {@link Svd} object.
 *
 * <p>Source: Golub and Van Loan, sections 3.4, 5.3 and 5.5; Trefethen and Bau, lectures 11 and 20.
 */
public final class LinearSystems {

    private LinearSystems() {}

    /**
     * Returns the solution of A x = b by {@link Lu}. Shapes: A [n, n], b [n], x [n].
     *
     * @throws IllegalArgumentException if A is not square, not finite or singular to working precision, or b is of
     *     another size or not finite
     */
    public static Vector solve(Matrix a, Vector b) {
        return Lu.of(a).solve(b);
    }

    /**
     * Returns the least squares solution by {@link Qr}. Shapes: A [m, n] with m at least n, b [m], x [n].
     *
     * @throws IllegalArgumentException if A is not finite or not of full column rank, or b has another size or not
     *     finite
     */
    public static Vector leastSquares(Matrix a, Vector b) {
        return Qr.of(a).leastSquares(b);
    }

    /**
     * Returns the least squares solution of smallest norm by {@link Svd}, for any A. Shapes: A [m, n], b [m], x [n].
     *
     * @throws IllegalArgumentException if A is not finite, or b has another size or is not finite
     */
    public static Vector minimumNorm(Matrix a, Vector b) {
        return Svd.of(a).minimumNormSolution(b);
    }

    /**
     * Returns the determinant by {@link Lu}; 1 for the empty matrix.
     *
     * @throws IllegalArgumentException if A is not square or not finite
     */
    public static double determinant(Matrix a) {
        return Lu.of(a).determinant();
    }

    /**
     * Returns the inverse [n, n], computed by {@link Lu}. Use {@link #solve} to solve a system.
     *
     * @throws IllegalArgumentException if A is not square, not finite or singular to working precision
     */
    public static Matrix inverse(Matrix a) {
        return Lu.of(a).inverse();
    }

    /**
     * Returns the Moore-Penrose pseudo-inverse [n, m], computed by {@link Svd}.
     *
     * @throws IllegalArgumentException if A is not finite
     */
    public static Matrix pseudoInverse(Matrix a) {
        return Svd.of(a).pseudoInverse();
    }

    /**
     * Returns the numerical rank by {@link Svd}.
     *
     * @throws IllegalArgumentException if A is not finite
     */
    public static int rank(Matrix a) {
        return Svd.of(a).rank();
    }

    /**
     * Returns the condition number in the 2-norm by {@link Svd}; infinite if a singular value is zero.
     *
     * @throws IllegalArgumentException if A is empty or not finite
     */
    public static double conditionNumber(Matrix a) {
        return Svd.of(a).conditionNumber();
    }
}
