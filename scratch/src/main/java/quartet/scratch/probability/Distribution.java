package quartet.scratch.probability;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;

/** What all distributions of a number share: moments and sampling. */
public interface Distribution {

    /** The expected value; NaN where it does not exist (Cauchy), infinite where it diverges. */
    double mean();

    /** The expected squared distance from the mean; NaN where it does not exist, infinite where it diverges. */
    double variance();

    /** The square root of the variance. */
    default double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Draws one number; a generator of equal seed and kind draws equal numbers. */
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
