package quartet.scratch.linalg.decomposition;

import java.util.Comparator;
import java.util.stream.IntStream;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The eigendecomposition of a symmetric matrix, computed from its tridiagonal form by implicit QL iteration.
 * <pre>{@code
 * A = V diag(lambda) V^T,   V^T V = I,   lambda_0 >= lambda_1 >= ...
 * }</pre>
 * {@link Tridiagonal} reduces A to {@code Q T Q^T}. A QL step factors {@code T - s I = P L} and continues with
 * {@code L P + s I = P^T T P}, which has the same eigenvalues. Wilkinson's shift s, the eigenvalue of the leading 2x2
 * block closer to its first entry, makes the first subdiagonal entry converge cubically to zero. The step is implicit:
 * plane rotations chase an entry outside the three diagonals up the matrix. V accumulates Q and all rotations. Column j
 * of V is the eigenvector of lambda_j. Its sign is arbitrary, and so is the basis of the eigenspace of a multiple
 * eigenvalue.
 *
 * <p>Source: Golub and Van Loan, section 8.3 (algorithms 8.3.1 to 8.3.3, in the order of QL); Bowdler, Martin, Reinsch
 * and Wilkinson, "The QR and QL algorithms for symmetric matrices" (1968), procedure imtql2.
 */
public final class SymmetricEigenDecomposition {

    private static final int MAX_STEPS = 60;

    private final Vector eigenvalues;
    private final Matrix eigenvectors;

    private SymmetricEigenDecomposition(Vector eigenvalues, Matrix eigenvectors) {
        this.eigenvalues = eigenvalues;
        this.eigenvectors = eigenvectors;
    }

    /**
     * Decomposes a symmetric matrix [n, n].
     *
     * @throws IllegalArgumentException if it is not square, not finite, or not symmetric (to 1e-12 of its largest
     *     entry)
     * @throws NonConvergenceException if an eigenvalue takes more than 60 steps, where two are usual
     */
    public static SymmetricEigenDecomposition of(Matrix matrix) {
        RequireMatrix.square("SymmetricEigenDecomposition", matrix);
        RequireMatrix.finite("SymmetricEigenDecomposition", matrix);
        RequireMatrix.symmetric("SymmetricEigenDecomposition", matrix);
        int n = matrix.rows();
        // Entries of about one keep sums and products in range.
        int shift = -Math.getExponent(Norms.maximum(matrix));
        Tridiagonal tridiagonal =
                Tridiagonal.reduce(matrix.map(value -> Math.scalb(value, shift)).toRows());
        double[] d = tridiagonal.diagonal();
        double[][] v = tridiagonal.transposedQ();
        iterate(d, tridiagonal.subdiagonal(), v);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -d[i]))
                .mapToInt(i -> i)
                .toArray();
        return new SymmetricEigenDecomposition(
                Vector.generate(n, i -> Math.scalb(d[order[i]], -shift)),
                Matrix.generate(n, n, (i, j) -> v[order[j]][i]));
    }

    /** Reduces the subdiagonal e to zero. The rows of v are rotated along and become the eigenvectors. */
    private static void iterate(double[] d, double[] e, double[][] v) {
        for (int first = 0; first < d.length; first++) {
            int steps = 0;
            for (int last = blockEnd(d, e, first); last > first; last = blockEnd(d, e, first)) {
                if (++steps > MAX_STEPS) {
                    throw new NonConvergenceException("SymmetricEigenDecomposition: expected eigenvalue " + first
                            + " to converge within " + MAX_STEPS + " steps, but the subdiagonal entry is " + e[first]);
                }
                step(d, e, v, first, last);
            }
        }
    }

    /** Returns the last row of the block that starts at {@code first}: the subdiagonal entry after it is negligible. */
    private static int blockEnd(double[] d, double[] e, int first) {
        int last = first;
        while (last + 1 < d.length
                && Math.abs(e[last]) > Math.ulp(1.0) / 2 * (Math.abs(d[last]) + Math.abs(d[last + 1]))) {
            last++;
        }
        return last;
    }

    /** Performs one implicit QL step on the rows first to last, both inclusive. */
    private static void step(double[] d, double[] e, double[][] v, int first, int last) {
        double ratio = (d[first + 1] - d[first]) / (2 * e[first]);
        double shifted = d[last] - d[first] + e[first] / (ratio + Math.copySign(Math.hypot(1, ratio), ratio));
        double sine = 1;
        double cosine = 1;
        double removed = 0;
        for (int i = last - 1; i >= first; i--) {
            double f = sine * e[i];
            double b = cosine * e[i];
            double length = Math.hypot(f, shifted);
            e[i + 1] = length;
            if (length == 0) {
                d[i + 1] -= removed;
                e[last] = 0;
                return;
            }
            sine = f / length;
            cosine = shifted / length;
            double difference = d[i + 1] - removed;
            double mixed = (d[i] - difference) * sine + 2 * cosine * b;
            removed = sine * mixed;
            d[i + 1] = difference + removed;
            shifted = cosine * mixed - b;
            rotate(v[i], v[i + 1], cosine, sine);
        }
        d[first] -= removed;
        e[first] = shifted;
        e[last] = 0;
    }

    private static void rotate(double[] lower, double[] upper, double cosine, double sine) {
        for (int k = 0; k < lower.length; k++) {
            double u = upper[k];
            double l = lower[k];
            upper[k] = sine * l + cosine * u;
            lower[k] = cosine * l - sine * u;
        }
    }

    /** Returns the eigenvalues [n] in descending order. */
    public Vector eigenvalues() {
        return eigenvalues;
    }

    /** Returns the orthonormal eigenvectors, the columns of V [n, n], in the order of the eigenvalues. */
    public Matrix eigenvectors() {
        return eigenvectors;
    }
}
