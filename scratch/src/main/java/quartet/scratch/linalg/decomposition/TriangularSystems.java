package quartet.scratch.linalg.decomposition;

import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * Solution of triangular systems by forward and backward substitution.
 * <pre>{@code
 * L x = b:  x_i = (b_i - sum_{j<i} l_ij x_j) / l_ii     from the top (forward)
 * U x = b:  x_i = (b_i - sum_{j>i} u_ij x_j) / u_ii     from the bottom (backward)
 * }</pre>
 * Every direct solver of this package ends with these substitutions. The entries of the other triangle are ignored.
 *
 * <p>Source: Golub and Van Loan, section 3.1 (algorithms 3.1.1 and 3.1.2); Trefethen and Bau, lecture 17.
 */
public final class TriangularSystems {

    private TriangularSystems() {}

    /**
     * Solves L x = b. Shapes: L [n, n], b [n], x [n].
     *
     * @throws IllegalArgumentException if L is not square, b has another size, an entry is not finite, or a diagonal
     *     entry is zero
     */
    public static Vector solveLower(Matrix lower, Vector b) {
        check("TriangularSystems.solveLower", lower, b);
        return forward(lower, b);
    }

    /**
     * Solves U x = b. Shapes: U [n, n], b [n], x [n].
     *
     * @throws IllegalArgumentException if U is not square, b has another size, an entry is not finite, or a diagonal
     *     entry is zero
     */
    public static Vector solveUpper(Matrix upper, Vector b) {
        check("TriangularSystems.solveUpper", upper, b);
        return backward(upper, b);
    }

    /** Solves L x = b without checks, for the factors of a decomposition. */
    static Vector forward(Matrix lower, Vector b) {
        double[] x = b.toArray();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= lower.get(i, j) * x[j];
            }
            x[i] /= lower.get(i, i);
        }
        return Vector.of(x);
    }

    /** Solves U x = b without checks, for the factors of a decomposition. */
    static Vector backward(Matrix upper, Vector b) {
        double[] x = b.toArray();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= upper.get(i, j) * x[j];
            }
            x[i] /= upper.get(i, i);
        }
        return Vector.of(x);
    }

    private static void check(String caller, Matrix triangle, Vector b) {
        RequireMatrix.square(caller, triangle);
        RequireMatrix.finite(caller, triangle);
        RequireMatrix.size(caller, triangle.rows(), b);
        RequireMatrix.finite(caller, b);
        for (int i = 0; i < triangle.rows(); i++) {
            Require.that(
                    triangle.get(i, i) != 0,
                    "%s: expected a non-singular matrix, but diagonal entry %d is 0",
                    caller,
                    i);
        }
    }
}
