package quartet.scratch.linalg.decomposition;

import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The real Schur form, computed by the QR algorithm with Francis's implicit double shift.
 * <pre>{@code
 * A = Q T Q^T,   Q^T Q = I,   T upper triangular but for 2x2 blocks on its diagonal
 * }</pre>
 * A 1x1 block holds a real eigenvalue and a 2x2 block a pair of complex conjugate eigenvalues. Blocks with real
 * eigenvalues are split.
 *
 * <p>The QR algorithm factors {@code H - s I = Q R} and continues with {@code R Q + s I}, which is again a Hessenberg
 * matrix with the same eigenvalues. If the shift s is close to an eigenvalue, the last subdiagonal entry converges
 * quickly to zero and the problem is deflated. A Francis step applies two shifts at once, the eigenvalues of the last
 * 2x2 block, so it handles complex pairs in real arithmetic. It does not form the QR factors: the first reflection
 * creates a bulge below the subdiagonal, and further reflections chase the bulge down and off the matrix.
 *
 * <p>Source: Golub and Van Loan, section 7.5 (algorithms 7.5.1 and 7.5.2); Trefethen and Bau, lectures 28 and 29, for
 * shifts and deflation. The exceptional shifts are those of EISPACK's hqr.
 */
public final class RealSchur {

    /** The limit of steps for one eigenvalue; two or three steps are usual. */
    private static final int MAX_STEPS = 300;

    private final double[][] t;
    private final double[][] q;

    private RealSchur(double[][] t, double[][] q) {
        this.t = t;
        this.q = q;
    }

    /**
     * Decomposes a square matrix [n, n].
     *
     * @throws IllegalArgumentException if it is not square, or an entry is not finite
     * @throws NonConvergenceException if an eigenvalue does not converge
     */
    public static RealSchur of(Matrix a) {
        RequireMatrix.square("RealSchur", a);
        RequireMatrix.finite("RealSchur", a);
        // Entries of at most one prevent overflow in the squares of the shifts.
        double largest = Norms.maximum(a);
        double scale = largest == 0 ? 1 : largest;
        Hessenberg hessenberg = Hessenberg.of(a.map(value -> value / scale));
        RealSchur schur = new RealSchur(hessenberg.h().toRows(), hessenberg.q().toRows());
        schur.iterate(Norms.frobenius(hessenberg.h()));
        for (double[] row : schur.t) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= scale;
            }
        }
        return schur;
    }

    /** Returns the quasi-triangular factor T [n, n]. */
    public Matrix t() {
        return Matrix.ofRows(t, t.length);
    }

    /** Returns the orthogonal factor Q [n, n], whose columns are the Schur vectors. */
    public Matrix q() {
        return Matrix.ofRows(q, q.length);
    }

    private void iterate(double norm) {
        int last = t.length - 1;
        int steps = 0;
        while (last > 0) {
            int first = activeBlock(last, norm);
            if (first == last) {
                last -= 1;
                steps = 0;
            } else if (first == last - 1) {
                splitIfReal(first);
                last -= 2;
                steps = 0;
            } else if (++steps > MAX_STEPS) {
                throw new NonConvergenceException("RealSchur: expected eigenvalue " + last + " to converge within "
                        + MAX_STEPS + " steps, but its block did not split");
            } else {
                chaseBulge(first, last, steps % 10 == 0);
            }
        }
    }

    /** Returns the first row of the last unreduced block, and sets negligible subdiagonal entries to zero. */
    private int activeBlock(int last, double norm) {
        int first = last;
        while (first > 0) {
            double neighbours = Math.abs(t[first - 1][first - 1]) + Math.abs(t[first][first]);
            double scale = neighbours == 0 ? norm : neighbours;
            if (Math.abs(t[first][first - 1]) <= Math.ulp(1.0) * scale) {
                t[first][first - 1] = 0;
                return first;
            }
            first--;
        }
        return first;
    }

    /** Performs one Francis step on the rows and columns first to last, both inclusive, at least three of them. */
    private void chaseBulge(int first, int last, boolean exceptional) {
        int before = last - 1;
        // The shifts are the roots of s^2 - trace s + determinant.
        double trace = t[before][before] + t[last][last];
        double determinant = t[before][before] * t[last][last] - t[before][last] * t[last][before];
        if (exceptional) {
            double size = Math.abs(t[last][before]) + Math.abs(t[before][before - 1]);
            trace = 1.5 * size;
            determinant = size * size;
        }
        // The first column of H^2 - trace H + determinant I, which has three entries.
        double[] bulge = {
            t[first][first] * t[first][first]
                    + t[first][first + 1] * t[first + 1][first]
                    - trace * t[first][first]
                    + determinant,
            t[first + 1][first] * (t[first][first] + t[first + 1][first + 1] - trace),
            t[first + 1][first] * t[first + 2][first + 1]
        };
        for (int k = first; k < last; k++) {
            int size = Math.min(3, last - k + 1);
            int column = k - 1;
            int top = k;
            Vector x = k == first ? Vector.of(bulge) : Vector.generate(size, i -> t[top + i][column]);
            Householder reflection = Householder.of(x);
            reflection.applyLeft(t, k, Math.max(first, column));
            reflection.applyRight(t, k, Math.min(k + size + 1, last + 1));
            reflection.applyRight(q, k, q.length);
            for (int i = 1; i < size && k > first; i++) {
                t[k + i][column] = 0;
            }
        }
    }

    /**
     * Rotates the 2x2 block at k to upper triangular form if its eigenvalues are real.
     * <pre>{@code
     * [a b]   lambda = d + z,   z = p + sign(p) sqrt(p^2 + b c),   p = (a - d) / 2
     * [c d]   eigenvector (z, c)
     * }</pre>
     */
    private void splitIfReal(int k) {
        double p = (t[k][k] - t[k + 1][k + 1]) / 2;
        double discriminant = p * p + t[k][k + 1] * t[k + 1][k];
        if (discriminant < 0) {
            return;
        }
        double z = p + Math.copySign(Math.sqrt(discriminant), p);
        double length = Math.hypot(z, t[k + 1][k]);
        PlaneRotation rotation = new PlaneRotation(z / length, -t[k + 1][k] / length);
        rotation.applyToColumns(t, k, k + 1);
        rotation.applyToRows(t, k, k + 1);
        rotation.applyToColumns(q, k, k + 1);
        t[k + 1][k] = 0;
    }
}
