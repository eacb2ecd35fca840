package quartet.scratch.linalg.krylov;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.SymmetricEigenDecomposition;

/**
 * The Lanczos method for the extreme eigenvalues of a symmetric matrix.
 * <pre>{@code
 * b_j q_{j+1} = A q_j - a_j q_j - b_{j-1} q_{j-1},   a_j = q_j . A q_j,   b_j the norm of the right side
 * A Q = Q T + b_k q_{k+1} e_k^T,   Q = [q_1 ... q_k] orthonormal,   T = tridiagonal(b, a, b)
 * T s = theta s:   theta is a Ritz value,   Q s a Ritz vector,   ||A Q s - theta Q s||_2 = b_k |s_k|
 * }</pre>
 * The largest and smallest eigenvalues converge after far fewer steps than n. Every new q is made orthogonal to all
 * previous ones twice (full reorthogonalization); the plain recurrence loses orthogonality in floating-point
 * arithmetic and repeats eigenvalues. The iteration ends early if the Krylov space is complete; the Ritz values are
 * eigenvalues then.
 *
 * <p>Source: Lanczos (1950); Golub and Van Loan, sections 10.1 and 10.3.1; Trefethen and Bau, lecture 36 (algorithm 36.1).
 */
public final class Lanczos {

    private final List<Vector> basis;
    private final SymmetricEigenDecomposition ritz;
    private final double rest;

    private Lanczos(List<Vector> basis, SymmetricEigenDecomposition ritz, double rest) {
        this.basis = basis;
        this.ritz = ritz;
        this.rest = rest;
    }

    /**
     * Performs up to {@code steps} steps.
     *
     * @param a the product of A with a vector [n]; the result is a vector [n]
     * @param start [n], not 0; a random vector has a part of every eigenvector
     * @param steps in [1, n]
     * @throws IllegalArgumentException if the start is 0 or not finite, a product has another size or is not finite, or
     *     the steps are out of range
     */
    public static Lanczos of(UnaryOperator<Vector> a, Vector start, int steps) {
        RequireMatrix.finite("Lanczos", start);
        Require.that(
                steps >= 1 && steps <= start.size(),
                "Lanczos: expected steps in [1, %d], but was %d",
                start.size(),
                steps);
        List<Vector> basis = new ArrayList<>();
        double[] diagonal = new double[steps];
        double[] offDiagonal = new double[steps];
        Vector q = start.normalized();
        double scale = 0;
        int size = 0;
        while (size < steps) {
            basis.add(q);
            Vector product = product("Lanczos", a, q);
            diagonal[size] = q.dot(product);
            Vector next = orthogonal(orthogonal(product, basis), basis);
            offDiagonal[size] = Norms.two(next);
            scale = Math.max(scale, Norms.two(product));
            size++;
            if (offDiagonal[size - 1] <= start.size() * Math.ulp(1.0) * scale) {
                offDiagonal[size - 1] = 0;
                break;
            }
            q = next.scale(1 / offDiagonal[size - 1]);
        }
        Matrix t = Matrix.generate(
                size, size, (i, j) -> i == j ? diagonal[i] : Math.abs(i - j) == 1 ? offDiagonal[Math.min(i, j)] : 0);
        return new Lanczos(List.copyOf(basis), SymmetricEigenDecomposition.of(t), offDiagonal[size - 1]);
    }

    static Vector product(String caller, UnaryOperator<Vector> a, Vector x) {
        Vector product = a.apply(x);
        RequireMatrix.size(caller + ", product", x.size(), product);
        RequireMatrix.finite(caller + ", product", product);
        return product;
    }

    private static Vector orthogonal(Vector x, List<Vector> basis) {
        Vector rest = x;
        for (Vector q : basis) {
            rest = rest.minus(q.scale(q.dot(rest)));
        }
        return rest;
    }

    /** Returns the number of Ritz values k, which is the number of products with A. */
    public int size() {
        return basis.size();
    }

    /** Returns the Ritz values [k], largest first. */
    public Vector eigenvalues() {
        return ritz.eigenvalues();
    }

    /**
     * Returns the unit Ritz vector [n] of the Ritz value with this index.
     *
     * @throws IllegalArgumentException if the index is not in [0, k)
     */
    public Vector eigenvector(int index) {
        Require.index("Lanczos.eigenvector", "index", index, size());
        Vector s = ritz.eigenvectors().column(index);
        Vector sum = Vector.zeros(basis.get(0).size());
        for (int j = 0; j < size(); j++) {
            sum = sum.plus(basis.get(j).scale(s.get(j)));
        }
        return sum;
    }

    /**
     * Returns the residual {@code ||A x - theta x||_2} of the Ritz pair with this index. An eigenvalue of A lies within
     * this distance of theta.
     *
     * @throws IllegalArgumentException if the index is not in [0, k)
     */
    public double residual(int index) {
        Require.index("Lanczos.residual", "index", index, size());
        return rest * Math.abs(ritz.eigenvectors().get(size() - 1, index));
    }
}
