package quartet.scratch.probability;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;

/** A distribution of a real number: its moments and sampling. */
public interface Distribution {

    /** Returns the mean. It is NaN if it does not exist (Cauchy) and infinite if it diverges. */
    double mean();

    /** Returns the variance. It is NaN if it does not exist and infinite if it diverges. */
    double variance();

    /** Returns the square root of the variance. */
    default double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Draws one number. Sampling is deterministic for a given generator and seed. */
    double sample(RandomGenerator random);

    /**
     * Draws n independent numbers.
     *
     * @throws IllegalArgumentException if n is negative
     */
    default double[] samples(int n, RandomGenerator random) {
        double[] samples = new double[Require.atLeast("Distribution.samples: n", 0, n)];
        for (int i = 0; i < n; i++) {
            samples[i] = sample(random);
        }
        return samples;
    }
}
