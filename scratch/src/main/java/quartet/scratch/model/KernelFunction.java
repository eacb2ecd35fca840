package quartet.scratch.model;

import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;

/**
 * A positive definite kernel: the inner product of two rows in a space of more features.
 * <pre>{@code
 * linear       k(x, y) = x . y
 * polynomial   k(x, y) = (gamma x . y + offset)^degree
 * Gaussian     k(x, y) = exp(-gamma |x - y|^2)
 * }</pre>
 * The matrix {@code K_ij = k(x_i, x_j)} is symmetric and positive semidefinite. A model that uses rows only in inner
 * products becomes nonlinear if k replaces them.
 * Source: Hastie, Tibshirani, Friedman (2009), section 12.3.1; Rasmussen, Williams (2006), Gaussian Processes for
 * Machine Learning, section 4.2.
 */
@FunctionalInterface
public interface KernelFunction {

    /**
     * Returns k(x, y).
     *
     * @param x [features]
     * @param y [features], of the same length
     */
    double of(double[] x, double[] y);

    /** Returns the linear kernel. */
    static KernelFunction linear() {
        return KernelFunction::dot;
    }

    /**
     * Returns the polynomial kernel.
     *
     * @throws IllegalArgumentException if gamma or the degree is not positive, or the offset is negative
     */
    static KernelFunction polynomial(int degree, double gamma, double offset) {
        Require.positive("KernelFunction.polynomial", "degree", degree);
        Require.positive("KernelFunction.polynomial", "gamma", gamma);
        Require.notNegative("KernelFunction.polynomial", "offset", offset);
        return (x, y) -> Math.pow(gamma * dot(x, y) + offset, degree);
    }

    /**
     * Returns the Gaussian kernel, also called radial basis function. With the length scale l, gamma is 1 / (2 l^2).
     *
     * @throws IllegalArgumentException if gamma is not positive
     */
    static KernelFunction gaussian(double gamma) {
        Require.positive("KernelFunction.gaussian", "gamma", gamma);
        return (x, y) -> {
            double squares = 0;
            for (int j = 0; j < x.length; j++) {
                squares += (x[j] - y[j]) * (x[j] - y[j]);
            }
            return Math.exp(-gamma * squares);
        };
    }

    /** Returns this kernel multiplied by a variance, which must be positive. */
    default KernelFunction times(double variance) {
        Require.positive("KernelFunction.times", "variance", variance);
        return (x, y) -> variance * of(x, y);
    }

    /** Returns the kernel matrix [rows of x, rows of y]. */
    default Matrix matrix(double[][] x, double[][] y) {
        return Matrix.generate(x.length, y.length, (i, j) -> of(x[i], y[j]));
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * y[j];
        }
        return sum;
    }
}
