package quartet.scratch.linalg.decomposition;

import java.util.Arrays;
import quartet.scratch.linalg.Matrix;

/**
 * The tridiagonal form of a symmetric matrix, computed by Householder reflections.
 * <pre>{@code
 * A = Q T Q^T,   Q^T Q = I,   T tridiagonal with diagonal d and subdiagonal e
 * step k:  v, beta from column k below the diagonal;   p = beta A v,   w = p - (beta p^T v / 2) v,   A -= v w^T + w v^T
 * }</pre>
 * Each step transforms the remaining block from both sides at once. Only its lower triangle is stored, and the vectors
 * v replace the entries that they annihilate.
 *
 * <p>Source: Golub and Van Loan, section 8.3.1 (algorithm 8.3.1); the reflections are those of {@link Householder}.
 */
final class Tridiagonal {

    private final double[][] a;
    private final double[] betas;
    private final double[] diagonal;
    private final double[] subdiagonal;

    private Tridiagonal(double[][] a) {
        this.a = a;
        this.betas = new double[a.length];
        this.diagonal = new double[a.length];
        this.subdiagonal = new double[a.length];
    }

    /** Reduces a symmetric matrix, of which it reads and overwrites the lower triangle. */
    static Tridiagonal reduce(double[][] a) {
        Tridiagonal tridiagonal = new Tridiagonal(a);
        int n = a.length;
        double[] v = new double[n];
        double[] p = new double[n];
        for (int k = 0; k + 1 < n; k++) {
            tridiagonal.reflect(k, v);
            if (tridiagonal.betas[k] != 0) {
                tridiagonal.update(k + 1, tridiagonal.betas[k], v, p);
            }
        }
        for (int k = 0; k < n; k++) {
            tridiagonal.diagonal[k] = a[k][k];
        }
        return tridiagonal;
    }

    /** Computes the reflection of column k, stores it in v and in the column, and its alpha in the subdiagonal. */
    private void reflect(int k, double[] v) {
        int n = a.length;
        double largest = 0;
        for (int i = k + 2; i < n; i++) {
            largest = Math.max(largest, Math.abs(a[i][k]));
        }
        double head = a[k + 1][k];
        subdiagonal[k] = head;
        if (largest == 0) {
            return;
        }
        double scale = Math.max(largest, Math.abs(head));
        double sum = 0;
        for (int i = k + 1; i < n; i++) {
            double ratio = a[i][k] / scale;
            sum += ratio * ratio;
        }
        double alpha = -Math.copySign(scale * Math.sqrt(sum), head);
        double pivot = head - alpha;
        v[k + 1] = 1;
        a[k + 1][k] = 1;
        for (int i = k + 2; i < n; i++) {
            v[i] = a[i][k] / pivot;
            a[i][k] = v[i];
        }
        betas[k] = -pivot / alpha;
        subdiagonal[k] = alpha;
    }

    /** Replaces the block A from {@code top} on by H A H. */
    private void update(int top, double beta, double[] v, double[] p) {
        int n = a.length;
        Arrays.fill(p, top, n, 0);
        // The lower triangle yields both A v and, by symmetry, A^T v.
        for (int i = top; i < n; i++) {
            double[] row = a[i];
            double vi = v[i];
            double sum = dot(row, v, top, i);
            addMultiple(vi, row, p, top, i);
            p[i] += sum + row[i] * vi;
        }
        double half = beta * beta / 2 * dot(p, v, top, n);
        for (int i = top; i < n; i++) {
            p[i] = beta * p[i] - half * v[i];
        }
        for (int i = top; i < n; i++) {
            double[] row = a[i];
            double vi = v[i];
            double wi = p[i];
            for (int j = top; j <= i; j++) {
                row[j] -= vi * p[j] + wi * v[j];
            }
        }
    }

    private static double dot(double[] x, double[] y, int from, int to) {
        // Four independent sums hide the latency of the additions.
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            sum0 += x[i] * y[i];
            sum1 += x[i + 1] * y[i + 1];
            sum2 += x[i + 2] * y[i + 2];
            sum3 += x[i + 3] * y[i + 3];
        }
        for (; i < to; i++) {
            sum0 += x[i] * y[i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    private static void addMultiple(double factor, double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += factor * x[i];
        }
    }

    double[] diagonal() {
        return diagonal;
    }

    /** Returns the subdiagonal e, with e_k between d_k and d_{k+1}; its last entry is 0. */
    double[] subdiagonal() {
        return subdiagonal;
    }

    /** Returns the rows of Q^T. */
    double[][] transposedQ() {
        int n = a.length;
        double[][] q = Matrix.identity(n).toRows();
        double[] v = new double[n];
        // Q^T = ... H_1 H_0. The reflections of later columns are applied first, so rows up to k are still those of I.
        for (int k = n - 2; k >= 0; k--) {
            if (betas[k] == 0) {
                continue;
            }
            for (int i = k + 1; i < n; i++) {
                v[i] = a[i][k];
            }
            for (int i = k + 1; i < n; i++) {
                addMultiple(-betas[k] * dot(q[i], v, k + 1, n), v, q[i], k + 1, n);
            }
        }
        return q;
    }
}
