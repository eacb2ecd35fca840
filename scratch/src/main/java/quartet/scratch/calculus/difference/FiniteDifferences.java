package quartet.scratch.calculus.difference;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Numerical derivatives by central differences.
 * <pre>{@code f'(x) = (f(x+h) - f(x-h)) / 2h + O(h^2)
 * f''(x) = (f(x+h) - 2 f(x) + f(x-h)) / h^2 + O(h^2)}</pre>
 * The truncation error of the Taylor series grows with h, and the rounding error grows with 1 / h. With machine
 * precision e, their sum is smallest near h = e^(1/3) for the first and h = e^(1/4) for the second derivative, times
 * the scale max(1, |x|). The first derivative is then accurate to about 10 digits and the second to about 7, which
 * suffices to check exact gradients.
 * Source: Press et al., Numerical Recipes (3rd ed., 2007), section 5.7; Nocedal and Wright (2006), section 8.1.
 */
public final class FiniteDifferences {

    private static final double FIRST_STEP = Math.cbrt(Math.ulp(1.0));
    /** The rounding errors of two function values, with a margin for functions that lose a few digits. */
    private static final double ROUNDING = 16 * Math.ulp(1.0);

    private static final double SECOND_STEP = Math.sqrt(Math.sqrt(Math.ulp(1.0)));

    private FiniteDifferences() {}

    /**
     * Returns the first derivative at x.
     *
     * @throws IllegalArgumentException if x is not finite
     */
    public static double derivative(DoubleUnaryOperator f, double x) {
        Require.finite("FiniteDifferences.derivative: x", x);
        return slope(f, x);
    }

    /**
     * Returns the central difference, for {@code |x| < 1} with the more suitable of two steps. The step of scale 1
     * suits most functions. If its result differs by more than rounding from that of a step of scale |x|, the function
     * varies on that scale, as the logarithm does near 0.
     */
    private static double slope(DoubleUnaryOperator f, double x) {
        double h = step(x, FIRST_STEP);
        double coarse = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        if (x == 0 || Math.abs(x) >= 1) {
            return coarse;
        }
        double small = FIRST_STEP * Math.abs(x);
        double right = f.applyAsDouble(x + small);
        double left = f.applyAsDouble(x - small);
        double fine = (right - left) / ((x + small) - (x - small));
        double rounding = ROUNDING * Math.max(Math.abs(right), Math.abs(left)) / small;
        return Math.abs(fine - coarse) <= rounding ? coarse : fine;
    }

    /**
     * Returns the second derivative at x.
     *
     * @throws IllegalArgumentException if x is not finite
     */
    public static double secondDerivative(DoubleUnaryOperator f, double x) {
        Require.finite("FiniteDifferences.secondDerivative: x", x);
        double h = step(x, SECOND_STEP);
        return (f.applyAsDouble(x + h) - 2 * f.applyAsDouble(x) + f.applyAsDouble(x - h)) / (h * h);
    }

    /**
     * Returns the gradient of a scalar function, computed with 2 n evaluations.
     *
     * @param x the point, [n]
     * @return df/dx, [n]
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public static double[] gradient(ToDoubleFunction<double[]> f, double[] x) {
        double[] point = RequireArray.point("FiniteDifferences.gradient: x", x).clone();
        double[] gradient = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            int coordinate = j;
            gradient[j] = slope(value -> at(f, point, coordinate, value), x[j]);
            point[j] = x[j];
        }
        return gradient;
    }

    /**
     * Returns the Jacobian of a vector function, computed column by column.
     *
     * @param f maps [n] to [m]
     * @param x the point, [n]
     * @return J[i][j] = df_i/dx_j, [m][n]
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public static double[][] jacobian(UnaryOperator<double[]> f, double[] x) {
        double[] point = RequireArray.point("FiniteDifferences.jacobian: x", x).clone();
        double[][] jacobian = new double[f.apply(point.clone()).length][x.length];
        for (int j = 0; j < x.length; j++) {
            double h = step(x[j], FIRST_STEP);
            point[j] = x[j] + h;
            double[] right = f.apply(point.clone());
            point[j] = x[j] - h;
            double[] left = f.apply(point.clone());
            point[j] = x[j];
            for (int i = 0; i < jacobian.length; i++) {
                jacobian[i][j] = (right[i] - left[i]) / (2 * h);
            }
        }
        return jacobian;
    }

    /**
     * Returns the Hessian of a scalar function. The result is exactly symmetric.
     * <pre>{@code H_ij = (f(++) - f(+-) - f(-+) + f(--)) / (4 h_i h_j)}</pre>
     *
     * @param x the point, [n]
     * @return second derivatives, [n][n]
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public static double[][] hessian(ToDoubleFunction<double[]> f, double[] x) {
        RequireArray.point("FiniteDifferences.hessian: x", x);
        int n = x.length;
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double hi = step(x[i], SECOND_STEP);
            double bothSides = shifted(f, x, i, hi, i, 0) + shifted(f, x, i, -hi, i, 0);
            hessian[i][i] = (bothSides - 2 * shifted(f, x, i, 0, i, 0)) / (hi * hi);
            for (int j = 0; j < i; j++) {
                double hj = step(x[j], SECOND_STEP);
                double equal = shifted(f, x, i, hi, j, hj) + shifted(f, x, i, -hi, j, -hj);
                double opposite = shifted(f, x, i, hi, j, -hj) + shifted(f, x, i, -hi, j, hj);
                hessian[i][j] = (equal - opposite) / (4 * hi * hj);
                hessian[j][i] = hessian[i][j];
            }
        }
        return hessian;
    }

    private static double at(ToDoubleFunction<double[]> f, double[] point, int j, double value) {
        point[j] = value;
        return f.applyAsDouble(point.clone());
    }

    private static double shifted(ToDoubleFunction<double[]> f, double[] x, int i, double hi, int j, double hj) {
        double[] point = x.clone();
        point[i] += hi;
        point[j] += hj;
        return f.applyAsDouble(point);
    }

    /** Returns a step h for which x + h is exact, so that the quotient divides by the actual distance. */
    private static double step(double x, double relative) {
        double h = relative * Math.max(1, Math.abs(x));
        return (x + h) - x;
    }
}
