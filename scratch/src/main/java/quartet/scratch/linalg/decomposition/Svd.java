package quartet.scratch.linalg.decomposition;

import java.util.Arrays;
import quartet.scratch.argument.NonConvergenceException;
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
 * reliable results for singular and nearly singular matrices: rank, condition number, and the solution of smallest
 * norm.
 *
 * <p>A tall matrix is first reduced to its factor R by {@link Qr}; a wide matrix is transposed. {@link OneSidedJacobi}
 * then rotates pairs of columns until all columns are orthogonal. This is equivalent to the Jacobi method for A^T A,
 * but does not form that product and thus does not square the condition number. Small singular values keep their
 * relative accuracy.
 *
 * <p>Source: Golub and Van Loan, section 8.6.4 (algorithm of Hestenes); section 2.4 and Trefethen and Bau, lectures 4
 * and 5, for the theory; Strang, Introduction to Linear Algebra, chapter 7.
 */
public final class Svd {

    /**
     * The binary exponent to which the largest entry is scaled. Sums of squares then do not overflow, and entries down
     * to 1e-450 of the largest one do not underflow.
     */
    private static final int LARGEST_EXPONENT = 480;

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
     * @throws NonConvergenceException if 60 sweeps do not suffice, where about ten are usual
     */
    public static Svd of(Matrix a) {
        RequireMatrix.finite("SVD", a);
        if (a.rows() < a.columns()) {
            Svd transposed = of(a.transpose());
            return new Svd(transposed.v, transposed.singularValues, transposed.u);
        }
        double largest = Norms.maximum(a);
        int shift = largest == 0 ? 0 : LARGEST_EXPONENT - Math.getExponent(largest);
        Qr qr = Qr.of(a.map(value -> Math.scalb(value, shift)));
        // The columns of R^T are closer to orthogonal than those of R, which saves sweeps (Drmac and Veselic, 2008).
        OneSidedJacobi ofLower = OneSidedJacobi.of(qr.r().toRows());
        return new Svd(
                qr.times(ofLower.right()),
                ofLower.singularValues().map(value -> Math.scalb(value, -shift)),
                ofLower.left());
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
