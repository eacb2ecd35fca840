package quartet.scratch.generative.sampling;

import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * The points of a Markov chain and their diagnostics. Neighbouring points are correlated, so n points are worth fewer
 * independent ones.
 * <pre>{@code
 * effective size   n / (1 + 2 sum_k r_k),   r_k the correlation of points at distance k, summed while r_2j + r_2j+1 > 0
 * R-hat            sqrt(((n - 1) W + B) / (n W)) of several chains,   W the mean variance within the chains,
 *                  B = n times the variance of their means
 * }</pre>
 * R-hat near 1 (below 1.01) means that the chains have forgotten their starts and cover the same region.
 * Source: Geyer (1992), "Practical Markov Chain Monte Carlo", section 3.3; Gelman, Rubin (1992); Gelman et al., Bayesian
 * Data Analysis (3rd ed., 2013), sections 11.4 and 11.5.
 */
public final class SampleChain {

    private final double[][] points;
    private final double acceptanceRate;

    /**
     * Creates a chain of the given points.
     *
     * @param points [n, dimensions], at least 2
     * @param acceptanceRate the share of the proposals that were accepted, in [0, 1]
     * @throws IllegalArgumentException if there are fewer than 2 points, one has another length or is not finite, or the
     *     rate is out of range
     */
    public SampleChain(double[][] points, double acceptanceRate) {
        RequireArray.table("SampleChain", 2, points);
        this.points = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        this.acceptanceRate = Require.probability("SampleChain: acceptanceRate", acceptanceRate);
    }

    /** Returns the number of points n. */
    public int size() {
        return points.length;
    }

    /** Returns a copy of the points [n, dimensions]. */
    public double[][] points() {
        return Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns the share of the proposals that were accepted. */
    public double acceptanceRate() {
        return acceptanceRate;
    }

    /**
     * Returns one coordinate of all points [n].
     *
     * @throws IllegalArgumentException if there is no such coordinate
     */
    public double[] coordinate(int j) {
        Require.index("SampleChain.coordinate", "index", j, points[0].length);
        return Arrays.stream(points).mapToDouble(point -> point[j]).toArray();
    }

    /** Returns the mean of one coordinate. */
    public double mean(int j) {
        return Arrays.stream(coordinate(j)).average().orElseThrow();
    }

    /** Returns the variance of one coordinate, with divisor n. */
    public double variance(int j) {
        return covariance(coordinate(j), mean(j), 0);
    }

    /**
     * Returns the number of independent points with the same standard error of the mean of one coordinate.
     *
     * @throws IllegalArgumentException if the coordinate is constant
     */
    public double effectiveSize(int j) {
        double[] x = coordinate(j);
        double mean = mean(j);
        double variance = Require.varying("SampleChain.effectiveSize", covariance(x, mean, 0));
        double sum = -1;
        for (int k = 0; k + 1 < x.length; k += 2) {
            double pair = (covariance(x, mean, k) + covariance(x, mean, k + 1)) / variance;
            if (pair <= 0) {
                break;
            }
            sum += 2 * pair;
        }
        return x.length / sum;
    }

    /**
     * Returns R-hat of one coordinate.
     *
     * @param chains two or more chains of equal size
     * @throws IllegalArgumentException if there are fewer than two chains, their sizes differ, or all are constant
     */
    public static double potentialScaleReduction(List<SampleChain> chains, int j) {
        Require.atLeast("SampleChain.potentialScaleReduction", "chains", 2, chains.size());
        int n = chains.get(0).size();
        double grand =
                chains.stream().mapToDouble(chain -> chain.mean(j)).average().orElseThrow();
        double within = 0;
        double between = 0;
        for (SampleChain chain : chains) {
            Require.that(
                    chain.size() == n,
                    "SampleChain.potentialScaleReduction: expected chains of %d points, but was %d",
                    n,
                    chain.size());
            within += chain.variance(j) * n / (n - 1.0) / chains.size();
            between += n * (chain.mean(j) - grand) * (chain.mean(j) - grand) / (chains.size() - 1.0);
        }
        Require.varying("SampleChain.potentialScaleReduction", within);
        return Math.sqrt(((n - 1) * within + between) / (n * within));
    }

    /** Returns {@code 1/n sum_i (x_i - mean)(x_{i+k} - mean)}. */
    private static double covariance(double[] x, double mean, int k) {
        double sum = 0;
        for (int i = 0; i + k < x.length; i++) {
            sum += (x[i] - mean) * (x[i + k] - mean);
        }
        return sum / x.length;
    }
}
