package quartet.scratch.linalg.decomposition;

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
 * <p>The rows are factored block by block. The first block yields a triangle R. Each further block B is annihilated by
 * reflections that act on one row of R and on the rows of B, which leaves a new R (updating by rows). A block fits in
 * the cache, so a tall matrix is read from memory only once. {@link PackedReflections} keeps the reflections in place
 * of the entries that they annihilate, so the decomposition needs no more memory than A.
 *
 * <p>Source: Golub and Van Loan, sections 5.2, 5.3 (algorithms 5.2.1 and 5.3.2) and 6.5.3; Trefethen and Bau, lectures
 * 10 and 11.
 */
public final class Qr {

    private final PackedReflections reflections;
    private final Matrix upper;
    private final Vector columnNorms;

    private Qr(PackedReflections reflections, Matrix upper, Vector columnNorms) {
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
        Vector columnNorms = Vector.generate(a.columns(), j -> Norms.two(a.column(j)));
        PackedReflections reflections = PackedReflections.reduce(a.toRowMajor(), a.rows(), a.columns());
        return new Qr(reflections, reflections.upper(), columnNorms);
    }

    /** Returns the thin factor Q [m, k] with orthonormal columns, a basis of the column space if A has full rank. */
    public Matrix q() {
        return times(Matrix.identity(upper.rows()));
    }

    /** Returns the full orthogonal matrix [m, m], whose first k columns are Q. */
    public Matrix fullQ() {
        return times(Matrix.identity(reflections.rows()));
    }

    /** Returns the upper triangle R [k, n]. */
    public Matrix r() {
        return upper;
    }

    /** Returns {@code Q X}, without forming Q. The rows of X beyond k multiply the columns of {@link #fullQ}. */
    Matrix times(Matrix x) {
        double[] product = new double[Math.multiplyExact(reflections.rows(), x.columns())];
        System.arraycopy(x.toRowMajor(), 0, product, 0, x.rows() * x.columns());
        reflections.applyQ(product, x.columns());
        return Matrix.ofRowMajor(reflections.rows(), x.columns(), product);
    }

    /**
     * Returns the unique x that minimizes {@code ||A x - b||_2}. Shapes: b [m], x [n].
     *
     * @throws IllegalArgumentException if A has fewer rows than columns or is rank deficient to working precision, or
     *     if b has another size or is not finite
     */
    public Vector leastSquares(Vector b) {
        RequireMatrix.size("QR.leastSquares", reflections.rows(), b);
        RequireMatrix.finite("QR.leastSquares", b);
        requireFullColumnRank();
        double[] rotated = b.toArray();
        reflections.applyTransposed(rotated, 1);
        return TriangularSystems.backward(upper, Vector.of(rotated).slice(0, upper.columns()));
    }

    private void requireFullColumnRank() {
        int n = upper.columns();
        int rows = reflections.rows();
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
