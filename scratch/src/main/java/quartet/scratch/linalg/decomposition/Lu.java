package quartet.scratch.linalg.decomposition;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * The LU decomposition: Gaussian elimination with partial pivoting.
 * <pre>{@code P A = L U}</pre>
 * P permutes the rows, L is unit lower triangular with {@code |l_ij| <= 1}, and U is upper triangular. Step k swaps
 * the row with the largest |a_ik|, the pivot, to the top and subtracts multiples of it from the rows below. The
 * multipliers are the entries of L. Indices start at 0.
 *
 * <p>Every square matrix has this decomposition. {@link #solve} and {@link #inverse} throw if the matrix is singular to
 * working precision, that is, if a pivot does not exceed its rounding error. The bound of that error is
 * {@code n eps (|L| |U|)_kk}, which is invariant under scaling of rows and columns.
 *
 * <p>Source: Golub and Van Loan, section 3.4 (algorithm 3.4.1); Trefethen and Bau, lectures 20 and 21; the error bound
 * is theorem 9.3 of Higham, Accuracy and Stability of Numerical Algorithms (2nd edition).
 */
public final class Lu {

    private final Matrix lower;
    private final Matrix upper;
    private final int[] permutation;
    private final int sign;

    private Lu(Matrix lower, Matrix upper, int[] permutation, int sign) {
        this.lower = lower;
        this.upper = upper;
        this.permutation = permutation;
        this.sign = sign;
    }

    /**
     * Factors a square matrix [n, n].
     *
     * @throws IllegalArgumentException if it is not square, or an entry is not finite
     */
    public static Lu of(Matrix a) {
        RequireMatrix.square("LU", a);
        RequireMatrix.finite("LU", a);
        int n = a.rows();
        double[][] lu = a.toRows();
        int[] permutation = new int[n];
        Arrays.setAll(permutation, i -> i);
        int sign = 1;
        for (int k = 0; k < n; k++) {
            int pivot = pivotRow(lu, k);
            if (pivot != k) {
                double[] row = lu[k];
                lu[k] = lu[pivot];
                lu[pivot] = row;
                int index = permutation[k];
                permutation[k] = permutation[pivot];
                permutation[pivot] = index;
                sign = -sign;
            }
            eliminate(lu, k);
        }
        Matrix lower = Matrix.generate(n, n, (i, j) -> i > j ? lu[i][j] : i == j ? 1 : 0);
        Matrix upper = Matrix.generate(n, n, (i, j) -> i <= j ? lu[i][j] : 0);
        return new Lu(lower, upper, permutation, sign);
    }

    private static int pivotRow(double[][] lu, int k) {
        int best = k;
        for (int i = k + 1; i < lu.length; i++) {
            if (Math.abs(lu[i][k]) > Math.abs(lu[best][k])) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Subtracts multiples of row k from the rows below to make their entries in column k zero. The multipliers are
     * stored in place of these entries.
     */
    private static void eliminate(double[][] lu, int k) {
        double pivot = lu[k][k];
        if (pivot == 0) {
            return; // the pivot is the largest entry, so the column is zero already
        }
        for (int i = k + 1; i < lu.length; i++) {
            double multiplier = lu[i][k] / pivot;
            lu[i][k] = multiplier;
            for (int j = k + 1; j < lu.length; j++) {
                lu[i][j] -= multiplier * lu[k][j];
            }
        }
    }

    /** Returns the lower triangle L [n, n], with ones on the diagonal. */
    public Matrix lower() {
        return lower;
    }

    /** Returns the upper triangle U [n, n]; its diagonal holds the pivots. */
    public Matrix upper() {
        return upper;
    }

    /** Returns a copy of the permutation [n]: row i of P A is row permutation[i] of A. */
    public int[] permutation() {
        return permutation.clone();
    }

    /** Returns the permutation as a matrix P [n, n]. */
    public Matrix permutationMatrix() {
        return Matrix.generate(permutation.length, permutation.length, (i, j) -> permutation[i] == j ? 1 : 0);
    }

    /**
     * Returns the determinant; that of the empty matrix is 1. It easily overflows or underflows; see
     * {@link #logAbsoluteDeterminant}.
     * <pre>{@code det A = (-1)^(number of swaps) u_00 u_11 ...}</pre>
     */
    public double determinant() {
        double product = sign;
        for (int i = 0; i < permutation.length; i++) {
            product *= upper.get(i, i);
        }
        return product;
    }

    /** Returns the natural logarithm of |det A|, in nats; negative infinity if a pivot is zero. */
    public double logAbsoluteDeterminant() {
        return upper.diagonal().map(pivot -> Math.log(Math.abs(pivot))).sum();
    }

    /**
     * Solves A x = b by L y = P b, then U x = y. Shapes: b [n], x [n].
     *
     * @throws IllegalArgumentException if A is singular to working precision, or b has another size or is not finite
     */
    public Vector solve(Vector b) {
        RequireMatrix.size("LU.solve", permutation.length, b);
        RequireMatrix.finite("LU.solve", b);
        requireNonSingular();
        return substitute(b);
    }

    /**
     * Solves A X = B for all columns. Shapes: B [n, k], X [n, k].
     *
     * @throws IllegalArgumentException if A is singular to working precision, or B does not have n rows or is not
     *     finite
     */
    public Matrix solve(Matrix b) {
        RequireMatrix.rows("LU.solve", permutation.length, b);
        RequireMatrix.finite("LU.solve", b);
        requireNonSingular();
        return byColumn(b, this::substitute);
    }

    /**
     * Returns the inverse [n, n]. To solve a system, {@link #solve} is faster and more accurate.
     *
     * @throws IllegalArgumentException if A is singular to working precision
     */
    public Matrix inverse() {
        return solve(Matrix.identity(permutation.length));
    }

    private Vector substitute(Vector b) {
        Vector permuted = Vector.generate(permutation.length, i -> b.get(permutation[i]));
        return TriangularSystems.backward(upper, TriangularSystems.forward(lower, permuted));
    }

    private void requireNonSingular() {
        int n = permutation.length;
        for (int k = 0; k < n; k++) {
            double pivot = upper.get(k, k);
            double magnitude = lower.row(k).map(Math::abs).dot(upper.column(k).map(Math::abs));
            Require.that(pivot != 0, "LU: expected a non-singular matrix, but pivot %d is 0", k);
            Require.that(
                    Math.abs(pivot) > n * Math.ulp(1.0) * magnitude,
                    "LU: expected a non-singular matrix, but pivot %d is %s, no more than its rounding error",
                    k,
                    pivot);
        }
    }

    /** Applies the solver to every column. */
    static Matrix byColumn(Matrix b, UnaryOperator<Vector> solver) {
        Vector[] columns = new Vector[b.columns()];
        Arrays.setAll(columns, j -> solver.apply(b.column(j)));
        return Matrix.generate(b.rows(), columns.length, (i, j) -> columns[j].get(i));
    }
}
