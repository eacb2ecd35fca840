package quartet.scratch.linalg;

/**
 * Norms of vectors and matrices. The matrix norms 1, 2 and infinity are induced: each is the largest factor by which A
 * stretches a vector, measured in the same vector norm. The induced 2-norm is
 * {@link quartet.scratch.linalg.decomposition.Svd#norm}.
 * <pre>{@code
 * ||x||_1 = sum |x_i|      ||A||_1   = largest column sum of |a_ij|
 * ||x||_2 = sqrt(x^T x)    ||A||_2   = largest singular value
 * ||x||_inf = max |x_i|    ||A||_inf = largest row sum of |a_ij|
 *                          ||A||_F   = sqrt(sum a_ij^2)
 * }</pre>
 * The norm of an empty vector or matrix is 0. A NaN entry makes the norm NaN.
 *
 * <p>Source: Golub and Van Loan, sections 2.2 and 2.3; Trefethen and Bau, lecture 3.
 */
public final class Norms {

    private Norms() {}

    /** Returns the sum of the absolute values. */
    public static double one(Vector x) {
        return x.map(Math::abs).sum();
    }

    /** Returns the Euclidean length, without overflow or underflow in intermediate results. */
    public static double two(Vector x) {
        double largest = infinity(x);
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        // Division by the largest entry prevents overflow. Squares that underflow are negligible.
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            double ratio = x.get(i) / largest;
            sum += ratio * ratio;
        }
        return largest * Math.sqrt(sum);
    }

    /** Returns the largest absolute value. */
    public static double infinity(Vector x) {
        double largest = 0;
        for (int i = 0; i < x.size(); i++) {
            largest = Math.max(largest, Math.abs(x.get(i)));
        }
        return largest;
    }

    /** Returns the largest absolute column sum. */
    public static double one(Matrix a) {
        return infinity(Vector.generate(a.columns(), j -> one(a.column(j))));
    }

    /** Returns the largest absolute row sum. */
    public static double infinity(Matrix a) {
        return one(a.transpose());
    }

    /** Returns the Frobenius norm, the Euclidean length of the vector of all entries. */
    public static double frobenius(Matrix a) {
        return two(Vector.generate(a.rows(), i -> two(a.row(i))));
    }

    /** Returns the largest absolute entry, the scale of rounding errors. */
    public static double maximum(Matrix a) {
        return infinity(Vector.generate(a.rows(), i -> infinity(a.row(i))));
    }
}
