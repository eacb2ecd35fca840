package quartet.datasets;

/**
 * The affine map between a regression target in its own unit and the scaled target that a network predicts.
 *
 * <pre>{@code scaled = (value - mean) / deviation;   value = scaled * deviation + mean}</pre>
 *
 * <p>The mean and the population standard deviation are those of the training set.
 */
public record TargetScale(double mean, double deviation) {
    /** The identity, for targets that are not scaled, such as classes. */
    public static final TargetScale IDENTITY = new TargetScale(0, 1);

    /** Returns the scale of these training targets. The deviation of a constant target is 1. */
    public static TargetScale of(double[] values) {
        double[] meanAndDeviation = Standardizer.meanAndDeviation(values);
        return new TargetScale(meanAndDeviation[0], meanAndDeviation[1]);
    }

    /** Converts a target in its own unit to the scaled target. */
    public float scale(double value) {
        return (float) ((value - mean) / deviation);
    }

    /** Converts a scaled target to its own unit. */
    public double unscale(double scaled) {
        return scaled * deviation + mean;
    }
}
