package quartet.scratch.probability;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import quartet.scratch.calculus.FiniteDifferences;
import quartet.scratch.calculus.WolfeLineSearch;

/**
 * Maximum likelihood where no formula exists: the mean log-likelihood is climbed by the BFGS method.
 * <pre>{@code l(p) = 1/n sum_i ln f(x_i; p),    direction d = H grad l
 * s = step,  y = change of -grad l:   H <- (I - s y^T / s^T y) H (I - y s^T / s^T y) + s s^T / s^T y}</pre>
 * H approximates the inverse of the negative Hessian; the gradient comes from central differences, the step from a line
 * search with the strong Wolfe conditions, which keep s^T y positive. Parameters that must be positive are passed as
 * logarithms. The search ends where no partial derivative exceeds 1e-6, far below any sample's statistical error.
 * Source: Nocedal and Wright, Numerical Optimization (2nd ed., 2006), algorithm 6.1 and equation 6.17.
 */
public final class MaximumLikelihood {

    private static final double FLAT = 1e-6;
    private static final int MAXIMUM_STEPS = 200;
    private static final WolfeLineSearch LINE_SEARCH = new WolfeLineSearch(1e-4, 0.9);

    private MaximumLikelihood() {}

    /**
     * The mean log-likelihood of a sample: the average of {@code ln f(x)}.
     *
     * @throws IllegalArgumentException if the sample is empty
     */
    public static double mean(double[] sample, DoubleUnaryOperator logDensity) {
        Require.atLeast("MaximumLikelihood.mean: number of observations", 1, sample.length);
        double sum = 0;
        for (double x : sample) {
            sum += logDensity.applyAsDouble(x);
        }
        return sum / sample.length;
    }

    /**
     * The parameters that maximize the mean log-likelihood, from a start; a local maximum if there are several.
     *
     * @param meanLogLikelihood l(p), smooth, of unconstrained parameters
     * @param start [n]
     * @return p, [n]
     * @throws IllegalArgumentException if the start is empty or not finite, or no maximum is reached from there
     */
    public static double[] maximize(ToDoubleFunction<double[]> meanLogLikelihood, double... start) {
        ToDoubleFunction<double[]> loss = p -> -meanLogLikelihood.applyAsDouble(p);
        double[] p = start.clone();
        double[] gradient = FiniteDifferences.gradient(loss, p);
        double[][] inverse = identity(p.length);
        for (int i = 0; i < MAXIMUM_STEPS; i++) {
            if (largest(gradient) <= FLAT) {
                return p;
            }
            double[] direction = product(inverse, gradient, -1);
            double[] from = p;
            double step = LINE_SEARCH.search(
                    t -> loss.applyAsDouble(along(from, direction, t)),
                    t -> dot(FiniteDifferences.gradient(loss, along(from, direction, t)), direction),
                    1);
            p = along(from, direction, step);
            double[] next = FiniteDifferences.gradient(loss, p);
            update(inverse, along(p, from, -1), along(next, gradient, -1));
            gradient = next;
        }
        throw new IllegalArgumentException("MaximumLikelihood.maximize: expected a maximum within " + MAXIMUM_STEPS
                + " steps, but a partial derivative was still " + largest(gradient));
    }

    /** Equation 6.17, multiplied out: H + (1 + y^T H y / s^T y) s s^T / s^T y - (H y s^T + s (H y)^T) / s^T y. */
    private static void update(double[][] inverse, double[] s, double[] y) {
        double sy = dot(s, y);
        double[] hy = product(inverse, y, 1);
        double factor = (1 + dot(y, hy) / sy) / sy;
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[] product(double[][] matrix, double[] x, double factor) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            product[i] = factor * dot(matrix[i], x);
        }
        return product;
    }

    private static double[] along(double[] x, double[] direction, double step) {
        double[] point = x.clone();
        for (int i = 0; i < x.length; i++) {
            point[i] += step * direction[i];
        }
        return point;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double largest(double[] gradient) {
        double largest = 0;
        for (double partial : gradient) {
            largest = Math.max(largest, Math.abs(partial));
        }
        return largest;
    }
}
