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
 * The singular value decomposition: every matrix is a rotation, a stretching of the axes, and another rotation.
 * <pre>{@code
 * A = U diag(sigma) V^T,   U^T U = I,   V^T V = I,   sigma_0 >= sigma_1 >= ... >= 0
 * }</pre>
 * Shapes (thin form): A [m, n], and with k = min(m, n): U [m, k], sigma [k], V [n, k]. It answers what elimination
 * cannot when a matrix is singular, or nearly: rank, condition, the solution of smallest norm.
 *
 * <p>One-sided Jacobi (Hestenes): rotate pairs of columns until all are orthogonal, {@code A V = W}; their lengths are
 * the singular values and their directions are U. This is {@link SymmetricEigenDecomposition} of A^T A without ever
 * forming it, and so without squaring the condition number. A tall matrix is first reduced to its R by {@link Qr}; a
 * wide one is transposed. With n the smaller dimension, about ten sweeps cost {@code 4 n^3} multiplications each:
 * slower than the bidiagonal methods of LAPACK, but shorter, and accurate even for small singular values.
 *
 * <p>Source: Golub and Van Loan, section 8.6.3 (algorithm of Hestenes); section 2.4 and Trefethen and Bau, lectures 4
 * and 5, for what it means; Strang, Introduction to Linear Algebra, chapter 7.
 */
public final class Svd {

    private static final int MAX_SWEEPS = 60;

    /** Relative to the largest entry: the square of a smaller length is not a normal number any more. */
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
        // R^T instead of R: its columns are nearer to orthogonal, so it takes fewer sweeps (Drmac and Veselic, 2008).
        Svd ofLower = jacobi(qr.r().transpose());
        return new Svd(qr.q().times(ofLower.v), ofLower.singularValues.scale(scale), ofLower.u);
    }

    /** One-sided Jacobi on a square matrix. Both arrays hold the transpose, so that a column is contiguous. */
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

    /** Makes every pair of columns orthogonal once; true if any was not. */
    private static boolean sweep(double[][] w, double[][] v) {
        // A computed inner product of n terms is only known to about n roundings.
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
        // Four sums at a time: one alone waits for its last addition before the next, and this loop is where the time
        // goes.
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

    /** Orthonormal columns [n, r], followed by n - r more that make them a basis of all vectors. */
    private static Matrix completed(Matrix columns) {
        int r = columns.columns();
        Matrix basis = Qr.of(columns).fullQ();
        return Matrix.generate(basis.rows(), basis.columns(), (i, j) -> j < r ? columns.get(i, j) : basis.get(i, j));
    }

    /** The left singular vectors, the columns of U [m, k]. */
    public Matrix u() {
        return u;
    }

    /** The singular values [k], the largest first. */
    public Vector singularValues() {
        return singularValues;
    }

    /** The right singular vectors, the columns of V [n, k]. */
    public Matrix v() {
        return v;
    }

    /** The 2-norm of A, which is its largest singular value; 0 for an empty matrix. */
    public double norm() {
        return Norms.infinity(singularValues);
    }

    /**
     * The numerical rank: how many singular values exceed {@code max(m, n) eps sigma_0}, the rounding error that the
     * entries of A carry anyway (Golub and Van Loan, section 5.4.1).
     */
    public int rank() {
        return rank(defaultTolerance());
    }

    /** The number of singular values above the tolerance. */
    public int rank(double tolerance) {
        return (int) Arrays.stream(singularValues.toArray())
                .filter(sigma -> sigma > tolerance)
                .count();
    }

    /**
     * The condition number in the 2-norm: how much a relative change of A or b can grow in the solution of A x = b. It
     * is infinite if a singular value is zero; a singular matrix usually has one near rounding instead.
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
     * The pseudo-inverse [n, m] (Moore and Penrose). Singular values that {@link #rank()} does not count are zero, so
     * that their inverses, which would be noise, stay away.
     * <pre>{@code A^+ = V diag(1 / sigma_i if it counts, else 0) U^T}</pre>
     */
    public Matrix pseudoInverse() {
        return scaledV().times(u.transpose());
    }

    /**
     * Among all x that make {@code ||A x - b||_2} smallest, the one with the smallest {@code ||x||_2}: {@code A^+ b}.
     * Shapes: b [m], x [n].
     *
     * @throws IllegalArgumentException if b is of another size or not finite
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
