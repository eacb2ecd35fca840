package quartet.scratch.probability.continuous;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Cholesky;
import quartet.scratch.linalg.decomposition.TriangularSystems;

/**
 * The multivariate normal distribution.
 * <pre>{@code C = L L^T (Cholesky),   z = L^-1 (x - m)
 * f(x) = e^(-|z|^2 / 2) / ((2 pi)^(d/2) det L),    x = m + L z for standard normal z}</pre>
 * |z| is the Mahalanobis distance of x from the mean. The inverse of C is never formed.
 * Source: Bishop, Pattern Recognition and Machine Learning (2006), section 2.3; Golub and Van Loan (2013), section 4.2.
 */
public final class MultivariateNormal {

    private static final double LOG_TWO_PI = 1.8378770664093456;

    private final Vector mean;
    private final Matrix covariance;
    private final Cholesky cholesky;

    /**
     * Creates the distribution with the given mean and covariance.
     *
     * @param mean m, [d]
     * @param covariance C, [d, d], symmetric and positive definite
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, or C is not symmetric and
     *     positive definite
     */
    public MultivariateNormal(Vector mean, Matrix covariance) {
        if (covariance.rows() != mean.size()) {
            throw new IllegalArgumentException("MultivariateNormal: expected a covariance [" + mean.size() + ", "
                    + mean.size() + "], but was [" + covariance.rows() + ", " + covariance.columns() + "]");
        }
        for (double m : mean.toArray()) {
            Require.finite("MultivariateNormal: mean", m);
        }
        this.mean = mean;
        this.covariance = covariance;
        this.cholesky = Cholesky.of(covariance);
    }

    /**
     * Returns the maximum-likelihood fit: the mean of the rows and their covariance with divisor n.
     *
     * @param sample [n, d], n > d
     * @throws IllegalArgumentException if there are too few rows, a number is not finite, or the columns are linearly
     *     dependent
     */
    public static MultivariateNormal fit(Matrix sample) {
        int n = sample.rows();
        if (n <= sample.columns()) {
            throw new IllegalArgumentException("MultivariateNormal.fit: expected more rows than the " + sample.columns()
                    + " columns, but was " + n);
        }
        Vector mean = Vector.generate(sample.columns(), j -> sample.column(j).sum() / n);
        Matrix deviations = sample.plusRow(mean.scale(-1));
        return new MultivariateNormal(
                mean, deviations.transpose().times(deviations).scale(1.0 / n));
    }

    /** Returns the mean, [d]. */
    public Vector mean() {
        return mean;
    }

    /** Returns the covariance, [d, d]. */
    public Matrix covariance() {
        return covariance;
    }

    /**
     * Returns the squared Mahalanobis distance {@code (x - m)^T C^-1 (x - m)}, which is chi-squared distributed with d
     * degrees of freedom.
     *
     * @param x [d]
     * @throws IllegalArgumentException if x has another size or is not finite
     */
    public double squaredDistance(Vector x) {
        Vector z = TriangularSystems.solveLower(cholesky.lower(), x.minus(mean));
        return z.dot(z);
    }

    /**
     * Returns the Mahalanobis distance of x, without overflow in its square.
     *
     * @param x [d]
     * @throws IllegalArgumentException if x has another size or is not finite
     */
    public double distance(Vector x) {
        return Norms.two(TriangularSystems.solveLower(cholesky.lower(), x.minus(mean)));
    }

    /** Returns ln of the density at the mean. */
    public double logPeak() {
        return -0.5 * (cholesky.logDeterminant() + mean.size() * LOG_TWO_PI);
    }

    /**
     * Returns ln f(x).
     *
     * @param x [d]
     * @throws IllegalArgumentException if x has another size or is not finite
     */
    public double logDensity(Vector x) {
        return -0.5 * (squaredDistance(x) + cholesky.logDeterminant() + mean.size() * LOG_TWO_PI);
    }

    /**
     * Returns f(x).
     *
     * @param x [d]
     * @throws IllegalArgumentException if x has another size or is not finite
     */
    public double density(Vector x) {
        return Math.exp(logDensity(x));
    }

    /** Draws one vector, [d]. */
    public Vector sample(RandomGenerator random) {
        Vector z = Vector.generate(mean.size(), i -> Normal.STANDARD.sample(random));
        return mean.plus(cholesky.lower().times(z));
    }
}
