package quartet.scratch.generative;

import java.util.random.RandomGenerator;
import quartet.scratch.linalg.Cholesky;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;

/**
 * The normal distribution of several variables.
 * <pre>{@code
 * log N(x; m, S) = -1/2 (d log 2 pi + log det S + (x - m)^T S^-1 (x - m)),   S = L L^T
 * sample:  x = m + L e,   e standard normal
 * }</pre>
 * The Cholesky factor L serves the density (triangular systems instead of an inverse) and the samples. Source: Murphy, Probabilistic Machine
 * Learning (2022), section 3.2; Golub and Van Loan, section 4.2.
 */
public final class MultivariateNormal {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final Vector mean;
    private final Matrix covariance;
    private final Cholesky factor;
    private final double logNormalizer;

    /**
     * The distribution with these parameters.
     *
     * @param mean m [d]
     * @param covariance S [d, d]
     * @throws IllegalArgumentException if the sizes differ, a number is not finite, or S is not symmetric and positive
     *     definite
     */
    public MultivariateNormal(Vector mean, Matrix covariance) {
        Require.row("MultivariateNormal: mean", covariance.rows(), mean.toArray());
        this.mean = mean;
        this.covariance = covariance;
        this.factor = Cholesky.of(covariance);
        this.logNormalizer = -0.5 * (mean.size() * LOG_TWO_PI + factor.logDeterminant());
    }

    /** m [d]. */
    public Vector mean() {
        return mean;
    }

    /** S [d, d]. */
    public Matrix covariance() {
        return covariance;
    }

    /** The inverse of S [d, d]. */
    public Matrix precision() {
        return factor.solve(Matrix.identity(mean.size()));
    }

    /**
     * The logarithm of the density, in nats.
     *
     * @throws IllegalArgumentException if x is not of size d or not finite
     */
    public double logDensity(Vector x) {
        Vector difference = x.minus(mean);
        return logNormalizer - 0.5 * difference.dot(factor.solve(difference));
    }

    /** A random vector [d]. */
    public Vector sample(RandomGenerator random) {
        return mean.plus(factor.lower().times(Vector.generate(mean.size(), i -> random.nextGaussian())));
    }
}
