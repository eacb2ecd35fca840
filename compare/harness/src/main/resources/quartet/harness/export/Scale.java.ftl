package quartet.datasets;

import java.util.Arrays;

/**
 * Standardization with the statistics of training values.
 *
 * <pre>{@code z = (x - mean) / deviation}</pre>
 *
 * @param mean of the training values
 * @param deviation the population standard deviation of the training values; 1 if they are constant
 */
public record Scale(double mean, double deviation) {

    /** Returns the scale of values. NaN stands for a missing value and is ignored. */
    static Scale of(double[] values) {
        double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(present).average().orElse(0);
        double variance = Arrays.stream(present).map(value -> (value - mean) * (value - mean)).average().orElse(0);
        // The rounding errors of constant values must not be scaled to unit variance.
        boolean constant = Math.sqrt(variance) <= 1e-12 * Math.max(1, Math.abs(mean));
        return new Scale(mean, constant ? 1 : Math.sqrt(variance));
    }

    /** Returns the standardized value. A missing value, NaN, becomes 0, the mean. */
    double standardize(double value) {
        return Double.isNaN(value) ? 0 : (value - mean) / deviation;
    }
}
