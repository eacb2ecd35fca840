package quartet.scratch.calculus.minimization;

import java.util.Optional;

/**
 * The Cholesky factorization of a symmetric matrix, shifted by a multiple of the identity if necessary.
 * <pre>{@code A + tau I = L L^T;   tau = 0, or doubled from 1e-3 above the most negative diagonal element }</pre>
 * {@link quartet.scratch.linalg.decomposition.Cholesky} throws for an indefinite matrix; here that is the expected
 * case.
 * Source: Nocedal, Wright (2006), algorithm 3.3.
 */
final class ShiftedCholesky {
    private static final double SMALLEST_SHIFT = 1e-3;
    private static final double LARGEST_SHIFT = 1e300;

    private final double[][] lower;

    private ShiftedCholesky(double[][] lower) {
        this.lower = lower;
    }

    static ShiftedCholesky of(double[][] matrix) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i].length != matrix.length) {
                throw new IllegalArgumentException("Hessian: expected " + matrix.length + " columns, but was "
                        + matrix[i].length + " in row " + i);
            }
            smallest = Math.min(smallest, matrix[i][i]);
        }
        double shift = smallest > 0 ? 0 : SMALLEST_SHIFT - smallest;
        while (shift < LARGEST_SHIFT) {
            Optional<double[][]> factor = factor(matrix, shift);
            if (factor.isPresent()) {
                return new ShiftedCholesky(factor.get());
            }
            shift = Math.max(2 * shift, SMALLEST_SHIFT);
        }
        throw new IllegalArgumentException("Hessian: expected finite numbers, but no shift makes it positive definite");
    }

    /** Returns the rows of L, or nothing if a pivot is not positive. */
    private static Optional<double[][]> factor(double[][] matrix, double shift) {
        double[][] l = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j] + (i == j ? shift : 0);
                for (int k = 0; k < j; k++) {
                    rest -= l[i][k] * l[j][k];
                }
                if (i == j && !(rest > 0)) {
                    return Optional.empty();
                }
                l[i][j] = i == j ? Math.sqrt(rest) : rest / l[j][j];
            }
        }
        return Optional.of(l);
    }

    /** Solves {@code L L^T x = b} by forward and back substitution. */
    double[] solve(double[] b) {
        if (b.length != lower.length) {
            throw new IllegalArgumentException("Hessian: expected " + b.length + " rows, but was " + lower.length);
        }
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
