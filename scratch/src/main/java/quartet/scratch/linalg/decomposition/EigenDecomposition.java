package quartet.scratch.linalg.decomposition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.linalg.Complex;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The eigenvalues and eigenvectors of a general real square matrix. Both may be complex.
 * <pre>{@code A v_j = lambda_j v_j,   ||v_j||_2 = 1}</pre>
 * The algorithm starts from the {@link RealSchur} form of the matrix after {@link Balancing}, {@code A = Q T Q^T}. A
 * complex rotation makes each 2x2 block of T triangular, which leaves the eigenvalues on the diagonal. The eigenvectors
 * of the triangular T follow by back substitution.
 * <pre>{@code
 * (T - lambda_k I) x = 0:  x_k = 1,  x_i = -(sum_{i<j<=k} t_ij x_j) / (t_ii - lambda_k) for i < k,   v_k = Q x
 * }</pre>
 * The eigenvalues are sorted by descending modulus, then descending real part, then descending imaginary part. Each
 * eigenvector is scaled so that its largest entry is real and positive. Therefore the eigenvectors of real eigenvalues
 * are real, and those of a conjugate pair are conjugate. A defective matrix has fewer independent eigenvectors than
 * eigenvalues; some of the computed vectors then nearly coincide.
 *
 * <p>Source: Golub and Van Loan, sections 7.1 and 7.6.4; Trefethen and Bau, lecture 24. The step from a real 2x2 block
 * to a complex triangle is section 7.4.1 with a complex rotation.
 */
public final class EigenDecomposition {

    /** The binary exponent to which the largest entry is scaled before {@link Balancing}, which adds entries. */
    private static final int LARGEST_EXPONENT = 400;

    private static final double RESCALE_ABOVE = 1e100;

    private final List<Complex> eigenvalues;
    private final List<Complex[]> eigenvectors;

    private EigenDecomposition(List<Complex> eigenvalues, List<Complex[]> eigenvectors) {
        this.eigenvalues = eigenvalues;
        this.eigenvectors = eigenvectors;
    }

    /**
     * Decomposes a square matrix [n, n].
     *
     * @throws IllegalArgumentException if it is not square, or an entry is not finite
     * @throws NonConvergenceException if an eigenvalue does not converge
     */
    public static EigenDecomposition of(Matrix a) {
        RequireMatrix.square("EigenDecomposition", a);
        RequireMatrix.finite("EigenDecomposition", a);
        double largest = Norms.maximum(a);
        int shift = largest == 0 ? 0 : LARGEST_EXPONENT - Math.getExponent(largest);
        double[][] balanced = a.map(value -> Math.scalb(value, shift)).toRows();
        double[] d = Balancing.balance(balanced);
        // Entries of at most one keep the products in the formula of a 2x2 block in the range of double.
        double balancedLargest = Norms.maximum(Matrix.ofRows(balanced, a.columns()));
        double scale = balancedLargest == 0 ? 1 : balancedLargest;
        RealSchur schur = RealSchur.of(Matrix.ofRows(balanced, a.columns()).map(value -> value / scale));
        int n = a.rows();
        Complex[][] t = complex(schur.t());
        Complex[][] q = complex(Matrix.generate(n, n, (i, j) -> d[i] * schur.q().get(i, j)));
        for (int k = 0; k + 1 < n; k++) {
            if (t[k + 1][k].real() != 0) {
                triangularize(t, q, k);
                k++;
            }
        }
        double smallest = Math.max(Math.ulp(1.0) * Norms.frobenius(schur.t()), Double.MIN_NORMAL);
        Complex[] values = new Complex[n];
        Complex[][] vectors = new Complex[n][];
        for (int k = 0; k < n; k++) {
            values[k] = t[k][k];
            vectors[k] = normalized(times(q, backSubstitute(t, k, smallest)), values[k]);
            if (k > 0 && values[k].imaginary() < 0) {
                vectors[k] =
                        Arrays.stream(vectors[k - 1]).map(Complex::conjugate).toArray(Complex[]::new);
            }
        }
        Comparator<Integer> order = Comparator.comparingDouble((Integer k) -> -values[k].modulus())
                .thenComparingDouble(k -> -values[k].real())
                .thenComparingDouble(k -> -values[k].imaginary());
        List<Integer> sorted = IntStream.range(0, n).boxed().sorted(order).toList();
        return new EigenDecomposition(
                sorted.stream()
                        .map(k -> values[k].scale(scale).scale(Math.scalb(1.0, -shift)))
                        .toList(),
                sorted.stream().map(k -> vectors[k]).toList());
    }

    private static Complex[][] complex(Matrix a) {
        return Arrays.stream(a.toRows())
                .map(row -> Arrays.stream(row)
                        .mapToObj(value -> new Complex(value, 0))
                        .toArray(Complex[]::new))
                .toArray(Complex[][]::new);
    }

    /**
     * Replaces T by G^H T G and Q by Q G, with the unitary G that makes the 2x2 block at k triangular.
     * <pre>{@code
     * [a b]   lambda = (a + d)/2 + i sqrt(-((a - d)/2)^2 - b c),   eigenvector g = (lambda - d, c) / norm
     * [c d]   G = [g_0  -conj(g_1)]
     *             [g_1   conj(g_0)]
     * }</pre>
     */
    private static void triangularize(Complex[][] t, Complex[][] q, int k) {
        double half = (t[k][k].real() - t[k + 1][k + 1].real()) / 2;
        double mean = t[k + 1][k + 1].real() + half;
        double below = t[k + 1][k].real();
        double imaginary = Math.sqrt(Math.max(0, -(half * half + t[k][k + 1].real() * below)));
        double norm = Math.hypot(Math.hypot(half, imaginary), below);
        Complex g0 = new Complex(half / norm, imaginary / norm);
        Complex g1 = new Complex(below / norm, 0);
        for (Complex[] row : t) {
            rotate(row, k, g0, g1);
        }
        for (Complex[] row : q) {
            rotate(row, k, g0, g1);
        }
        for (int j = k; j < t.length; j++) {
            Complex upper = t[k][j];
            Complex lower = t[k + 1][j];
            t[k][j] = g0.conjugate().times(upper).plus(g1.conjugate().times(lower));
            t[k + 1][j] = g0.times(lower).minus(g1.times(upper));
        }
        t[k + 1][k] = Complex.ZERO;
        t[k][k] = new Complex(mean, imaginary);
        t[k + 1][k + 1] = new Complex(mean, -imaginary);
    }

    /** Multiplies entries k and k + 1 of a row by G from the right. */
    private static void rotate(Complex[] row, int k, Complex g0, Complex g1) {
        Complex left = row[k];
        Complex right = row[k + 1];
        row[k] = left.times(g0).plus(right.times(g1));
        row[k + 1] = right.times(g0.conjugate()).minus(left.times(g1.conjugate()));
    }

    /**
     * Returns the eigenvector of the triangular T for diagonal entry k. Differences of eigenvalues below
     * {@code smallest} are replaced by it.
     */
    private static Complex[] backSubstitute(Complex[][] t, int k, double smallest) {
        Complex[] x = new Complex[t.length];
        Arrays.fill(x, Complex.ZERO);
        x[k] = Complex.ONE;
        for (int i = k - 1; i >= 0; i--) {
            Complex sum = Complex.ZERO;
            for (int j = i + 1; j <= k; j++) {
                sum = sum.minus(t[i][j].times(x[j]));
            }
            Complex gap = t[i][i].minus(t[k][k]);
            x[i] = sum.dividedBy(gap.modulus() < smallest ? new Complex(smallest, 0) : gap);
            double size = x[i].modulus();
            if (size > RESCALE_ABOVE) {
                Arrays.setAll(x, j -> x[j].scale(1 / size));
            }
        }
        return x;
    }

    private static Complex[] times(Complex[][] q, Complex[] x) {
        return Arrays.stream(q)
                .map(row -> IntStream.range(0, x.length)
                        .mapToObj(j -> row[j].times(x[j]))
                        .reduce(Complex.ZERO, Complex::plus))
                .toArray(Complex[]::new);
    }

    private static Complex[] normalized(Complex[] v, Complex eigenvalue) {
        Complex largest = Arrays.stream(v)
                .max(Comparator.comparingDouble(Complex::modulus))
                .orElse(Complex.ONE);
        Complex[] scaled =
                Arrays.stream(v).map(entry -> entry.dividedBy(largest)).toArray(Complex[]::new);
        if (eigenvalue.imaginary() == 0) {
            Arrays.setAll(scaled, i -> new Complex(scaled[i].real(), 0));
        }
        double norm = Norms.two(Vector.generate(scaled.length, i -> scaled[i].modulus()));
        return Arrays.stream(scaled).map(entry -> entry.scale(1 / norm)).toArray(Complex[]::new);
    }

    /** Returns the n eigenvalues, repeated according to their algebraic multiplicity. */
    public List<Complex> eigenvalues() {
        return eigenvalues;
    }

    /** Returns the real parts of the eigenvectors, the columns of a matrix [n, n], in the order of the eigenvalues. */
    public Matrix eigenvectorsReal() {
        int n = eigenvalues.size();
        return Matrix.generate(n, n, (i, j) -> eigenvectors.get(j)[i].real());
    }

    /**
     * Returns the imaginary parts of the eigenvectors, the columns of a matrix [n, n], in the order of the eigenvalues.
     */
    public Matrix eigenvectorsImaginary() {
        int n = eigenvalues.size();
        return Matrix.generate(n, n, (i, j) -> eigenvectors.get(j)[i].imaginary());
    }
}
