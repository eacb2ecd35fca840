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
import quartet.scratch.probability.continuous.MultivariateNormal;

/**
 * Fits a Gaussian mixture by guessing who belongs where, and averaging accordingly, in turns.
 * <pre>{@code
 * objective:  J = sum_i log p(x_i) - lambda / 2 sum_k trace(S_k^-1)
 * E step:     r_ik = w_k N(x_i; m_k, S_k) / p(x_i)
 * M step:     N_k = sum_i r_ik,   w_k = N_k / n,   m_k = 1/N_k sum_i r_ik x_i
 *             S_k = 1/N_k (sum_i r_ik (x_i - m_k)(x_i - m_k)^T + lambda I)      (of it the diagonal, if so set)
 * }</pre>
 * No step makes J smaller, since the M step maximizes a bound on it that touches it at the old parameters (Dempster,
 * Laird, Rubin 1977). With the penalty J cannot grow without bound, and that S_k is its exact maximizer; adding a
 * constant to S_k after the fact, as is often done, breaks this. A component that has lost all its rows keeps its
 * place. Source: Bishop, Pattern Recognition and Machine Learning (2006), sections 9.2.2 and 9.4; for the penalty,
 * which is an inverse Wishart prior without its determinant: Fraley, Raftery (2007), "Bayesian Regularization for
 * Normal Mixture Estimation".
 *
 * @param mixture the fitted one
 * @param objectives J / n in nats before each step, and at last of the fitted mixture; never falls, but for rounding
 * @param converged whether the last step improved J / n by less than the tolerance
 */
public record ExpectationMaximization(GaussianMixture mixture, List<Double> objectives, boolean converged) {

    /** Below this many rows a component cannot be estimated. */
    private static final double FEWEST_ROWS = 1e-9;

    /** The result of a fit. */
    public ExpectationMaximization {
        objectives = List.copyOf(objectives);
    }

    /**
     * Fits a mixture, from k-means++ seeds, equal weights and the covariance of all rows. The result is a local
     * maximum: another seed may find a better one.
     *
     * @param x the features [rows, features]
     * @throws IllegalArgumentException if there are fewer different rows than components, a number is not finite, or a
     *     covariance is not positive definite (then a larger penalty helps)
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
                GaussianMixture.seeds(x, count, random).stream()
                        .map(mean -> new MultivariateNormal(mean, covariance))
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

    /** The M step of one component, r [rows] being the responsibilities. */
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

    /** J / n. */
    private static double objective(GaussianMixture mixture, double[][] x, double penalty) {
        double traces = 0;
        for (MultivariateNormal component : mixture.components()) {
            Matrix inverse = Cholesky.of(component.covariance()).solve(Matrix.identity(mixture.dimension()));
            traces += inverse.diagonal().sum();
        }
        return mixture.meanLogLikelihood(x) - penalty / 2 * traces / x.length;
    }
}
