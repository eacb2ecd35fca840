package quartet.scratch.linalg.decomposition;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.Vector;

/**
 * Gaussian elimination with partial pivoting, kept as a product.
 * <pre>{@code P A = L U}</pre>
 * P permutes the rows, L is lower triangular with ones on its diagonal and |l_ij| <= 1, U is upper triangular. Step k
 * swaps the row with the largest |a_ik| to the top (the pivot), and subtracts multiples of it from the rows below; the
 * multipliers are the entries of L. All indices count from 0.
 *
 * <p>Every square matrix has this factorization. A singular one has a pivot that is zero, or, after rounding, one that
 * is no larger than its own rounding error; then {@link #solve} and {@link #inverse} refuse. The bound for that error
 * is {@code n eps (|L| |U|)_kk}, which does not depend on how rows or columns are scaled.
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
     * Subtracts from each row below k what makes its entry in column k zero, and keeps the multiplier in that place.
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

    /** The lower triangle L [n, n], with ones on the diagonal. */
    public Matrix lower() {
        return lower;
    }

    /** The upper triangle U [n, n]; its diagonal holds the pivots. */
    public Matrix upper() {
        return upper;
    }

    /** The permutation [n]: row i of P A is row permutation[i] of A. A copy. */
    public int[] permutation() {
        return permutation.clone();
    }

    /** The permutation as a matrix P [n, n]. */
    public Matrix permutationMatrix() {
        return Matrix.generate(permutation.length, permutation.length, (i, j) -> permutation[i] == j ? 1 : 0);
    }

    /**
     * The determinant, that of the empty matrix being 1. It overflows or underflows easily; see {@link
     * #logAbsoluteDeterminant}.
     * <pre>{@code det A = (-1)^(number of swaps) u_00 u_11 ...}</pre>
     */
    public double determinant() {
        double product = sign;
        for (int i = 0; i < permutation.length; i++) {
            product *= upper.get(i, i);
        }
        return product;
    }

    /** The natural logarithm of |det A|, in nats; negative infinity if a pivot is zero. */
    public double logAbsoluteDeterminant() {
        return upper.diagonal().map(pivot -> Math.log(Math.abs(pivot))).sum();
    }

    /**
     * Solves A x = b by L y = P b, then U x = y. Shapes: b [n], x [n].
     *
     * @throws IllegalArgumentException if A is singular to working precision, or b is of another size or not finite
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
     * @throws IllegalArgumentException if A is singular to working precision, or B has not n rows or is not finite
     */
    public Matrix solve(Matrix b) {
        RequireMatrix.rows("LU.solve", permutation.length, b);
        RequireMatrix.finite("LU.solve", b);
        requireNonSingular();
        return byColumn(b, this::substitute);
    }

    /**
     * The inverse [n, n], the solution of A X = I. To solve a system, {@link #solve} is faster and more accurate.
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

    /** Applies the solver of a square system to every column. */
    static Matrix byColumn(Matrix b, UnaryOperator<Vector> solver) {
        Vector[] columns = new Vector[b.columns()];
        Arrays.setAll(columns, j -> solver.apply(b.column(j)));
        return Matrix.generate(b.rows(), columns.length, (i, j) -> columns[j].get(i));
    }
}
