package quartet.benchmark;

import java.util.Random;

/**
 * Matrices to decompose, and the checks of their factors.
 *
 * @param symmetric A + A^T [columns, columns], for eigenvalues
 * @param matrix A [rows, columns], for singular values
 */
record DecompositionProblem(double[][] symmetric, double[][] matrix) {
    /**
     * The largest accepted deviation from orthogonality, and of the product from the matrix relative to its largest
     * entry.
     */
    private static final double TOLERANCE = 1e-11;

    /**
     * A factorization {@code L diag(values) R^T}.
     *
     * @param left L [rows, k]
     * @param values [k]
     * @param right R [columns, k]
     */
    record Factors(double[][] left, double[] values, double[][] right) {}

    /** Returns matrices with numbers from the standard normal distribution. The numbers are the same in every run. */
    static DecompositionProblem of(int rows, int columns) {
        double[][] square = random(columns, columns);
        double[][] symmetric = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                symmetric[i][j] = square[i][j] + square[j][i];
            }
        }
        return new DecompositionProblem(symmetric, random(rows, columns));
    }

    /** Checks the eigenvectors (both sides) and eigenvalues of the symmetric matrix. */
    void checkEigen(Factors factors) {
        check("eigendecomposition", symmetric, factors);
    }

    /** Checks the singular vectors and singular values of the matrix. */
    void checkSvd(Factors factors) {
        check("singular value decomposition", matrix, factors);
    }

    private static void check(String what, double[][] expected, Factors factors) {
        int k = Math.min(expected.length, expected[0].length);
        if (factors.values().length != k) {
            throw new IllegalStateException(what + ": expected " + k + " values, but was " + factors.values().length);
        }
        requireOrthonormal(what, transposed(factors.left()));
        requireOrthonormal(what, transposed(factors.right()));
        double largest = 0;
        for (double[] row : expected) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        for (int i = 0; i < expected.length; i++) {
            double[] scaled = factors.left()[i].clone();
            for (int p = 0; p < k; p++) {
                scaled[p] *= factors.values()[p];
            }
            for (int j = 0; j < expected[0].length; j++) {
                double actual = dot(scaled, factors.right()[j]);
                if (!(Math.abs(actual - expected[i][j]) <= TOLERANCE * largest)) {
                    throw new IllegalStateException(what + ": expected the entry [" + i + ", " + j + "] to be "
                            + expected[i][j] + ", but was " + actual);
                }
            }
        }
    }

    private static void requireOrthonormal(String what, double[][] columns) {
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j <= i; j++) {
                double product = dot(columns[i], columns[j]);
                if (!(Math.abs(product - (i == j ? 1 : 0)) <= TOLERANCE)) {
                    throw new IllegalStateException(what + ": expected orthonormal vectors, but " + i + " and " + j
                            + " have the inner product " + product);
                }
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int p = 0; p < a.length; p++) {
            sum += a[p] * b[p];
        }
        return sum;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] columns = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = matrix[i][j];
            }
        }
        return columns;
    }

    private static double[][] random(int rows, int columns) {
        Random random = new Random(42);
        double[][] numbers = new double[rows][columns];
        for (double[] row : numbers) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return numbers;
    }
}
