package quartet.harness.results;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;

/**
 * A mean over seeds with its confidence interval by Student's t distribution, at the level of {@link Ratio}.
 *
 * <pre>{@code
 * low, high = mean -+ t(0.995, n - 1) s / sqrt(n)
 * }</pre>
 *
 * @param mean of all values
 * @param low end of the interval
 * @param high end of the interval
 * @param seeds the number of values, 2 or more
 */
public record Interval(double mean, double low, double high, int seeds) {

    public static Interval of(double[] values) {
        int n = values.length;
        if (n < 2) {
            throw new IllegalArgumentException("Interval: expected 2 values or more, but was " + n);
        }
        double mean = StatUtils.mean(values);
        double t = new TDistribution(n - 1).inverseCumulativeProbability((1 + Ratio.CONFIDENCE) / 2);
        double half = t * Math.sqrt(StatUtils.variance(values) / n);
        return new Interval(mean, mean - half, mean + half, n);
    }

    /** Returns whether the interval contains 0. */
    public boolean containsZero() {
        return low <= 0 && high >= 0;
    }
}
