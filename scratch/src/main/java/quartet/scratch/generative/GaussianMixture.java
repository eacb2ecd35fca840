package quartet.scratch.generative;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Vector;
import quartet.scratch.probability.continuous.MultivariateNormal;
import quartet.scratch.probability.discrete.Categorical;
import quartet.scratch.probability.special.LogSumExp;

/**
 * A Gaussian mixture model: a density and a soft clustering.
 * <pre>{@code
 * p(x) = sum_k w_k N(x; m_k, S_k)
 * responsibilities:  r_k(x) = w_k N(x; m_k, S_k) / p(x)
 * }</pre>
 * {@link ExpectationMaximization} fits it.
 * Source: Bishop, Pattern Recognition and Machine Learning (2006), section 9.2.
 */
public final class GaussianMixture {

    private final double[] weights;
    private final List<MultivariateNormal> components;

    /**
     * Creates a mixture of the given components.
     *
     * @param weights w_k, at least 0, with sum 1
     * @param components one for each weight, all of the same dimension
     * @throws IllegalArgumentException if the weights are not a distribution, or the numbers or dimensions differ
     */
    public GaussianMixture(double[] weights, List<MultivariateNormal> components) {
        Require.atLeast("GaussianMixture", "components", 1, components.size());
        RequireArray.row("GaussianMixture: weights", components.size(), weights);
        this.weights = new Categorical(weights).probabilities();
        this.components = List.copyOf(components);
        for (MultivariateNormal component : components) {
            RequireArray.row(
                    "GaussianMixture: means", dimension(), component.mean().toArray());
        }
    }

    /** Returns a copy of w_k [K]. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns the components, in the order of the weights. */
    public List<MultivariateNormal> components() {
        return components;
    }

    /** Returns d, the number of features. */
    public int dimension() {
        return components.get(0).mean().size();
    }

    /**
     * Returns the logarithm of the density, in nats.
     *
     * @param row x [d]
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double logDensity(double[] row) {
        return LogSumExp.of(logJoint(row));
    }

    /**
     * Returns the mean of the log density over rows, in nats.
     *
     * @param x [rows, d]
     * @throws IllegalArgumentException if there is no row, or one has another length or is not finite
     */
    public double meanLogLikelihood(double[][] x) {
        RequireArray.table("GaussianMixture", 1, x);
        return Arrays.stream(x).mapToDouble(this::logDensity).average().orElseThrow();
    }

    /**
     * Returns the responsibilities r_k(x) [K], the posterior probabilities of the components given the row.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double[] responsibilities(double[] row) {
        return Arrays.stream(LogSumExp.shares(logRatios(row))).map(Math::exp).toArray();
    }

    /**
     * Returns the component with the largest responsibility, the first one if several are equal.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public int cluster(double[] row) {
        return LogSumExp.largest(logRatios(row));
    }

    /** Draws a component by its weight and then a row [d] from it. */
    public double[] sample(RandomGenerator random) {
        int k = (int) new Categorical(weights).sampleInteger(random);
        return components.get(k).sample(random).toArray();
    }

    private double[] logRatios(double[] row) {
        RequireArray.row("GaussianMixture", dimension(), row);
        Vector x = Vector.of(row);
        return GaussianRatios.of(
                IntStream.range(0, weights.length)
                        .mapToDouble(
                                k -> Math.log(weights[k]) + components.get(k).logPeak())
                        .toArray(),
                components.stream().mapToDouble(c -> c.distance(x)).toArray());
    }

    /** Returns {@code log (w_k N(x; m_k, S_k))} [K]. */
    double[] logJoint(double[] row) {
        RequireArray.row("GaussianMixture", dimension(), row);
        Vector x = Vector.of(row);
        return IntStream.range(0, weights.length)
                .mapToDouble(k -> Math.log(weights[k]) + components.get(k).logDensity(x))
                .toArray();
    }
}
