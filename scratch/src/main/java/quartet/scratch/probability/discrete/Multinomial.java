package quartet.scratch.probability.discrete;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.probability.special.LogGamma;

/**
 * The multinomial distribution of the counts of K categories in n independent trials.
 * <pre>{@code
 * P(k_1, ..., k_K) = n! / (k_1! ... k_K!) p_1^k_1 ... p_K^k_K,   sum k_j = n
 * mean n p_j,   Cov(k_i, k_j) = n p_i ([i = j] - p_j)
 * }</pre>
 * Source: Casella and Berger (2002), definition 4.6.2; Bishop (2006), section 2.2.
 */
public final class Multinomial {

    private final long trials;
    private final double[] probabilities;

    /**
     * Creates the distribution.
     *
     * @param trials n, at least 0
     * @param probabilities p [K], at least one, with sum 1 up to 1e-9
     * @throws IllegalArgumentException if n is negative or the probabilities are not a distribution
     */
    public Multinomial(long trials, double... probabilities) {
        Require.that(trials >= 0, "Multinomial: expected trials >= 0, but was %d", trials);
        this.trials = trials;
        this.probabilities =
                RequireArray.masses("Multinomial: probabilities", probabilities).clone();
    }

    /** Returns n. */
    public long trials() {
        return trials;
    }

    /** Returns a copy of p [K]. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    /**
     * Returns ln P(k), which is -infinity if a count is negative or their sum is not n.
     *
     * @param counts k [K]
     * @throws IllegalArgumentException if there are not K counts
     */
    public double logMass(long... counts) {
        Require.that(
                counts.length == probabilities.length,
                "Multinomial: expected %d counts, but was %d",
                probabilities.length,
                counts.length);
        long sum = 0;
        double logarithm = LogGamma.of(trials + 1.0);
        for (int j = 0; j < counts.length; j++) {
            if (counts[j] < 0) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += counts[j];
            logarithm += (counts[j] == 0 ? 0 : counts[j] * Math.log(probabilities[j])) - LogGamma.of(counts[j] + 1.0);
        }
        return sum == trials ? logarithm : Double.NEGATIVE_INFINITY;
    }

    /**
     * Returns P(k).
     *
     * @throws IllegalArgumentException as {@link #logMass}
     */
    public double mass(long... counts) {
        return Math.exp(logMass(counts));
    }

    /** Returns the mean [K]. */
    public double[] mean() {
        double[] mean = probabilities.clone();
        for (int j = 0; j < mean.length; j++) {
            mean[j] *= trials;
        }
        return mean;
    }

    /** Returns the covariance [K, K], which is singular because the sum of the counts is constant. */
    public Matrix covariance() {
        int k = probabilities.length;
        return Matrix.generate(k, k, (i, j) -> trials * probabilities[i] * ((i == j ? 1 : 0) - probabilities[j]));
    }

    /** Draws the counts [K], each from a binomial distribution given the counts before it. */
    public long[] sample(RandomGenerator random) {
        long[] counts = new long[probabilities.length];
        long missing = trials;
        double rest = 1;
        for (int j = 0; j < counts.length - 1 && missing > 0; j++) {
            double share = rest > 0 ? Math.min(1, probabilities[j] / rest) : 0;
            counts[j] = new Binomial(missing, share).sampleInteger(random);
            missing -= counts[j];
            rest -= probabilities[j];
        }
        counts[counts.length - 1] += missing;
        return counts;
    }
}
