package quartet.scratch.linalg.application;

import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Svd;

/**
 * The best approximation of a matrix by a matrix of lower rank. It keeps the r largest singular values and drops the
 * others.
 * <pre>{@code
 * A_r = sum_{i<r} sigma_i u_i v_i^T
 * ||A - A_r||_2 = sigma_r,   ||A - A_r||_F = sqrt(sum_{i>=r} sigma_i^2)
 * }</pre>
 * No matrix of rank r is closer to A in either norm (Eckart and Young, 1936; Mirsky, 1960). The two factors hold r (m +
 * n) numbers instead of m n.
 *
 * <p>Source: Golub and Van Loan, theorem 2.4.8; Trefethen and Bau, theorems 5.8 and 5.9; Strang, Introduction to Linear
 * Algebra, section 7.1 (images).
 *
 * @param left the factor U_r diag(sigma) [m, r]
 * @param right the factor V_r^T [r, n]
 * @param spectralError the distance to A in the 2-norm
 * @param frobeniusError the distance to A in the Frobenius norm
 */
public record LowRankApproximation(Matrix left, Matrix right, double spectralError, double frobeniusError) {

    /** Rejects null. */
    public LowRankApproximation {
        Require.notNull("LowRankApproximation", "left", left);
        Require.notNull("LowRankApproximation", "right", right);
    }

    /**
     * Returns the best approximation of a matrix [m, n] by a matrix of the given rank.
     *
     * @throws IllegalArgumentException if the rank is not in [0, min(m, n)], or an entry of A is not finite
     */
    public static LowRankApproximation of(Matrix a, int rank) {
        int k = Math.min(a.rows(), a.columns());
        Require.that(rank >= 0 && rank <= k, "LowRankApproximation: expected a rank in [0, %d], but was %d", k, rank);
        Svd svd = Svd.of(a);
        Vector sigma = svd.singularValues();
        Matrix left = Matrix.generate(a.rows(), rank, (i, j) -> svd.u().get(i, j) * sigma.get(j));
        Matrix right = svd.v().block(0, a.columns(), 0, rank).transpose();
        Vector dropped = sigma.slice(rank, k);
        return new LowRankApproximation(left, right, Norms.infinity(dropped), Norms.two(dropped));
    }

    /** Returns the approximation A_r [m, n]. */
    public Matrix matrix() {
        return left.times(right);
    }
}
