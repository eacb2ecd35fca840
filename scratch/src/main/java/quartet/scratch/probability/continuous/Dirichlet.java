package quartet.scratch.probability.continuous;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.probability.special.LogGamma;
import quartet.scratch.probability.special.LogSumExp;

/**
 * The Dirichlet distribution of probability vectors, the beta distribution for more than two categories.
 * <pre>{@code
 * f(x) = Gamma(a0) / prod_k Gamma(a_k)  prod_k x_k^(a_k - 1),   x_k >= 0,  sum x_k = 1,   a0 = sum a_k
 * E x_k = a_k / a0 = m_k,   Cov(x_j, x_k) = m_j ([j = k] - m_k) / (a0 + 1)
 * }</pre>
 * The density refers to the first K - 1 coordinates. It is the conjugate prior of {@link
 * quartet.scratch.probability.discrete.Multinomial}: counts n_k change a_k to a_k + n_k.
 * Source: Bishop (2006), section 2.2.1; Johnson, Kotz, Balakrishnan, Continuous Multivariate Distributions (2000),
 * chapter 49.
 */
public final class Dirichlet {

    private static final double SUM_TOLERANCE = 1e-9;

    private final double[] concentrations;

    /**
     * Creates the distribution.
     *
     * @param concentrations a [K], at least two, all positive
     * @throws IllegalArgumentException if there are fewer than two or one is not positive and finite
     */
    public Dirichlet(double... concentrations) {
        Require.atLeast("Dirichlet", "concentrations", 2, concentrations.length);
        for (double a : concentrations) {
            Require.positive("Dirichlet: concentration", a);
        }
        this.concentrations = concentrations.clone();
    }

    /** Returns a copy of a [K]. */
    public double[] concentrations() {
        return concentrations.clone();
    }

    /**
     * Returns ln f(x), which is -infinity or infinity on the border if an exponent there is not 0.
     *
     * @param x [K], at least 0, with sum 1 up to 1e-9
     * @throws IllegalArgumentException if x has another length or is not a probability vector
     */
    public double logDensity(double... x) {
        RequireArray.row("Dirichlet: x", concentrations.length, x);
        RequireArray.probabilities("Dirichlet: x", x);
        double sum = Arrays.stream(x).sum();
        Require.that(Math.abs(sum - 1) <= SUM_TOLERANCE, "Dirichlet: expected x with sum 1, but the sum was %s", sum);
        double logarithm = LogGamma.of(total());
        for (int k = 0; k < x.length; k++) {
            double exponent = concentrations[k] - 1;
            logarithm += (exponent == 0 ? 0 : exponent * Math.log(x[k])) - LogGamma.of(concentrations[k]);
        }
        return logarithm;
    }

    /**
     * Returns f(x).
     *
     * @throws IllegalArgumentException as {@link #logDensity}
     */
    public double density(double... x) {
        return Math.exp(logDensity(x));
    }

    private double total() {
        return Arrays.stream(concentrations).sum();
    }

    /** Returns the mean [K]. */
    public double[] mean() {
        double total = total();
        return Arrays.stream(concentrations).map(a -> a / total).toArray();
    }

    /** Returns the covariance [K, K], which is singular because the sum of x is constant. */
    public Matrix covariance() {
        double[] m = mean();
        double divisor = total() + 1;
        return Matrix.generate(m.length, m.length, (j, k) -> m[j] * ((j == k ? 1 : 0) - m[k]) / divisor);
    }

    /** Returns the distribution of x_k, {@code Beta(a_k, a0 - a_k)}. */
    public Beta marginal(int k) {
        Require.index("Dirichlet.marginal", "k", k, concentrations.length);
        double rest = 0;
        for (int j = 0; j < concentrations.length; j++) {
            rest += j == k ? 0 : concentrations[j];
        }
        return new Beta(concentrations[k], rest);
    }

    /** Draws one vector [K]: gamma distributed numbers divided by their sum, in logarithms against underflow. */
    public double[] sample(RandomGenerator random) {
        double[] logs = new double[concentrations.length];
        Arrays.setAll(logs, k -> new Gamma(concentrations[k], 1).sampleLogarithm(random));
        return Arrays.stream(LogSumExp.shares(logs)).map(Math::exp).toArray();
    }
}
