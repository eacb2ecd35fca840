package quartet.scratch.linalg.decomposition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The singular value decomposition of a matrix of any shape.
 * <pre>{@code
 * A = U diag(sigma) V^T,   U^T U = I,   V^T V = I,   sigma_0 >= sigma_1 >= ... >= 0
 * }</pre>
 * Shapes (thin form): A [m, n], and with k = min(m, n): U [m, k], sigma [k], V [n, k]. Unlike elimination, it yields
 * reliable answers for singular and nearly singular matrices: rank, condition number, and the solution of smallest
 * norm.
 *
 * <p>The algorithm is one-sided Jacobi (Hestenes). It rotates pairs of columns until all columns of {@code A V = W} are
 * orthogonal. The lengths of the columns of W are the singular values, and their directions are U. This is equivalent
 * to the Jacobi method for A^T A, but does not form that product and thus does not square the condition number. A tall
 * matrix is first reduced to its factor R by {@link Qr}; a wide matrix is transposed. Small singular values keep their
 * relative accuracy.
 *
 * <p>Source: Golub and Van Loan, section 8.6.3 (algorithm of Hestenes); section 2.4 and Trefethen and Bau, lectures 4
 * and 5, for the theory; Strang, Introduction to Linear Algebra, chapter 7.
 */
public final class Svd {

    private static final int MAX_SWEEPS = 60;

    /** Relative to the largest entry: the square of a smaller length is subnormal or zero. */
    private static final double SMALLEST_LENGTH = 1e-150;

    private final Matrix u;
    private final Vector singularValues;
    private final Matrix v;

    private Svd(Matrix u, Vector singularValues, Matrix v) {
        this.u = u;
        this.singularValues = singularValues;
        this.v = v;
    }

    /**
     * Decomposes a matrix [m, n] of any shape.
     *
     * @throws IllegalArgumentException if an entry is not finite
     * @throws IllegalStateException if 60 sweeps are not enough, where about ten are usual
     */
    public static Svd of(Matrix a) {
        RequireMatrix.finite("SVD", a);
        if (a.rows() < a.columns()) {
            Svd transposed = of(a.transpose());
            return new Svd(transposed.v, transposed.singularValues, transposed.u);
        }
        double largest = Norms.maximum(a);
        double scale = largest == 0 ? 1 : largest;
        Qr qr = Qr.of(a.map(value -> value / scale));
        // The columns of R^T are closer to orthogonal than those of R, which saves sweeps (Drmac and Veselic, 2008).
        Svd ofLower = jacobi(qr.r().transpose());
        return new Svd(qr.q().times(ofLower.v), ofLower.singularValues.scale(scale), ofLower.u);
    }

    /** Applies one-sided Jacobi to a square matrix. Both arrays hold the transpose, so that a column is contiguous. */
    private static Svd jacobi(Matrix a) {
        int n = a.columns();
        double[][] w = a.transpose().toRows();
        double[][] v = Matrix.identity(n).toRows();
        int sweeps = 0;
        while (sweep(w, v)) {
            if (++sweeps > MAX_SWEEPS) {
                throw new IllegalStateException(
                        "SVD: expected convergence within " + MAX_SWEEPS + " sweeps, but was not reached");
            }
        }
        double[] lengths = IntStream.range(0, n).mapToDouble(j -> length(w[j])).toArray();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -lengths[j]))
                .mapToInt(j -> j)
                .toArray();
        int positive = (int) Arrays.stream(lengths).filter(length -> length > 0).count();
        Matrix directions = Matrix.generate(n, positive, (i, j) -> w[order[j]][i] / lengths[order[j]]);
        return new Svd(
                completed(directions),
                Vector.generate(n, j -> lengths[order[j]]),
                Matrix.generate(n, n, (i, j) -> v[order[j]][i]));
    }

    /** Visits every pair of columns once and returns whether any pair was rotated. */
    private static boolean sweep(double[][] w, double[][] v) {
        // The rounding error of an inner product of n terms is about n units.
        double tolerance = Math.ulp(1.0) * w.length;
        boolean rotated = false;
        for (int p = 0; p < w.length; p++) {
            for (int q = p + 1; q < w.length; q++) {
                double lengthP = length(w[p]);
                double lengthQ = length(w[q]);
                double dot = dot(w[p], w[q]);
                if (lengthP > 0 && lengthQ > 0 && Math.abs(dot) > tolerance * lengthP * lengthQ) {
                    PlaneRotation rotation = PlaneRotation.jacobi(lengthP * lengthP, dot, lengthQ * lengthQ);
                    rotation.applyToRows(w, p, q);
                    rotation.applyToRows(v, p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private static double dot(double[] x, double[] y) {
        // Four independent sums hide the latency of the additions.
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            sum0 += x[i] * y[i];
            sum1 += x[i + 1] * y[i + 1];
            sum2 += x[i + 2] * y[i + 2];
            sum3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            sum0 += x[i] * y[i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    private static double length(double[] x) {
        double length = Math.sqrt(dot(x, x));
        return length < SMALLEST_LENGTH ? 0 : length;
    }

    /** Returns the orthonormal columns [n, r], followed by n - r columns that complete them to an orthonormal basis. */
    private static Matrix completed(Matrix columns) {
        int r = columns.columns();
        Matrix basis = Qr.of(columns).fullQ();
        return Matrix.generate(basis.rows(), basis.columns(), (i, j) -> j < r ? columns.get(i, j) : basis.get(i, j));
    }

    /** Returns the left singular vectors, the columns of U [m, k]. */
    public Matrix u() {
        return u;
    }

    /** Returns the singular values [k], in descending order. */
    public Vector singularValues() {
        return singularValues;
    }

    /** Returns the right singular vectors, the columns of V [n, k]. */
    public Matrix v() {
        return v;
    }

    /** Returns the 2-norm of A, which is its largest singular value; 0 for an empty matrix. */
    public double norm() {
        return Norms.infinity(singularValues);
    }

    /**
     * Returns the numerical rank, the number of singular values above {@code max(m, n) eps sigma_0}. That threshold is
     * the effect of rounding errors in the entries of A (Golub and Van Loan, section 5.4.1).
     */
    public int rank() {
        return rank(defaultTolerance());
    }

    /** Returns the number of singular values above the tolerance. */
    public int rank(double tolerance) {
        return (int) Arrays.stream(singularValues.toArray())
                .filter(sigma -> sigma > tolerance)
                .count();
    }

    /**
     * Returns the condition number in the 2-norm, the factor by which a relative change of A or b can grow in the
     * solution of A x = b. It is infinite if a singular value is zero. Rounding usually leaves the smallest singular
     * value of a singular matrix slightly above zero.
     * <pre>{@code kappa = sigma_0 / sigma_{k-1}}</pre>
     *
     * @throws IllegalArgumentException if A has no rows or no columns
     */
    public double conditionNumber() {
        int k = singularValues.size();
        Require.that(
                k > 0,
                "SVD.conditionNumber: expected at least one row and one column, but was %dx%d",
                u.rows(),
                v.rows());
        double smallest = singularValues.get(k - 1);
        return smallest == 0 ? Double.POSITIVE_INFINITY : singularValues.get(0) / smallest;
    }

    /**
     * Returns the Moore-Penrose pseudo-inverse [n, m]. Singular values beyond the numerical {@link #rank()} are treated
     * as zero.
     * <pre>{@code A^+ = V diag(1 / sigma_i if it counts, else 0) U^T}</pre>
     */
    public Matrix pseudoInverse() {
        return scaledV().times(u.transpose());
    }

    /**
     * Returns the least squares solution of smallest norm, {@code A^+ b}: among all x that minimize
     * {@code ||A x - b||_2} the one with the smallest {@code ||x||_2}. Shapes: b [m], x [n].
     *
     * @throws IllegalArgumentException if b has another size or is not finite
     */
    public Vector minimumNormSolution(Vector b) {
        RequireMatrix.size("SVD.minimumNormSolution", u.rows(), b);
        RequireMatrix.finite("SVD.minimumNormSolution", b);
        return scaledV().times(u.transpose().times(b));
    }

    private Matrix scaledV() {
        double tolerance = defaultTolerance();
        Vector inverses = singularValues.map(sigma -> sigma > tolerance ? 1 / sigma : 0);
        return Matrix.generate(v.rows(), v.columns(), (i, j) -> v.get(i, j) * inverses.get(j));
    }

    private double defaultTolerance() {
        return Math.max(u.rows(), v.rows()) * Math.ulp(1.0) * Norms.infinity(singularValues);
    }
}
