package quartet.scratch.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The QR decomposition by Householder reflections.
 * <pre>{@code
 * A = Q R,   Q^T Q = I,   R upper triangular (trapezoidal if A is wide)
 * }</pre>
 * Shapes: A [m, n], and with k = min(m, n): Q [m, k], R [k, n]. The signs on the diagonal of R are chosen to avoid
 * cancellation and may be negative. Because Q preserves lengths, the x that minimizes {@code ||A x - b||_2} solves the
 * triangular system {@code R x = Q^T b}. Unlike the normal equations, this does not square the condition number.
 *
 * <p>Source: Golub and Van Loan, sections 5.2 and 5.3 (algorithms 5.2.1 and 5.3.2); Trefethen and Bau, lectures 10 and
 * 11.
 */
public final class Qr {

    private final int rows;
    private final List<Householder> reflections;
    private final Matrix upper;
    private final Vector columnNorms;

    private Qr(int rows, List<Householder> reflections, Matrix upper, Vector columnNorms) {
        this.rows = rows;
        this.reflections = reflections;
        this.upper = upper;
        this.columnNorms = columnNorms;
    }

    /**
     * Factors a matrix [m, n] of any shape.
     *
     * @throws IllegalArgumentException if an entry is not finite
     */
    public static Qr of(Matrix a) {
        RequireMatrix.finite("QR", a);
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        double[][] r = a.toRows();
        List<Householder> reflections = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            int column = j;
            int top = j;
            Householder reflection = Householder.of(Vector.generate(m - top, i -> r[top + i][column]));
            reflection.applyLeft(r, top, column + 1);
            r[top][column] = reflection.alpha();
            reflections.add(reflection);
        }
        Matrix upper = Matrix.generate(k, n, (i, j) -> i <= j ? r[i][j] : 0);
        return new Qr(m, reflections, upper, Vector.generate(n, j -> Norms.two(a.column(j))));
    }

    /**
     * Returns the thin factor Q [m, k] with orthonormal columns. They are a basis of the column space if A has full
     * column rank.
     */
    public Matrix q() {
        return orthogonal(reflections.size());
    }

    /** Returns the full orthogonal matrix [m, m], whose first k columns are Q. */
    public Matrix fullQ() {
        return orthogonal(rows);
    }

    /** Returns the upper triangle R [k, n]. */
    public Matrix r() {
        return upper;
    }

    private Matrix orthogonal(int columns) {
        double[][] q = Matrix.identity(rows).block(0, rows, 0, columns).toRows();
        for (int k = reflections.size() - 1; k >= 0; k--) {
            reflections.get(k).applyLeft(q, k, 0);
        }
        return Matrix.ofRows(q, columns);
    }

    /**
     * Returns the unique x that minimizes {@code ||A x - b||_2}. Shapes: b [m], x [n].
     *
     * @throws IllegalArgumentException if A has fewer rows than columns or is rank deficient to working precision, or
     *     if b has another size or is not finite
     */
    public Vector leastSquares(Vector b) {
        RequireMatrix.size("QR.leastSquares", rows, b);
        RequireMatrix.finite("QR.leastSquares", b);
        requireFullColumnRank();
        double[] rotated = b.toArray();
        for (int k = 0; k < reflections.size(); k++) {
            reflections.get(k).apply(rotated, k);
        }
        int n = upper.columns();
        return TriangularSystems.backward(upper, Vector.of(rotated).slice(0, n));
    }

    private void requireFullColumnRank() {
        int n = upper.columns();
        Require.that(rows >= n, "QR.leastSquares: expected at least %d rows, but was %dx%d", n, rows, n);
        for (int j = 0; j < n; j++) {
            // |r_jj| is the distance of column j from the span of the columns before it.
            double distance = Math.abs(upper.get(j, j));
            Require.that(
                    distance > rows * Math.ulp(1.0) * columnNorms.get(j),
                    "QR.leastSquares: expected full column rank %d, but column %d depends on those before it"
                            + " (diagonal entry %s); use the minimum-norm solution instead",
                    n,
                    j,
                    upper.get(j, j));
        }
    }
}
