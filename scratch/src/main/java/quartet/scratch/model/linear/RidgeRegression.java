package quartet.scratch.model.linear;

import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.application.LinearSystems;

/**
 * Least squares with a squared penalty on the coefficients.
 * <pre>{@code
 * minimize   sum_i (y_i - b0 - x_i . b)^2 + lambda |b|^2
 * solved as  the least squares problem   [ X ]       [ y ]
 *                                        [ sqrt(lambda) I ] b = [ 0 ]     of centred X [n, p] and y [n]
 * }</pre>
 * The penalty makes the solution unique even if columns are linearly dependent, and lowers the variance of the
 * coefficients at the price of a bias. The intercept b0 is not penalized. QR solves the extended problem without
 * squaring its condition number, unlike the usual formula {@code (X^T X + lambda I)^-1 X^T y}.
 * Source: Hoerl, Kennard (1970); Hastie, Tibshirani, Friedman (2009), section 3.4.1 and exercise 3.12.
 */
public final class RidgeRegression {

    private RidgeRegression() {}

    /**
     * Fits the coefficients.
     *
     * @param x the features [rows, features], usually standardized, because the penalty compares their coefficients
     * @param y the targets [rows]
     * @param lambda the penalty, at least 0; 0 is ordinary least squares
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, lambda is negative, or lambda
     *     is 0 and the columns are linearly dependent
     */
    public static LinearModel fit(double[][] x, double[] y, double lambda) {
        Require.notNegative("RidgeRegression", "lambda", lambda);
        CentredTable table = CentredTable.of("RidgeRegression", x, y);
        int rows = x.length;
        int features = table.means().length;
        double root = Math.sqrt(lambda);
        int extended = lambda > 0 ? rows + features : rows;
        Matrix a = Matrix.generate(extended, features, (i, j) -> i < rows ? table.x()[i][j] : i - rows == j ? root : 0);
        Vector b = Vector.generate(extended, i -> i < rows ? table.y()[i] : 0);
        double[] coefficients = LinearSystems.leastSquares(a, b).toArray();
        return LinearModel.ofCentred(table.targetMean(), table.means(), coefficients);
    }
}
