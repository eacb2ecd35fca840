package quartet.scratch.statistics;

import java.util.Arrays;
import quartet.scratch.argument.RequireArray;

/**
 * Quantiles of a sample, by linear interpolation between order statistics.
 * <pre>{@code h = (n - 1) p,   Q(p) = x_(floor h) + (h - floor h) (x_(floor h + 1) - x_(floor h))
 * x sorted, counted from 0}</pre>
 * R and NumPy use this definition by default.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages" (1996), definition 7.
 */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Returns the p-quantile.
     *
     * @param p in [0, 1]; 0 is the minimum, 0.5 the median, 1 the maximum
     * @throws IllegalArgumentException if the sample is empty or not finite, or p out of range
     */
    public static double of(double[] sample, double p) {
        double[] sorted = RequireArray.sample("Quantiles.of", sample, 1).clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, p);
    }

    /**
     * Returns the median.
     *
     * @throws IllegalArgumentException if the sample is empty or not finite
     */
    public static double median(double[] sample) {
        return of(sample, 0.5);
    }

    /** Returns the p-quantile of a sorted, finite sample. */
    static double ofSorted(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("Quantiles.of: expected p in [0, 1], but was " + p);
        }
        double h = (sorted.length - 1) * p;
        int below = (int) h;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }
}
