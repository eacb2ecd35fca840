package quartet.scratch.model.bayes;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.evaluation.resampling.Predictor;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Cholesky;
import quartet.scratch.model.KernelFunction;

/**
 * Gaussian process regression: function values at any rows are jointly normal, with a kernel as covariance.
 * <pre>{@code
 * prior        f ~ N(0, K),   K_ij = k(x_i, x_j);   y = f + e,   e ~ N(0, s^2)
 * factored     L L^T = K + s^2 I,   a = L^-T L^-1 y
 * predictive   mean = k* . a,   variance of f = k(x*, x*) - |L^-1 k*|^2,   k*_i = k(x_i, x*)
 * evidence     log p(y) = -1/2 y . a - sum_i log L_ii - n/2 log 2 pi
 * }</pre>
 * With the linear kernel it is {@link BayesianLinearRegression} written in terms of rows instead of weights. The prior
 * mean is 0: subtract the mean of y. The cost is O(n^3) for the fit and O(n^2) for each prediction.
 * Source: Rasmussen, Williams (2006), Gaussian Processes for Machine Learning, algorithm 2.1.
 */
public final class GaussianProcess implements Predictor {

    private final KernelFunction kernel;
    private final double[][] x;
    private final double noiseVariance;
    private final Cholesky cholesky;
    private final Vector a;
    private final double logEvidence;

    private GaussianProcess(KernelFunction kernel, double[][] x, double[] y, double noiseVariance) {
        this.kernel = kernel;
        this.x = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
        this.noiseVariance = noiseVariance;
        this.cholesky =
                Cholesky.of(kernel.matrix(x, x).plus(Matrix.identity(x.length).scale(noiseVariance)));
        this.a = cholesky.solve(Vector.of(y));
        this.logEvidence = -0.5 * (Vector.of(y).dot(a) + cholesky.logDeterminant() + y.length * Math.log(2 * Math.PI));
    }

    /**
     * Returns the posterior.
     *
     * @param x the features [n, features]
     * @param y the targets [n], with mean 0
     * @param noiseVariance s^2, greater than 0
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, the noise is not positive, or
     *     K + s^2 I is not positive definite, which a larger noise prevents
     */
    public static GaussianProcess fit(double[][] x, double[] y, KernelFunction kernel, double noiseVariance) {
        RequireArray.table("GaussianProcess", 1, x);
        RequireArray.sameLength("GaussianProcess", "targets", x.length, y.length);
        RequireArray.finite("GaussianProcess", "targets", y);
        Require.positive("GaussianProcess", "noiseVariance", noiseVariance);
        return new GaussianProcess(kernel, x, y, noiseVariance);
    }

    /** Returns the logarithm of the evidence, the probability density of y given X and the kernel, in nats. */
    public double logEvidence() {
        return logEvidence;
    }

    /**
     * Returns the predictive distribution for one row.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public Prediction predictive(double[] row) {
        RequireArray.row("GaussianProcess", x[0].length, row);
        Vector similarities = Vector.generate(x.length, i -> kernel.of(x[i], row));
        double explained = similarities.dot(cholesky.solve(similarities));
        // Rounding may make the difference slightly negative at a training row.
        double variance = Math.max(kernel.of(row, row) - explained, 0);
        return new Prediction(similarities.dot(a), variance, noiseVariance);
    }

    /** Returns the predictive means [rows]. */
    @Override
    public double[] predict(double[][] rows) {
        Require.notNull("GaussianProcess", "rows", rows);
        return Arrays.stream(rows).mapToDouble(row -> predictive(row).mean()).toArray();
    }
}
