package quartet.scratch.linalg.decomposition;

import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The Hessenberg form of a square matrix, computed by Householder reflections.
 * <pre>{@code
 * A = Q H Q^T,   Q^T Q = I,   h_ij = 0 for i > j + 1
 * }</pre>
 * A similarity transformation preserves the eigenvalues but multiplies from both sides. The right multiplication would
 * destroy zeros on the first subdiagonal, so that subdiagonal remains. No finite algorithm can reach a triangular form,
 * because the eigenvalues are roots of a polynomial (Abel). {@link RealSchur} continues from here by iteration.
 *
 * <p>Source: Golub and Van Loan, section 7.4.3 (algorithm 7.4.2); Trefethen and Bau, lecture 26.
 */
public final class Hessenberg {

    private final Matrix q;
    private final Matrix h;

    private Hessenberg(Matrix q, Matrix h) {
        this.q = q;
        this.h = h;
    }

    /**
     * Reduces a square matrix [n, n].
     *
     * @throws IllegalArgumentException if it is not square, or an entry is not finite
     */
    public static Hessenberg of(Matrix a) {
        RequireMatrix.square("Hessenberg", a);
        RequireMatrix.finite("Hessenberg", a);
        int n = a.rows();
        double[][] h = a.toRows();
        double[][] q = Matrix.identity(n).toRows();
        for (int k = 0; k + 2 < n; k++) {
            int column = k;
            int top = k + 1;
            Householder reflection = Householder.of(Vector.generate(n - top, i -> h[top + i][column]));
            reflection.applyLeft(h, top, column);
            reflection.applyRight(h, top, n);
            reflection.applyRight(q, top, n);
        }
        Matrix upper = Matrix.generate(n, n, (i, j) -> i <= j + 1 ? h[i][j] : 0);
        return new Hessenberg(Matrix.ofRows(q, n), upper);
    }

    /** Returns the orthogonal factor Q [n, n]. */
    public Matrix q() {
        return q;
    }

    /** Returns the Hessenberg factor H [n, n]. */
    public Matrix h() {
        return h;
    }
}
