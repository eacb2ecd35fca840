package quartet.scratch.model.bayes;

import java.util.Arrays;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.evaluation.resampling.Predictor;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Cholesky;
import quartet.scratch.linalg.decomposition.SymmetricEigenDecomposition;

/**
 * Linear regression with normally distributed weights.
 * <pre>{@code
 * prior       w ~ N(0, 1/alpha I);   y = w . x + e,   e ~ N(0, 1/beta)
 * posterior   w ~ N(m, S),   S^-1 = alpha I + beta X^T X,   m = beta S X^T y
 * predictive  y* ~ N(m . x, x^T S x + 1/beta)
 * evidence    log p(y) = (p log alpha + n log beta - beta |y - X m|^2 - alpha |m|^2 - log det S^-1 - n log 2 pi) / 2
 * }</pre>
 * m is the solution of ridge regression with lambda = alpha / beta. There is no intercept: append a constant feature, or
 * subtract the mean of y. Shapes: X [n, p], w, m [p], S [p, p]; alpha and beta are precisions, the reciprocals of
 * variances.
 * Source: Bishop (2006), sections 3.3 and 3.5, equations 3.53, 3.54, 3.58, 3.59 and 3.86.
 */
public final class BayesianLinearRegression implements Predictor {

    private static final double RELATIVE_CHANGE = 1e-12;
    private static final int MAXIMUM_STEPS = 10_000;

    private final double alpha;
    private final double beta;
    private final Vector mean;
    private final Cholesky precision;
    private final double logEvidence;

    private BayesianLinearRegression(Matrix x, Vector y, double alpha, double beta) {
        this.alpha = alpha;
        this.beta = beta;
        int n = x.rows();
        int p = x.columns();
        Matrix transposed = x.transpose();
        this.precision = Cholesky.of(
                transposed.times(x).scale(beta).plus(Matrix.identity(p).scale(alpha)));
        this.mean = precision.solve(transposed.times(y).scale(beta));
        Vector residual = y.minus(x.times(mean));
        this.logEvidence = 0.5
                * (p * Math.log(alpha)
                        + n * Math.log(beta)
                        - beta * residual.dot(residual)
                        - alpha * mean.dot(mean)
                        - precision.logDeterminant()
                        - n * Math.log(2 * Math.PI));
    }

    /**
     * Returns the posterior for given precisions.
     *
     * @param x the features [n, p]
     * @param y the targets [n]
     * @param alpha the precision of the weights, greater than 0
     * @param beta the precision of the noise, greater than 0
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite or a precision is not positive
     */
    public static BayesianLinearRegression fit(double[][] x, double[] y, double alpha, double beta) {
        requireData(x, y);
        Require.positive("BayesianLinearRegression", "alpha", alpha);
        Require.positive("BayesianLinearRegression", "beta", beta);
        return new BayesianLinearRegression(Matrix.of(x), Vector.of(y), alpha, beta);
    }

    /**
     * Returns the posterior for the precisions that maximize the evidence, found by the fixed point
     * <pre>{@code gamma = sum_i l_i / (l_i + alpha),   alpha = gamma / |m|^2,   beta = (n - gamma) / |y - X m|^2}</pre>
     * where l are the eigenvalues of beta X^T X, and gamma is the number of weights that the data determine.
     * Source: Bishop (2006), section 3.5.2, equations 3.91, 3.92 and 3.95.
     *
     * @param x the features [n, p]
     * @param y the targets [n]
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite or all targets are 0
     * @throws NonConvergenceException if the evidence has no maximum, for example because the fit is exact
     */
    public static BayesianLinearRegression fitByEvidence(double[][] x, double[] y) {
        requireData(x, y);
        Matrix features = Matrix.of(x);
        Vector targets = Vector.of(y);
        double square = targets.dot(targets);
        Require.that(square > 0, "BayesianLinearRegression: expected targets that differ from 0, but all were 0");
        Vector eigenvalues = SymmetricEigenDecomposition.of(features.transpose().times(features))
                .eigenvalues();
        double alpha = 1;
        double beta = y.length / square;
        for (int step = 0; step < MAXIMUM_STEPS; step++) {
            BayesianLinearRegression model = new BayesianLinearRegression(features, targets, alpha, beta);
            double a = alpha;
            double b = beta;
            double gamma = eigenvalues.map(l -> b * l / (b * l + a)).sum();
            Vector residual = targets.minus(features.times(model.mean));
            alpha = gamma / model.mean.dot(model.mean);
            beta = (y.length - gamma) / residual.dot(residual);
            if (!(alpha > 0 && beta > 0 && Double.isFinite(alpha) && Double.isFinite(beta))) {
                break;
            }
            if (Math.abs(alpha - a) <= RELATIVE_CHANGE * a && Math.abs(beta - b) <= RELATIVE_CHANGE * b) {
                return new BayesianLinearRegression(features, targets, alpha, beta);
            }
        }
        throw new NonConvergenceException(
                "BayesianLinearRegression: expected an evidence with a maximum, but the precisions were still alpha = "
                        + alpha + " and beta = " + beta + "; use fit with given precisions");
    }

    private static void requireData(double[][] x, double[] y) {
        RequireArray.table("BayesianLinearRegression", 1, x);
        RequireArray.sameLength("BayesianLinearRegression", "targets", x.length, y.length);
        RequireArray.finite("BayesianLinearRegression", "targets", y);
    }

    /** Returns alpha, the precision of the weights. */
    public double weightPrecision() {
        return alpha;
    }

    /** Returns beta, the precision of the noise. */
    public double noisePrecision() {
        return beta;
    }

    /** Returns the posterior mean m [p]. */
    public double[] mean() {
        return mean.toArray();
    }

    /** Returns the posterior covariance S [p, p]. */
    public Matrix covariance() {
        return precision.solve(Matrix.identity(mean.size()));
    }

    /** Returns the logarithm of the evidence, the probability density of y given X, alpha and beta, in nats. */
    public double logEvidence() {
        return logEvidence;
    }

    /**
     * Returns the predictive distribution for one row.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public Prediction predictive(double[] row) {
        RequireArray.row("BayesianLinearRegression", mean.size(), row);
        Vector x = Vector.of(row);
        return new Prediction(mean.dot(x), x.dot(precision.solve(x)), 1 / beta);
    }

    /** Returns the predictive means [rows]. */
    @Override
    public double[] predict(double[][] x) {
        Require.notNull("BayesianLinearRegression", "rows", x);
        return Arrays.stream(x).mapToDouble(row -> predictive(row).mean()).toArray();
    }
}
