package quartet.scratch.linalg.decomposition;

import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The Cholesky decomposition of a symmetric positive definite matrix.
 * <pre>{@code
 * A = L L^T
 * l_jj = sqrt(a_jj - sum_{k<j} l_jk^2)
 * l_ij = (a_ij - sum_{k<j} l_ik l_jk) / l_jj     for i > j
 * }</pre>
 * L is lower triangular with a positive diagonal. The decomposition costs half of {@link Lu} and needs no pivoting. It
 * is also the cheapest test for positive definiteness: every pivot, the number under the square root, is positive if
 * and only if the matrix is positive definite. A matrix that is singular to working precision is rejected too.
 *
 * <p>Source: Golub and Van Loan, section 4.2; Trefethen and Bau, lecture 23.
 */
public final class Cholesky {

    private final Matrix lower;

    private Cholesky(Matrix lower) {
        this.lower = lower;
    }

    /**
     * Factors a symmetric positive definite matrix [n, n], of which it reads only the lower triangle.
     *
     * @throws IllegalArgumentException if the matrix is not square, not finite, not symmetric (to 1e-12 of its largest
     *     entry), or not positive definite
     */
    public static Cholesky of(Matrix a) {
        RequireMatrix.square("Cholesky", a);
        RequireMatrix.finite("Cholesky", a);
        RequireMatrix.symmetric("Cholesky", a);
        int n = a.rows();
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            double pivot = a.get(j, j) - dot(l[j], l[j], j);
            // A pivot below the rounding error of the sum may be 0 or negative in exact arithmetic.
            Require.that(
                    pivot > n * Math.ulp(1.0) * a.get(j, j),
                    "Cholesky: expected a positive definite matrix, but pivot %d is %s",
                    j,
                    pivot);
            l[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < n; i++) {
                l[i][j] = (a.get(i, j) - dot(l[i], l[j], j)) / l[j][j];
            }
        }
        return new Cholesky(Matrix.ofRows(l, n));
    }

    private static double dot(double[] x, double[] y, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }

    /** Returns the lower triangle L [n, n]. */
    public Matrix lower() {
        return lower;
    }

    /**
     * Solves A x = b by L y = b, then L^T x = y. Shapes: b [n], x [n].
     *
     * @throws IllegalArgumentException if b has another size or is not finite
     */
    public Vector solve(Vector b) {
        RequireMatrix.size("Cholesky.solve", lower.rows(), b);
        RequireMatrix.finite("Cholesky.solve", b);
        return TriangularSystems.backward(lower.transpose(), TriangularSystems.forward(lower, b));
    }

    /**
     * Solves A X = B for all columns. Shapes: B [n, k], X [n, k].
     *
     * @throws IllegalArgumentException if B does not have n rows or is not finite
     */
    public Matrix solve(Matrix b) {
        RequireMatrix.rows("Cholesky.solve", lower.rows(), b);
        RequireMatrix.finite("Cholesky.solve", b);
        return Lu.byColumn(b, this::solve);
    }

    /**
     * Returns the determinant, {@code (l_00 l_11 ...)^2}. It easily overflows or underflows; see
     * {@link #logDeterminant}.
     */
    public double determinant() {
        double product = 1;
        for (int i = 0; i < lower.rows(); i++) {
            product *= lower.get(i, i) * lower.get(i, i);
        }
        return product;
    }

    /** Returns the natural logarithm of the determinant, {@code 2 sum log l_ii}, as Gaussian log densities need it. */
    public double logDeterminant() {
        return 2 * lower.diagonal().map(Math::log).sum();
    }
}
