package quartet.scratch.probability.discrete;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.DiscreteDistribution;

/**
 * The categorical distribution over the categories 0, 1, ..., n-1. A classifier predicts such a distribution.
 * <pre>{@code P(X = k) = p_k,   sum p_k = 1;   mean sum k p_k}</pre>
 * Source: Murphy, Probabilistic Machine Learning (2022), section 2.5.
 */
public final class Categorical implements DiscreteDistribution {

    private final double[] probabilities;

    /**
     * Creates the distribution with the given probabilities.
     *
     * @param probabilities one for each category, sum 1
     * @throws IllegalArgumentException if one is outside [0, 1] or their sum differs from 1 by more than 1e-9
     */
    public Categorical(double... probabilities) {
        this.probabilities =
                RequireArray.masses("Categorical: probabilities", probabilities).clone();
    }

    /**
     * Returns the maximum-likelihood fit, the relative frequencies of the categories.
     *
     * @param categories the number of categories, observed or not
     * @throws IllegalArgumentException if there is no observation or one is not in [0, categories)
     */
    public static Categorical fit(int categories, long[] sample) {
        Require.atLeast("Categorical.fit: categories", 1, categories);
        double[] shares = new double[categories];
        for (long k : RequireArray.sample("Categorical.fit", sample, 0, categories - 1L)) {
            shares[(int) k] += 1.0 / sample.length;
        }
        return new Categorical(shares);
    }

    /** Returns a copy of the probabilities. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    @Override
    public double mass(long k) {
        return k < 0 || k >= probabilities.length ? 0 : probabilities[(int) k];
    }

    @Override
    public double logMass(long k) {
        return Math.log(mass(k));
    }

    @Override
    public double cumulative(long k) {
        return k >= supportUpper() ? 1 : sum(0, k + 1);
    }

    @Override
    public double survival(long k) {
        return k < supportLower() ? 1 : sum(k + 1, probabilities.length);
    }

    private double sum(long from, long to) {
        double sum = 0;
        for (long k = Math.max(0, from); k < Math.min(to, probabilities.length); k++) {
            sum += mass(k);
        }
        return sum;
    }

    /** Draws by a linear search of the cumulative probabilities. */
    @Override
    public long sampleInteger(RandomGenerator random) {
        double rest = random.nextDouble();
        long last = supportUpper();
        for (long k = supportLower(); k < last; k++) {
            rest -= mass(k);
            if (rest < 0) {
                return k;
            }
        }
        return last;
    }

    @Override
    public double mean() {
        double mean = 0;
        for (int k = 0; k < probabilities.length; k++) {
            mean += k * probabilities[k];
        }
        return mean;
    }

    @Override
    public double variance() {
        double mean = mean();
        double variance = 0;
        for (int k = 0; k < probabilities.length; k++) {
            variance += (k - mean) * (k - mean) * probabilities[k];
        }
        return variance;
    }

    @Override
    public long supportLower() {
        int k = 0;
        while (probabilities[k] == 0) {
            k++;
        }
        return k;
    }

    @Override
    public long supportUpper() {
        int k = probabilities.length - 1;
        while (probabilities[k] == 0) {
            k--;
        }
        return k;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Categorical that && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return "Categorical" + Arrays.toString(probabilities);
    }
}
