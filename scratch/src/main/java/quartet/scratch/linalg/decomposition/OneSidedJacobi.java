package quartet.scratch.linalg.decomposition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.Vector;

/**
 * The one-sided Jacobi method of Hestenes for the singular values of a square matrix.
 * <pre>{@code
 * A V = W,   rotate columns p and q of W and V until w_p^T w_q = 0 for all pairs
 * sigma_j = ||w_j||,   u_j = w_j / sigma_j
 * }</pre>
 * Both matrices are stored by columns. Pairs are visited block by block, so that the columns of two blocks stay in the
 * cache. The lengths of the columns are updated with each rotation and recomputed before each sweep.
 *
 * <p>Source: Golub and Van Loan, section 8.6.4; Drmac and Veselic, "New fast and accurate Jacobi SVD algorithm" (2008).
 */
final class OneSidedJacobi {

    private static final int MAX_SWEEPS = 60;
    /**
     * The number of sweeps after which a tiny column that is still not orthogonal to a much larger one is rounding
     * noise.
     */
    private static final int RELATIVE_SWEEPS = 20;

    private static final int BLOCK = 32;

    /** A smaller sum of squares may have lost terms to underflow. */
    private static final double SMALLEST_SQUARE = 1e-280;

    private final double[][] w;
    private final double[][] v;
    private final double[] lengths;
    private final double tolerance;

    private OneSidedJacobi(double[][] columns) {
        int n = columns.length;
        this.w = columns;
        this.v = Matrix.identity(n).toRows();
        this.lengths = new double[n];
        // The rounding error of an inner product of n terms is about n units.
        this.tolerance = Math.ulp(1.0) * n;
    }

    /**
     * Decomposes the matrix with the given columns, which are overwritten.
     *
     * @throws NonConvergenceException if 60 sweeps do not suffice, where about ten are usual
     */
    static OneSidedJacobi of(double[][] columns) {
        OneSidedJacobi jacobi = new OneSidedJacobi(columns);
        for (int sweep = 0; jacobi.sweep(sweep < RELATIVE_SWEEPS ? 0 : jacobi.tolerance); sweep++) {
            if (sweep == MAX_SWEEPS) {
                throw new NonConvergenceException(
                        "SVD: expected convergence within " + MAX_SWEEPS + " sweeps, but some columns still rotate");
            }
        }
        return jacobi;
    }

    /** Returns the singular values in descending order. */
    Vector singularValues() {
        int[] order = order();
        return Vector.generate(order.length, j -> lengths[order[j]]);
    }

    /** Returns the right singular vectors, the columns of V. */
    Matrix right() {
        int[] order = order();
        return Matrix.generate(order.length, order.length, (i, j) -> v[order[j]][i]);
    }

    /** Returns the left singular vectors. Those of zero singular values complete the others to an orthonormal basis. */
    Matrix left() {
        int[] order = order();
        int n = order.length;
        int positive = (int) Arrays.stream(lengths).filter(length -> length > 0).count();
        Matrix directions = Matrix.generate(n, positive, (i, j) -> w[order[j]][i] / lengths[order[j]]);
        if (positive == n) {
            return directions;
        }
        Matrix basis = Qr.of(directions).fullQ();
        return Matrix.generate(n, n, (i, j) -> j < positive ? directions.get(i, j) : basis.get(i, j));
    }

    private int[] order() {
        return IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -lengths[j]))
                .mapToInt(j -> j)
                .toArray();
    }

    /**
     * Visits every pair of columns once and returns whether any pair was rotated.
     *
     * @param noise the ratio of two lengths below which the shorter column is not rotated. In a matrix without full
     *     rank, each rotation with a long column leaves rounding errors of that size in the short one, which never
     *     becomes orthogonal
     */
    private boolean sweep(double noise) {
        int n = w.length;
        Arrays.setAll(lengths, j -> length(w[j]));
        boolean rotated = false;
        for (int i = 0; i < n; i += BLOCK) {
            for (int j = i; j < n; j += BLOCK) {
                for (int p = i; p < Math.min(n, i + BLOCK); p++) {
                    for (int q = Math.max(p + 1, j); q < Math.min(n, j + BLOCK); q++) {
                        rotated |= rotate(p, q, noise);
                    }
                }
            }
        }
        return rotated;
    }

    private boolean rotate(int p, int q, double noise) {
        double lengthP = lengths[p];
        double lengthQ = lengths[q];
        if (lengthP == 0 || lengthQ == 0 || Math.min(lengthP, lengthQ) < noise * Math.max(lengthP, lengthQ)) {
            return false;
        }
        double cosine = cosine(w[p], lengthP, w[q], lengthQ);
        if (Math.abs(cosine) <= tolerance) {
            return false;
        }
        // Division by the product of the lengths keeps the 2x2 problem in range.
        PlaneRotation rotation = PlaneRotation.jacobi(lengthP / lengthQ, cosine, lengthQ / lengthP);
        rotation.applyToRows(w, p, q);
        rotation.applyToRows(v, p, q);
        double tangent = rotation.sine() / rotation.cosine();
        lengths[p] = updated(p, -tangent * cosine * (lengthQ / lengthP));
        lengths[q] = updated(q, tangent * cosine * (lengthP / lengthQ));
        return true;
    }

    /** Returns the length of column j whose square has changed by the given fraction. */
    private double updated(int j, double change) {
        return change < -0.5 ? length(w[j]) : lengths[j] * Math.sqrt(1 + change);
    }

    private static double cosine(double[] x, double lengthX, double[] y, double lengthY) {
        if (Math.min(lengthX, lengthY) > Math.sqrt(SMALLEST_SQUARE)) {
            return dot(x, y) / lengthX / lengthY;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] / lengthX * (y[i] / lengthY);
        }
        return sum;
    }

    private static double length(double[] x) {
        double square = dot(x, x);
        return square > SMALLEST_SQUARE ? Math.sqrt(square) : Norms.two(Vector.of(x));
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
}
