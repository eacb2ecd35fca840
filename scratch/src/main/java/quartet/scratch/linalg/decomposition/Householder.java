package quartet.scratch.linalg.decomposition;

import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The reflection that turns one given vector onto the first axis.
 * <pre>{@code
 * H = I - beta v v^T,   H x = alpha e_0,   |alpha| = ||x||_2
 * }</pre>
 * H is symmetric and orthogonal, so it is its own inverse and loses no accuracy. With v_0 = 1, it follows from
 * {@code alpha = -sign(x_0) ||x||_2} that {@code v = x / (x_0 - alpha)} below the first entry and
 * {@code beta = (alpha - x_0) / alpha}: that sign of alpha avoids the cancellation in {@code x_0 - alpha}. {@link Qr},
 * {@link Hessenberg} and {@link RealSchur} are made of these.
 *
 * <p>Source: Golub and Van Loan, section 5.1 (they choose alpha positive, with a detour against the cancellation);
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
     * The reflection for x [n]. If x is on the first axis already (or zero), it is the identity, with alpha = x_0.
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

    /** The number to which x is mapped on the first axis. */
    public double alpha() {
        return alpha;
    }

    /** The reflection as a matrix {@code I - beta v v^T} [n, n]. */
    public Matrix matrix() {
        return Matrix.generate(v.length, v.length, (i, j) -> (i == j ? 1 : 0) - beta * (v[i] * v[j]));
    }

    /** Replaces {@code A} by {@code H A}: H acts on the rows from top on, and on the columns from the given one on. */
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

    /** Replaces {@code A} by {@code A H}: H acts on the columns from left on, and only on the rows before toRow. */
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

    /** Replaces x by {@code H x}, where H acts on the entries from top on. */
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
