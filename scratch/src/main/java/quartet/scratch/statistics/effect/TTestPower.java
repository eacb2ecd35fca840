package quartet.scratch.statistics.effect;

import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.calculus.integral.GaussKronrod;
import quartet.scratch.probability.continuous.ChiSquared;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.probability.continuous.StudentT;
import quartet.scratch.statistics.hypothesis.Alternative;

/**
 * The power of t tests: the probability that a test finds an effect that exists.
 * <pre>{@code
 * T = (Z + delta) / sqrt(V / k),   Z standard normal, V chi-squared with k degrees of freedom     (noncentral t)
 * two samples   delta = d sqrt(n1 n2 / (n1 + n2)),   k = n1 + n2 - 2
 * one sample    delta = d sqrt(n),                   k = n - 1            (also for pairs, d of their differences)
 * power         P(T rejects) = P(|T| > t),  P(T > t) or P(T < -t),   t the critical value of the central distribution
 * P(T <= t)     = integral of Phi(t sqrt(v / k) - delta) times the density of V
 * }</pre>
 * d is Cohen's effect size. The integral is adaptive, with an absolute error below 1e-10.
 * Source: Cohen (1988), section 2.3; Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions, volume 2 (1995),
 * chapter 31.
 *
 * @param significance the probability of rejecting a true hypothesis, in (0, 1), such as 0.05
 * @param alternative the alternative hypothesis of the test
 */
public record TTestPower(double significance, Alternative alternative) {

    private static final double ACCURACY = 1e-11;
    /** The mass of the chi-squared distribution beyond each end of the integral. */
    private static final double OMITTED = 1e-13;

    private static final int LARGEST_SAMPLE = 100_000_000;

    /** Rejects a significance outside (0, 1). */
    public TTestPower {
        Require.notNull("TTestPower", "alternative", alternative);
        Require.insideUnitInterval("TTestPower: significance", significance);
    }

    /**
     * Returns the power of the pooled test of two samples.
     *
     * @param effect d, the difference of the means in standard deviations
     * @param n1 the size of the first sample, at least 2
     * @param n2 the size of the second sample, at least 2
     * @throws IllegalArgumentException if the effect is not finite or a size is below 2
     */
    public double twoSamples(double effect, int n1, int n2) {
        Require.finite("TTestPower.twoSamples: effect", effect);
        Require.atLeast("TTestPower.twoSamples: n1", 2, n1);
        Require.atLeast("TTestPower.twoSamples: n2", 2, n2);
        double delta = effect * Math.sqrt((double) n1 * n2 / ((double) n1 + n2));
        return power(delta, n1 + n2 - 2.0);
    }

    /**
     * Returns the power of the test of one sample or of pairs.
     *
     * @param effect d, the distance of the mean from the hypothesis in standard deviations
     * @param n the size of the sample, at least 2
     * @throws IllegalArgumentException if the effect is not finite or the size is below 2
     */
    public double oneSample(double effect, int n) {
        Require.finite("TTestPower.oneSample: effect", effect);
        Require.atLeast("TTestPower.oneSample: n", 2, n);
        return power(effect * Math.sqrt(n), n - 1.0);
    }

    /**
     * Returns the smallest size of each of two equal samples with the given power.
     *
     * @param effect d, not 0, in the direction of the alternative
     * @param power the power to reach, in (significance, 1)
     * @throws IllegalArgumentException if the power is out of range
     * @throws NonConvergenceException if 100 million observations do not suffice, for example because the effect has the
     *     wrong sign
     */
    public int sampleSizeOfTwo(double effect, double power) {
        Require.that(
                power > significance && power < 1,
                "TTestPower.sampleSizeOfTwo: expected a power in (%s, 1), but was %s",
                significance,
                power);
        int low = 1;
        int high = 2;
        while (twoSamples(effect, high, high) < power) {
            low = high;
            high *= 2;
            if (high > LARGEST_SAMPLE) {
                throw new NonConvergenceException(
                        "TTestPower.sampleSizeOfTwo: expected an effect that " + LARGEST_SAMPLE
                                + " observations show, but was " + effect + " with the alternative " + alternative);
            }
        }
        while (low + 1 < high) {
            int middle = (low + high) / 2;
            if (twoSamples(effect, middle, middle) >= power) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private double power(double delta, double degrees) {
        StudentT central = new StudentT(degrees);
        return switch (alternative) {
            case TWO_SIDED -> {
                double t = central.survivalQuantile(significance / 2);
                yield upperTail(t, delta, degrees) + upperTail(t, -delta, degrees);
            }
            case GREATER -> upperTail(central.survivalQuantile(significance), delta, degrees);
            case LESS -> upperTail(central.survivalQuantile(significance), -delta, degrees);
        };
    }

    /** Returns P(T > t) of the noncentral distribution. */
    private static double upperTail(double t, double delta, double degrees) {
        ChiSquared chiSquared = new ChiSquared(degrees);
        double from = chiSquared.quantile(OMITTED);
        double to = chiSquared.survivalQuantile(OMITTED);
        // With v = s^2 the density has no pole at 0.
        return GaussKronrod.integrate(
                        s -> 2
                                * s
                                * chiSquared.density(s * s)
                                * Normal.STANDARD.survival(t * s / Math.sqrt(degrees) - delta),
                        Math.sqrt(from),
                        Math.sqrt(to),
                        ACCURACY,
                        0)
                .value();
    }
}
