package quartet.datasets;

/**
 * The affine map between a target's own unit and what a network is trained on.
 *
 * <pre>{@code scaled = (value - mean) / deviation;   value = scaled * deviation + mean}</pre>
 *
 * Mean and standard deviation are those of the training set.
 */
public record TargetScale(double mean, double deviation) {
    /** For targets that are trained on as they are, such as class indices. */
    public static final TargetScale IDENTITY = new TargetScale(0, 1);

    /** The scale of these training targets; a constant target keeps deviation 1. */
    public static TargetScale of(double[] values) {
        double[] meanAndDeviation = Standardizer.meanAndDeviation(values);
        return new TargetScale(meanAndDeviation[0], meanAndDeviation[1]);
    }

    public float scale(double value) {
        return (float) ((value - mean) / deviation);
    }

    /** Back to the target's own unit. */
    public double unscale(double scaled) {
        return scaled * deviation + mean;
    }
}
