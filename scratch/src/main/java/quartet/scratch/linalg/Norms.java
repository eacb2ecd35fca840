package quartet.scratch.linalg;

/**
 * How large a vector or a matrix is. For a matrix the norms 1, 2 and infinity say by how much it can stretch a vector
 * that is measured with the same norm.
 * <pre>{@code
 * ||x||_1 = sum |x_i|      ||A||_1   = largest column sum of |a_ij|
 * ||x||_2 = sqrt(x^T x)    ||A||_2   = largest singular value
 * ||x||_inf = max |x_i|    ||A||_inf = largest row sum of |a_ij|
 *                          ||A||_F   = sqrt(sum a_ij^2)
 * }</pre>
 * All norms of something empty are 0, and a NaN entry makes the norm NaN (except {@link #spectral}, which refuses it).
 *
 * <p>Source: Golub and Van Loan, sections 2.2 and 2.3; Trefethen and Bau, lecture 3.
 */
public final class Norms {

    private Norms() {}

    /** The sum of the absolute values. */
    public static double one(Vector x) {
        return x.map(Math::abs).sum();
    }

    /** The Euclidean length; it neither overflows nor underflows unless the length itself does. */
    public static double two(Vector x) {
        double largest = infinity(x);
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        // Divided by the largest entry, no square overflows, and those that underflow do not count.
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            double ratio = x.get(i) / largest;
            sum += ratio * ratio;
        }
        return largest * Math.sqrt(sum);
    }

    /** The largest absolute value. */
    public static double infinity(Vector x) {
        double largest = 0;
        for (int i = 0; i < x.size(); i++) {
            largest = Math.max(largest, Math.abs(x.get(i)));
        }
        return largest;
    }

    /** The largest absolute column sum. */
    public static double one(Matrix a) {
        return infinity(Vector.generate(a.columns(), j -> one(a.column(j))));
    }

    /** The largest absolute row sum. */
    public static double infinity(Matrix a) {
        return one(a.transpose());
    }

    /** The Frobenius norm: the Euclidean length of all entries. */
    public static double frobenius(Matrix a) {
        return two(Vector.generate(a.rows(), i -> two(a.row(i))));
    }

    /** The largest absolute entry, the scale against which rounding errors are judged. */
    public static double maximum(Matrix a) {
        return infinity(Vector.generate(a.rows(), i -> infinity(a.row(i))));
    }
}
