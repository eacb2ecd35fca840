package quartet.scratch.model.linear;

import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;

/**
 * Least squares with an absolute penalty on the coefficients, by coordinate descent.
 * <pre>{@code
 * minimize   P(b) = 1/(2 n) sum_i (y_i - b0 - x_i . b)^2 + lambda sum_j |b_j|
 * step for j:  b_j = S(1/n x_j . r + |x_j|^2 / n b_j, lambda) / (|x_j|^2 / n),   S(z, t) = sign(z) max(|z| - t, 0)
 * }</pre>
 * r is the residual y - b0 - X b. The soft threshold S sets coefficients to exactly 0, so the lasso selects features.
 * The iteration stops when the duality gap, an upper bound of the distance from the minimum of P, is at most 1e-12 of
 * the variance of y. The intercept is not penalized.
 * Source: Tibshirani (1996); Friedman, Hastie, Tibshirani (2010), "Regularization Paths for Generalized Linear Models
 * via Coordinate Descent", equation 5; Kim et al. (2007), "An Interior-Point Method for Large-Scale l1-Regularized Least
 * Squares", for the duality gap.
 */
public final class Lasso {

    private static final double RELATIVE_GAP = 1e-12;
    private static final int MAXIMUM_SWEEPS = 100_000;

    private final double[][] x;
    private final double[] residual;
    private final double[] b;
    private final double lambda;

    private Lasso(CentredTable table, double lambda) {
        this.x = table.x();
        this.residual = table.y().clone();
        this.b = new double[table.means().length];
        this.lambda = lambda;
    }

    /**
     * Fits the coefficients.
     *
     * @param x the features [rows, features], usually standardized, because the penalty compares their coefficients
     * @param y the targets [rows]
     * @param lambda the penalty, greater than 0; with {@link #smallestPenaltyWithoutFeatures} all coefficients are 0
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite or lambda is not positive
     * @throws NonConvergenceException if 100,000 sweeps do not reach the accuracy
     */
    public static LinearModel fit(double[][] x, double[] y, double lambda) {
        Require.positive("Lasso", "lambda", lambda);
        CentredTable table = CentredTable.of("Lasso", x, y);
        double[] coefficients = new Lasso(table, lambda).solve(table.y());
        return LinearModel.ofCentred(table.targetMean(), table.means(), coefficients);
    }

    /** Returns {@code max_j |x_j . y| / n} of centred columns, the smallest lambda for which all coefficients are 0. */
    public static double smallestPenaltyWithoutFeatures(double[][] x, double[] y) {
        return new Lasso(CentredTable.of("Lasso", x, y), 1).largestCorrelation();
    }

    private double[] solve(double[] y) {
        double scale = dot(y, y) / y.length;
        for (int sweep = 0; sweep < MAXIMUM_SWEEPS; sweep++) {
            for (int j = 0; j < b.length; j++) {
                updateCoefficient(j);
            }
            if (gap(y) <= RELATIVE_GAP * scale) {
                return b;
            }
        }
        throw new NonConvergenceException("Lasso: expected a duality gap of at most " + RELATIVE_GAP
                + " of the variance of y after " + MAXIMUM_SWEEPS + " sweeps, but was " + gap(y) / scale
                + "; standardize the features or use a larger lambda");
    }

    private void updateCoefficient(int j) {
        int n = residual.length;
        double square = 0;
        double covariance = 0;
        for (int i = 0; i < n; i++) {
            square += x[i][j] * x[i][j] / n;
            covariance += x[i][j] * residual[i] / n;
        }
        if (square == 0) {
            return;
        }
        double z = covariance + square * b[j];
        double next = Math.abs(z) <= lambda ? 0 : (z - Math.copySign(lambda, z)) / square;
        for (int i = 0; i < n; i++) {
            residual[i] -= x[i][j] * (next - b[j]);
        }
        b[j] = next;
    }

    /** Returns P(b) minus the dual objective at the residual, scaled into the feasible set of the dual problem. */
    private double gap(double[] y) {
        int n = y.length;
        double correlation = largestCorrelation();
        double shrink = correlation > lambda ? lambda / correlation : 1;
        double absolute = 0;
        for (double coefficient : b) {
            absolute += Math.abs(coefficient);
        }
        double squares = dot(residual, residual);
        double primal = squares / (2 * n) + lambda * absolute;
        double dual = shrink * dot(residual, y) / n - shrink * shrink * squares / (2 * n);
        return primal - dual;
    }

    private double largestCorrelation() {
        double largest = 0;
        for (int j = 0; j < b.length; j++) {
            double covariance = 0;
            for (int i = 0; i < residual.length; i++) {
                covariance += x[i][j] * residual[i];
            }
            largest = Math.max(largest, Math.abs(covariance) / residual.length);
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
