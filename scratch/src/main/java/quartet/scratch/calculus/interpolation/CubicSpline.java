package quartet.scratch.calculus.interpolation;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * A cubic spline: cubic polynomials between given points, with continuous first and second derivatives.
 * <pre>{@code
 * on [x_i, x_{i+1}] with h_i = x_{i+1} - x_i, a = (x_{i+1} - x) / h_i, b = 1 - a:
 * s(x) = a y_i + b y_{i+1} + h_i^2 / 6 ((a^3 - a) m_i + (b^3 - b) m_{i+1}),   m_i = s''(x_i)
 * h_{i-1} m_{i-1} + 2 (h_{i-1} + h_i) m_i + h_i m_{i+1} = 6 ((y_{i+1} - y_i) / h_i - (y_i - y_{i-1}) / h_{i-1})
 * natural   m_0 = m_n = 0
 * clamped   s'(x_0) and s'(x_n) are given
 * }</pre>
 * Of all functions through the points, the natural spline has the smallest integral of the squared second derivative. A
 * clamped spline with the true slopes has an error of order h^4; the natural one only of order h^2 near the ends.
 * Source: de Boor, A Practical Guide to Splines (revised ed., 2001), chapter IV; Press et al., Numerical Recipes (3rd ed.,
 * 2007), section 3.3.
 */
public final class CubicSpline {

    private final double[] x;
    private final double[] y;
    private final double[] m;

    private CubicSpline(double[] x, double[] y, double[] m) {
        this.x = x;
        this.y = y;
        this.m = m;
    }

    /**
     * Returns the natural spline.
     *
     * @param x the positions [n + 1], increasing, at least 2
     * @param y the values [n + 1]
     * @throws IllegalArgumentException if there are fewer than 2 points, the lengths differ, a number is not finite or the
     *     positions do not increase
     */
    public static CubicSpline natural(double[] x, double[] y) {
        Equations equations = new Equations(x, y);
        equations.diagonal[0] = 1;
        equations.diagonal[x.length - 1] = 1;
        return new CubicSpline(x.clone(), y.clone(), equations.solve());
    }

    /**
     * Returns the spline with the given slopes at the ends.
     *
     * @param x the positions [n + 1], increasing, at least 2
     * @param y the values [n + 1]
     * @throws IllegalArgumentException if there are fewer than 2 points, the lengths differ, a number is not finite or the
     *     positions do not increase
     */
    public static CubicSpline clamped(double[] x, double[] y, double firstSlope, double lastSlope) {
        Require.finite("CubicSpline: firstSlope", firstSlope);
        Require.finite("CubicSpline: lastSlope", lastSlope);
        Equations equations = new Equations(x, y);
        int n = x.length - 1;
        double first = x[1] - x[0];
        double last = x[n] - x[n - 1];
        equations.diagonal[0] = 2 * first;
        equations.above[0] = first;
        equations.right[0] = 6 * ((y[1] - y[0]) / first - firstSlope);
        equations.below[n] = last;
        equations.diagonal[n] = 2 * last;
        equations.right[n] = 6 * (lastSlope - (y[n] - y[n - 1]) / last);
        return new CubicSpline(x.clone(), y.clone(), equations.solve());
    }

    /**
     * Returns s(x).
     *
     * @throws IllegalArgumentException if the position is outside [x_0, x_n]
     */
    public double value(double position) {
        int i = interval(position);
        double h = x[i + 1] - x[i];
        double a = (x[i + 1] - position) / h;
        double b = (position - x[i]) / h;
        return a * y[i] + b * y[i + 1] + h * h / 6 * ((a * a * a - a) * m[i] + (b * b * b - b) * m[i + 1]);
    }

    /**
     * Returns s'(x).
     *
     * @throws IllegalArgumentException if the position is outside [x_0, x_n]
     */
    public double derivative(double position) {
        int i = interval(position);
        double h = x[i + 1] - x[i];
        double a = (x[i + 1] - position) / h;
        double b = (position - x[i]) / h;
        return (y[i + 1] - y[i]) / h + h / 6 * ((1 - 3 * a * a) * m[i] + (3 * b * b - 1) * m[i + 1]);
    }

    /** Returns the integral of s from x_0 to x_n: {@code sum_i h_i (y_i + y_{i+1}) / 2 - h_i^3 (m_i + m_{i+1}) / 24}. */
    public double integral() {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double h = x[i + 1] - x[i];
            sum += h * (y[i] + y[i + 1]) / 2 - h * h * h * (m[i] + m[i + 1]) / 24;
        }
        return sum;
    }

    private int interval(double position) {
        Require.that(
                position >= x[0] && position <= x[x.length - 1],
                "CubicSpline: expected a position in [%s, %s], but was %s",
                x[0],
                x[x.length - 1],
                position);
        int found = Arrays.binarySearch(x, position);
        int i = found >= 0 ? found : -found - 2;
        return Math.min(i, x.length - 2);
    }

    /** The tridiagonal system for m. Its inner rows do not depend on the conditions at the ends. */
    private static final class Equations {
        final double[] below;
        final double[] diagonal;
        final double[] above;
        final double[] right;

        Equations(double[] x, double[] y) {
            RequireArray.pairs("CubicSpline", x, y, 2);
            int size = x.length;
            below = new double[size];
            diagonal = new double[size];
            above = new double[size];
            right = new double[size];
            for (int i = 0; i + 1 < size; i++) {
                Require.that(
                        x[i] < x[i + 1],
                        "CubicSpline: expected increasing positions, but was %s before %s",
                        x[i],
                        x[i + 1]);
            }
            for (int i = 1; i + 1 < size; i++) {
                below[i] = x[i] - x[i - 1];
                above[i] = x[i + 1] - x[i];
                diagonal[i] = 2 * (below[i] + above[i]);
                right[i] = 6 * ((y[i + 1] - y[i]) / above[i] - (y[i] - y[i - 1]) / below[i]);
            }
        }

        /** Eliminates downwards and substitutes upwards. The matrix is diagonally dominant, so no pivoting is needed. */
        double[] solve() {
            int size = right.length;
            for (int i = 1; i < size; i++) {
                double factor = below[i] / diagonal[i - 1];
                diagonal[i] -= factor * above[i - 1];
                right[i] -= factor * right[i - 1];
            }
            double[] m = new double[size];
            for (int i = size - 1; i >= 0; i--) {
                m[i] = (right[i] - (i + 1 < size ? above[i] * m[i + 1] : 0)) / diagonal[i];
            }
            return m;
        }
    }
}
