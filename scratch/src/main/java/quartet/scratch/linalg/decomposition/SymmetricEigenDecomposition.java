package quartet.scratch.linalg.decomposition;

import java.util.Comparator;
import java.util.stream.IntStream;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The eigendecomposition of a symmetric matrix, computed by the cyclic Jacobi method.
 * <pre>{@code
 * A = V diag(lambda) V^T,   V^T V = I,   lambda_0 >= lambda_1 >= ...
 * }</pre>
 * A sweep visits every pair p < q and rotates so that a_pq becomes zero. Later rotations fill the entry again, but each
 * rotation reduces the sum of the squared off-diagonal entries by {@code 2 a_pq^2}. Once that sum is small, it
 * converges quadratically to zero. Column j of V is the eigenvector of lambda_j. Its sign is arbitrary, and so is the
 * basis of the eigenspace of a multiple eigenvalue.
 *
 * <p>Source: Golub and Van Loan, section 8.5 (algorithm 8.5.3); Trefethen and Bau, lecture 30. Deviation: a sweep skips
 * entries below the rounding error of the whole matrix, and the method stops after a sweep that skipped all entries.
 */
public final class SymmetricEigenDecomposition {

    private static final int MAX_SWEEPS = 60;

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
     * entry)
     * @throws IllegalStateException if 60 sweeps are not enough, where about ten are usual
     */
    public static SymmetricEigenDecomposition of(Matrix matrix) {
        RequireMatrix.square("SymmetricEigenDecomposition", matrix);
        RequireMatrix.finite("SymmetricEigenDecomposition", matrix);
        RequireMatrix.symmetric("SymmetricEigenDecomposition", matrix);
        int n = matrix.rows();
        double[][] a = Matrix.generate(n, n, (i, j) -> matrix.get(Math.max(i, j), Math.min(i, j)))
                .toRows();
        double[][] v = Matrix.identity(n).toRows();
        double negligible = Math.ulp(1.0) * Norms.frobenius(matrix) / Math.max(1, n);
        int sweeps = 0;
        while (sweep(a, v, negligible)) {
            if (++sweeps > MAX_SWEEPS) {
                throw new IllegalStateException("SymmetricEigenDecomposition: expected convergence within " + MAX_SWEEPS
                        + " sweeps, but was not reached");
            }
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                .mapToInt(i -> i)
                .toArray();
        return new SymmetricEigenDecomposition(
                Vector.generate(n, i -> a[order[i]][order[i]]), Matrix.generate(n, n, (i, j) -> v[i][order[j]]));
    }

    /** Visits every pair once and returns whether any pair was rotated. */
    private static boolean sweep(double[][] a, double[][] v, double negligible) {
        boolean rotated = false;
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                if (Math.abs(a[p][q]) > negligible) {
                    PlaneRotation rotation = PlaneRotation.jacobi(a[p][p], a[p][q], a[q][q]);
                    rotation.applyToColumns(a, p, q);
                    rotation.applyToRows(a, p, q);
                    a[p][q] = 0;
                    a[q][p] = 0;
                    rotation.applyToColumns(v, p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    /** Returns the eigenvalues [n], in descending order. */
    public Vector eigenvalues() {
        return eigenvalues;
    }

    /** Returns the orthonormal eigenvectors, the columns of V [n, n], in the order of the eigenvalues. */
    public Matrix eigenvectors() {
        return eigenvectors;
    }
}
