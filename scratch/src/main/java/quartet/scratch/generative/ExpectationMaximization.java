package quartet.scratch.generative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.generative.MixtureSettings.Covariance;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Cholesky;
import quartet.scratch.model.neighbour.KMeansPlusPlus;
import quartet.scratch.probability.continuous.MultivariateNormal;

/**
 * Fits a Gaussian mixture by expectation maximization (EM).
 * <pre>{@code
 * objective:  J = sum_i log p(x_i) - lambda / 2 sum_k trace(S_k^-1)
 * E step:     r_ik = w_k N(x_i; m_k, S_k) / p(x_i)
 * M step:     N_k = sum_i r_ik,   w_k = N_k / n,   m_k = 1/N_k sum_i r_ik x_i
 *             S_k = 1/N_k (sum_i r_ik (x_i - m_k)(x_i - m_k)^T + lambda I)      (of it the diagonal, if so set)
 * }</pre>
 * J never decreases, because the M step maximizes a lower bound that equals J at the old parameters (Dempster, Laird,
 * Rubin 1977). The penalty bounds J from above, and the formula of S_k is the exact maximizer of the penalized bound.
 * Adding a constant to S_k afterwards, as many implementations do, does not have this property. A component without
 * rows is kept unchanged.
 * Source: Bishop, Pattern Recognition and Machine Learning (2006), sections 9.2.2 and 9.4; Fraley, Raftery (2007),
 * "Bayesian Regularization for Normal Mixture Estimation", for the penalty, an inverse Wishart prior without its
 * determinant.
 *
 * @param mixture the fitted mixture
 * @param objectives J / n in nats before each step and after the last one; non-decreasing up to rounding
 * @param converged whether the last step improved J / n by less than the tolerance
 */
public record ExpectationMaximization(GaussianMixture mixture, List<Double> objectives, boolean converged) {

    /** A component with fewer rows cannot be estimated. */
    private static final double FEWEST_ROWS = 1e-9;

    /** Creates the result of a fit. */
    public ExpectationMaximization {
        objectives = List.copyOf(objectives);
    }

    /**
     * Fits a mixture. The initial means are k-means++ seeds, the weights are equal, and all components start with the
     * covariance of all rows. The result is a local maximum, which depends on the seed.
     *
     * @param x the features [rows, features]
     * @throws IllegalArgumentException if there are fewer distinct rows than components, a number is not finite, or a
     *     covariance is not positive definite, which a larger penalty prevents
     */
    public static ExpectationMaximization fit(double[][] x, MixtureSettings settings, RandomGenerator random) {
        RequireArray.table("GaussianMixture", settings.components(), x);
        GaussianMixture mixture = start(x, settings, random);
        List<Double> objectives = new ArrayList<>();
        objectives.add(objective(mixture, x, settings.penalty()));
        double gain = Double.POSITIVE_INFINITY;
        for (int step = 0; step < settings.maxIterations() && gain >= settings.tolerance(); step++) {
            mixture = step(mixture, x, settings);
            double objective = objective(mixture, x, settings.penalty());
            gain = objective - objectives.get(objectives.size() - 1);
            objectives.add(objective);
        }
        return new ExpectationMaximization(mixture, objectives, gain < settings.tolerance());
    }

    private static GaussianMixture start(double[][] x, MixtureSettings settings, RandomGenerator random) {
        int count = settings.components();
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        double[] everyRow = new double[x.length];
        Arrays.fill(everyRow, 1);
        Matrix covariance = component(x, everyRow, settings).covariance();
        return new GaussianMixture(
                weights,
                Arrays.stream(KMeansPlusPlus.seeds("GaussianMixture", x, count, random))
                        .map(mean -> new MultivariateNormal(Vector.of(mean), covariance))
                        .toList());
    }

    private static GaussianMixture step(GaussianMixture old, double[][] x, MixtureSettings settings) {
        double[][] responsibilities =
                Arrays.stream(x).map(old::responsibilities).toArray(double[][]::new);
        int count = settings.components();
        double[] weights = new double[count];
        List<MultivariateNormal> components = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int component = k;
            double[] r = Arrays.stream(responsibilities)
                    .mapToDouble(row -> row[component])
                    .toArray();
            double rows = Arrays.stream(r).sum();
            weights[k] = rows / x.length;
            components.add(
                    rows > FEWEST_ROWS
                            ? component(x, r, settings)
                            : old.components().get(k));
        }
        return new GaussianMixture(weights, components);
    }

    /** Returns the M step of one component for the responsibilities r [rows]. */
    private static MultivariateNormal component(double[][] x, double[] r, MixtureSettings settings) {
        int d = x[0].length;
        double rows = Arrays.stream(r).sum();
        Vector mean = Vector.generate(
                d,
                j -> IntStream.range(0, x.length)
                                .mapToDouble(i -> r[i] * x[i][j])
                                .sum()
                        / rows);
        boolean full = settings.covariance() == Covariance.FULL;
        double[][] s = new double[d][d];
        for (int j = 0; j < d; j++) {
            for (int l = full ? 0 : j; l <= j; l++) {
                double sum = l == j ? settings.penalty() : 0;
                for (int i = 0; i < x.length; i++) {
                    sum += r[i] * (x[i][j] - mean.get(j)) * (x[i][l] - mean.get(l));
                }
                s[j][l] = sum / rows;
                s[l][j] = sum / rows;
            }
        }
        return new MultivariateNormal(mean, Matrix.of(s));
    }

    /** Returns J / n. */
    private static double objective(GaussianMixture mixture, double[][] x, double penalty) {
        double traces = 0;
        for (MultivariateNormal component : mixture.components()) {
            Matrix inverse = Cholesky.of(component.covariance()).solve(Matrix.identity(mixture.dimension()));
            traces += inverse.diagonal().sum();
        }
        return mixture.meanLogLikelihood(x) - penalty / 2 * traces / x.length;
    }
}
