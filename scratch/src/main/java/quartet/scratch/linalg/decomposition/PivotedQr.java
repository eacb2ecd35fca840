package quartet.scratch.linalg.decomposition;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The QR decomposition with column pivoting, which reveals the rank.
 * <pre>{@code
 * A P = Q R,   Q^T Q = I,   R upper triangular with |r_00| >= |r_11| >= ...
 * step j: exchange column j with the column whose rest (rows j, j + 1, ...) has the largest norm, then reflect as Qr
 * }</pre>
 * Shapes: A [m, n], and with k = min(m, n): Q [m, k], R [k, n]; column i of A P is column {@code permutation()[i]} of A.
 * A small r_jj means that the remaining columns depend on the first j up to about that size. This is cheaper than {@link
 * Svd} and almost as reliable.
 *
 * <p>Source: Businger and Golub (1965); Golub and Van Loan, section 5.4.2 (algorithm 5.4.1). Deviation: the norms of
 * the remaining columns are recomputed in every step instead of updated, which avoids cancellation.
 */
public final class PivotedQr {

    private final Matrix q;
    private final Matrix r;
    private final int[] permutation;

    private PivotedQr(Matrix q, Matrix r, int[] permutation) {
        this.q = q;
        this.r = r;
        this.permutation = permutation;
    }

    /**
     * Factors a matrix [m, n] of any shape.
     *
     * @throws IllegalArgumentException if an entry is not finite
     */
    public static PivotedQr of(Matrix a) {
        RequireMatrix.finite("PivotedQr", a);
        int k = Math.min(a.rows(), a.columns());
        double[][] rows = a.toRows();
        int[] permutation = new int[a.columns()];
        Arrays.setAll(permutation, j -> j);
        Householder[] reflections = new Householder[k];
        for (int j = 0; j < k; j++) {
            exchange(rows, permutation, j, largestRest(rows, j));
            reflections[j] = Householder.of(rest(rows, j, j));
            reflections[j].applyLeft(rows, j, j);
        }
        double[][] q = Matrix.generate(a.rows(), k, (i, j) -> i == j ? 1 : 0).toRows();
        for (int j = k - 1; j >= 0; j--) {
            reflections[j].applyLeft(q, j, j);
        }
        Matrix r = Matrix.generate(k, a.columns(), (i, j) -> i <= j ? rows[i][j] : 0);
        return new PivotedQr(Matrix.ofRows(q, k), r, permutation);
    }

    private static Vector rest(double[][] rows, int from, int column) {
        return Vector.generate(rows.length - from, i -> rows[from + i][column]);
    }

    private static int largestRest(double[][] rows, int from) {
        int best = from;
        double largest = -1;
        for (int j = from; j < rows[0].length; j++) {
            double norm = Norms.two(rest(rows, from, j));
            if (norm > largest) {
                largest = norm;
                best = j;
            }
        }
        return best;
    }

    private static void exchange(double[][] rows, int[] permutation, int i, int j) {
        int index = permutation[i];
        permutation[i] = permutation[j];
        permutation[j] = index;
        for (double[] row : rows) {
            double value = row[i];
            row[i] = row[j];
            row[j] = value;
        }
    }

    /** Returns the thin factor Q [m, k] with orthonormal columns. */
    public Matrix q() {
        return q;
    }

    /** Returns the upper triangle R [k, n]. */
    public Matrix r() {
        return r;
    }

    /** Returns a copy of the permutation [n]: column i of A P is column {@code permutation()[i]} of A. */
    public int[] permutation() {
        return permutation.clone();
    }

    /** Returns the numerical rank: the number of diagonal entries above {@code max(m, n) eps |r_00|}. */
    public int rank() {
        double largest = r.rows() == 0 ? 0 : Math.abs(r.get(0, 0));
        return rank(Math.max(q.rows(), r.columns()) * Math.ulp(1.0) * largest);
    }

    /**
     * Returns the number of diagonal entries of R above the tolerance in absolute value.
     *
     * @throws IllegalArgumentException if the tolerance is negative or NaN
     */
    public int rank(double tolerance) {
        Require.that(tolerance >= 0, "PivotedQr.rank: expected a tolerance >= 0, but was %s", tolerance);
        int rank = 0;
        while (rank < r.rows() && Math.abs(r.get(rank, rank)) > tolerance) {
            rank++;
        }
        return rank;
    }

    /**
     * Returns the basic solution that minimizes {@code ||A x - b||_2}: only the entries of x for the first rank()
     * chosen columns can differ from 0. Shapes: b [m], x [n].
     *
     * @throws IllegalArgumentException if b has another size or is not finite
     */
    public Vector leastSquares(Vector b) {
        RequireMatrix.size("PivotedQr.leastSquares", q.rows(), b);
        RequireMatrix.finite("PivotedQr.leastSquares", b);
        int rank = rank();
        Vector rotated = q.transpose().times(b).slice(0, rank);
        Vector basic = TriangularSystems.backward(r.block(0, rank, 0, rank), rotated);
        double[] x = new double[permutation.length];
        for (int i = 0; i < rank; i++) {
            x[permutation[i]] = basic.get(i);
        }
        return Vector.of(x);
    }
}
