package quartet.scratch.statistics;

import java.util.Arrays;
import quartet.scratch.argument.RequireArray;

/**
 * A summary of a sample: its moments and Tukey's five-number summary.
 * Source: Tukey, Exploratory Data Analysis (1977), chapter 2; {@link Quantiles} for the quartiles.
 *
 * @param count n
 * @param mean the arithmetic mean
 * @param standardDeviation the standard deviation, with divisor n - 1
 * @param minimum the smallest observation
 * @param lowerQuartile the 0.25-quantile
 * @param median the 0.5-quantile
 * @param upperQuartile the 0.75-quantile
 * @param maximum the largest observation
 */
public record Summary(
        long count,
        double mean,
        double standardDeviation,
        double minimum,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double maximum) {

    /**
     * Summarizes a sample.
     *
     * @throws IllegalArgumentException if there are fewer than 2 observations or one is not finite
     */
    public static Summary of(double[] sample) {
        double[] sorted = RequireArray.sample("Summary.of", sample, 2).clone();
        Arrays.sort(sorted);
        RunningMoments moments = RunningMoments.of(sample);
        return new Summary(
                moments.count(),
                moments.mean(),
                moments.standardDeviation(),
                moments.minimum(),
                Quantiles.ofSorted(sorted, 0.25),
                Quantiles.ofSorted(sorted, 0.5),
                Quantiles.ofSorted(sorted, 0.75),
                moments.maximum());
    }

    /** Returns the difference between the upper and the lower quartile. */
    public double interquartileRange() {
        return upperQuartile - lowerQuartile;
    }
}
