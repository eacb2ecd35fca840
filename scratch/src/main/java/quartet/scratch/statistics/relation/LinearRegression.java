package quartet.scratch.statistics.relation;

import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Qr;
import quartet.scratch.linalg.decomposition.TriangularSystems;
import quartet.scratch.probability.continuous.FisherF;
import quartet.scratch.probability.continuous.StudentT;
import quartet.scratch.statistics.ConfidenceInterval;
import quartet.scratch.statistics.RunningMoments;
import quartet.scratch.statistics.hypothesis.Alternative;
import quartet.scratch.statistics.hypothesis.TestResult;

/**
 * Linear regression by least squares, with inference about the coefficients.
 * <pre>{@code y = X b + noise,  X = [1 | features] (n x p),   X = Q R
 * b = R^-1 Q^T y,   s^2 = |y - X b|^2 / (n - p),   Cov(b) = s^2 (X^T X)^-1 = s^2 R^-1 R^-T
 * t_j = b_j / se_j  with n - p degrees of freedom,   R^2 = 1 - |y - X b|^2 / sum (y - mean y)^2
 * F = ((TSS - RSS) / (p - 1)) / s^2  with p - 1 and n - p degrees of freedom: is any feature of use?}</pre>
 * The standard errors assume independent noise of constant variance; the p-values also assume that it is normal.
 * Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning (2nd ed., 2009), section 3.2; Golub and
 * Van Loan (2013), section 5.3, for least squares by QR.
 */
public final class LinearRegression {

    /**
     * An estimated coefficient.
     *
     * @param estimate b_j
     * @param standardError the standard error of b_j
     * @param tStatistic b_j / standard error
     * @param pValue the two-sided p-value of the hypothesis that the coefficient is 0
     */
    public record Coefficient(double estimate, double standardError, double tStatistic, double pValue) {}

    private final List<Coefficient> coefficients;
    private final double[] residuals;
    private final double totalSquares;

    private LinearRegression(List<Coefficient> coefficients, double[] residuals, double totalSquares) {
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.totalSquares = totalSquares;
    }

    /**
     * Fits an intercept and one coefficient for each feature.
     *
     * @param features [n][d], d >= 1, n > d + 1
     * @param targets [n]
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, the targets are constant, or
     *     a feature is constant or a linear combination of the others
     */
    public static LinearRegression fit(double[][] features, double[] targets) {
        int n = targets.length;
        int p = 1 + check(features, targets);
        Matrix design = Matrix.generate(n, p, (i, j) -> j == 0 ? 1 : features[i][j - 1]);
        Qr qr = Qr.of(design);
        Vector b = qr.leastSquares(Vector.of(targets));
        double[] residuals = Vector.of(targets).minus(design.times(b)).toArray();
        double variance = sumOfSquares(residuals) / (n - p);
        double[] scales = diagonalOfInverseGram(qr.r());
        StudentT t = new StudentT((double) n - p);
        Coefficient[] coefficients = new Coefficient[p];
        for (int j = 0; j < p; j++) {
            double error = Math.sqrt(variance * scales[j]);
            // A perfect fit has standard errors of 0. Its statistics are infinite, or NaN for a coefficient of 0.
            double statistic = b.get(j) / error;
            double pValue = Double.isNaN(statistic) ? 1 : Alternative.TWO_SIDED.pValue(t, statistic);
            coefficients[j] = new Coefficient(b.get(j), error, statistic, pValue);
        }
        RunningMoments moments = RunningMoments.of(targets);
        return new LinearRegression(List.of(coefficients), residuals, moments.populationVariance() * n);
    }

    private static int check(double[][] features, double[] targets) {
        RequireArray.sample("LinearRegression.fit: targets", targets, 3);
        if (features.length != targets.length) {
            throw new IllegalArgumentException("LinearRegression.fit: expected " + targets.length
                    + " rows of features, one for each target, but was " + features.length);
        }
        int d = features[0].length;
        for (int i = 0; i < features.length; i++) {
            RequireArray.sample("LinearRegression.fit: row " + i, features[i], 1);
            if (features[i].length != d) {
                throw new IllegalArgumentException("LinearRegression.fit: expected rows of length " + d + ", but row "
                        + i + " has length " + features[i].length);
            }
        }
        if (targets.length <= d + 1) {
            throw new IllegalArgumentException("LinearRegression.fit: expected more than " + (d + 1)
                    + " rows for as many coefficients, but was " + targets.length);
        }
        Require.varying(
                "LinearRegression.fit: targets", RunningMoments.of(targets).variance());
        return d;
    }

    /** Returns the diagonal of R^-1 R^-T, whose entry j is the squared length of row j of R^-1. */
    private static double[] diagonalOfInverseGram(Matrix r) {
        int p = r.rows();
        double[] diagonal = new double[p];
        for (int k = 0; k < p; k++) {
            Vector column = TriangularSystems.solveUpper(r, Vector.basis(p, k));
            for (int j = 0; j < p; j++) {
                diagonal[j] += column.get(j) * column.get(j);
            }
        }
        return diagonal;
    }

    private static double sumOfSquares(double[] values) {
        return Arrays.stream(values).map(v -> v * v).sum();
    }

    /** Returns the coefficients, the intercept first and then one for each feature. */
    public List<Coefficient> coefficients() {
        return coefficients;
    }

    /** Returns a copy of the residuals {@code y - X b}, [n]. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** Returns the residual degrees of freedom, n - p. */
    public int residualDegreesOfFreedom() {
        return residuals.length - coefficients.size();
    }

    /** Returns s, the estimated standard deviation of the noise. */
    public double residualStandardError() {
        return Math.sqrt(sumOfSquares(residuals) / residualDegreesOfFreedom());
    }

    /** Returns R squared, the fraction of the variance of the targets that the features explain. */
    public double rSquared() {
        return 1 - sumOfSquares(residuals) / totalSquares;
    }

    /**
     * Returns R squared adjusted for degrees of freedom, {@code 1 - (1 - R^2)(n - 1) / (n - p)}, which features without
     * explanatory power decrease.
     */
    public double adjustedRSquared() {
        return 1 - (1 - rSquared()) * (residuals.length - 1) / residualDegreesOfFreedom();
    }

    /** Returns the F test that all coefficients but the intercept are 0. */
    public TestResult overallTest() {
        double degrees = coefficients.size() - 1.0;
        double residualDegrees = residualDegreesOfFreedom();
        double residualSquares = sumOfSquares(residuals);
        double f = (totalSquares - residualSquares) / degrees / (residualSquares / residualDegrees);
        double p = new FisherF(degrees, residualDegrees).survival(f);
        return new TestResult("F test of a regression", f, List.of(degrees, residualDegrees), p);
    }

    /**
     * Returns the confidence interval of a coefficient.
     *
     * @param index 0 for the intercept, j for feature j - 1
     * @throws IllegalArgumentException if there is no such coefficient or the level is not in (0, 1)
     */
    public ConfidenceInterval interval(int index, double level) {
        Require.insideUnitInterval("LinearRegression.interval: level", level);
        if (index < 0 || index >= coefficients.size()) {
            throw new IllegalArgumentException("LinearRegression.interval: expected an index in [0, "
                    + coefficients.size() + "), but was " + index);
        }
        Coefficient coefficient = coefficients.get(index);
        double t = new StudentT(residualDegreesOfFreedom()).survivalQuantile((1 - level) / 2);
        return ConfidenceInterval.around(coefficient.estimate, t * coefficient.standardError, level);
    }

    /**
     * Returns the prediction for one row of features.
     *
     * @param row [d]
     * @throws IllegalArgumentException if the row has another length
     */
    public double predict(double... row) {
        if (row.length != coefficients.size() - 1) {
            throw new IllegalArgumentException("LinearRegression.predict: expected " + (coefficients.size() - 1)
                    + " features, but was " + row.length);
        }
        double prediction = coefficients.get(0).estimate;
        for (int j = 0; j < row.length; j++) {
            prediction += coefficients.get(j + 1).estimate * row[j];
        }
        return prediction;
    }
}
