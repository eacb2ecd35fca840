package quartet.scratch.linalg.decomposition;

import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * A Householder reflection, which maps a given vector to a multiple of the first unit vector.
 * <pre>{@code
 * H = I - beta v v^T,   H x = alpha e_0,   |alpha| = ||x||_2
 * }</pre>
 * H is symmetric and orthogonal, hence its own inverse. With {@code alpha = -sign(x_0) ||x||_2} and v_0 = 1, the other
 * entries are {@code v = x / (x_0 - alpha)}, and {@code beta = (alpha - x_0) / alpha}. This sign of alpha avoids
 * cancellation in {@code x_0 - alpha}. {@link Qr}, {@link Hessenberg} and {@link RealSchur} are built from reflections.
 *
 * <p>Source: Golub and Van Loan, section 5.1 (they choose alpha positive and avoid cancellation by another formula);
 * Trefethen and Bau, lecture 10.
 */
public final class Householder {

    private final double[] v;
    private final double beta;
    private final double alpha;

    private Householder(double[] v, double beta, double alpha) {
        this.v = v;
        this.beta = beta;
        this.alpha = alpha;
    }

    /**
     * Returns the reflection for x [n]. If x is zero or already a multiple of the first unit vector, the reflection is
     * the identity and alpha = x_0.
     *
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public static Householder of(Vector x) {
        Require.that(x.size() > 0, "Householder: expected a vector with entries, but was empty");
        RequireMatrix.finite("Householder", x);
        double[] v = x.toArray();
        double first = v[0];
        if (Norms.infinity(x.slice(1, x.size())) == 0) {
            return new Householder(v, 0, first);
        }
        double alpha = -Math.copySign(Norms.two(x), first);
        double pivot = first - alpha;
        v[0] = 1;
        for (int i = 1; i < v.length; i++) {
            v[i] /= pivot;
        }
        return new Householder(v, -pivot / alpha, alpha);
    }

    /** Returns the first entry of {@code H x}; the other entries are zero. */
    public double alpha() {
        return alpha;
    }

    /** Returns the reflection as a matrix {@code I - beta v v^T} [n, n]. */
    public Matrix matrix() {
        return Matrix.generate(v.length, v.length, (i, j) -> (i == j ? 1 : 0) - beta * (v[i] * v[j]));
    }

    /**
     * Replaces {@code A} by {@code H A}. H acts on the rows from {@code top} on. Only the columns from
     * {@code fromColumn} on are updated.
     */
    void applyLeft(double[][] a, int top, int fromColumn) {
        double[] dots = new double[a[top].length];
        for (int i = 0; i < v.length; i++) {
            for (int j = fromColumn; j < dots.length; j++) {
                dots[j] += v[i] * a[top + i][j];
            }
        }
        for (int i = 0; i < v.length; i++) {
            for (int j = fromColumn; j < dots.length; j++) {
                a[top + i][j] -= beta * v[i] * dots[j];
            }
        }
    }

    /**
     * Replaces {@code A} by {@code A H}. H acts on the columns from {@code left} on. Only the rows before {@code toRow}
     * are updated.
     */
    void applyRight(double[][] a, int left, int toRow) {
        for (int i = 0; i < toRow; i++) {
            double dot = 0;
            for (int j = 0; j < v.length; j++) {
                dot += a[i][left + j] * v[j];
            }
            for (int j = 0; j < v.length; j++) {
                a[i][left + j] -= beta * dot * v[j];
            }
        }
    }

    /** Replaces x by {@code H x}. H acts on the entries from {@code top} on. */
    void apply(double[] x, int top) {
        double dot = 0;
        for (int i = 0; i < v.length; i++) {
            dot += v[i] * x[top + i];
        }
        for (int i = 0; i < v.length; i++) {
            x[top + i] -= beta * dot * v[i];
        }
    }
}
