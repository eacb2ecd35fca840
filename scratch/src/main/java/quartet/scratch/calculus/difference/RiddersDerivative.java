package quartet.scratch.calculus.difference;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;
import quartet.scratch.calculus.Estimate;

/**
 * A derivative with an error estimate, computed from central differences extrapolated to step size zero.
 * <pre>{@code D(h) = (f(x+h) - f(x-h)) / 2h = f'(x) + c2 h^2 + c4 h^4 + ...
 * A[0][i] = D(h / s^i);   A[j][i] = (s^(2j) A[j-1][i] - A[j-1][i-1]) / (s^(2j) - 1)}</pre>
 * Each row of this tableau (Richardson extrapolation by Neville's scheme) removes one more power of h^2 from the error.
 * The result is the entry that differs least from the two entries it was computed from, and that difference is the
 * error estimate. Entries that suffer from rounding or from large steps differ much from their neighbours.
 * Deviation: the book stops when higher orders get worse; this class computes the whole tableau.
 * Source: Ridders, "Accurate computation of F'(x) and F'(x)F''(x)" (1982); Press et al., Numerical Recipes (3rd ed.),
 * section 5.7.
 */
public final class RiddersDerivative {

    private static final double SHRINK = 1.4;
    private static final int COLUMNS = 12;

    private RiddersDerivative() {}

    /**
     * Returns the derivative at x.
     *
     * @param initialStep the largest step, over which f should change substantially; f must be smooth on [x -
     *     initialStep, x + initialStep]
     * @throws IllegalArgumentException if x is not finite or the step is not positive
     */
    public static Estimate at(DoubleUnaryOperator f, double x, double initialStep) {
        Require.finite("RiddersDerivative.at: x", x);
        double h = Require.positive("RiddersDerivative.at: initialStep", initialStep);
        double[][] tableau = new double[COLUMNS][COLUMNS];
        tableau[0][0] = centralDifference(f, x, h);
        double best = tableau[0][0];
        double error = Double.POSITIVE_INFINITY;
        for (int i = 1; i < COLUMNS; i++) {
            h /= SHRINK;
            tableau[0][i] = centralDifference(f, x, h);
            double factor = 1;
            for (int j = 1; j <= i; j++) {
                factor *= SHRINK * SHRINK;
                tableau[j][i] = (factor * tableau[j - 1][i] - tableau[j - 1][i - 1]) / (factor - 1);
                double difference = Math.max(
                        Math.abs(tableau[j][i] - tableau[j - 1][i]), Math.abs(tableau[j][i] - tableau[j - 1][i - 1]));
                if (difference <= error) {
                    error = difference;
                    best = tableau[j][i];
                }
            }
        }
        return new Estimate(best, error);
    }

    private static double centralDifference(DoubleUnaryOperator f, double x, double h) {
        double right = x + h;
        double left = x - h;
        return Require.finite(
                "RiddersDerivative.at: the difference quotient of f at step " + h,
                (f.applyAsDouble(right) - f.applyAsDouble(left)) / (right - left));
    }
}
