package quartet.scratch.nn.loss;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import quartet.scratch.argument.Require;

/**
 * Options of a {@link SoftmaxCrossEntropy}.
 *
 * <pre>{@code CrossEntropySettings.none().ignoring(0).smoothing(0.1) }</pre>
 *
 * @param ignored the target whose rows are ignored, such as padding; it need not be a class
 * @param smoothing the share in [0, 1) of the target's probability that all classes divide among themselves
 * @param classWeights the weight of each class, finite and at least 0; empty for equal weights
 */
public record CrossEntropySettings(OptionalInt ignored, double smoothing, List<Double> classWeights) {
    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if smoothing is not in [0, 1) or a weight is negative or not finite
     */
    public CrossEntropySettings {
        Require.notNull("CrossEntropySettings", "ignored", ignored);
        Require.notNull("CrossEntropySettings", "class weights", classWeights);
        Require.decay("CrossEntropySettings", "smoothing", smoothing);
        classWeights = List.copyOf(classWeights);
        for (double weight : classWeights) {
            Require.notNegative("CrossEntropySettings", "class weight", weight);
        }
    }

    /** Returns the settings of the plain mean over all rows. */
    public static CrossEntropySettings none() {
        return new CrossEntropySettings(OptionalInt.empty(), 0, List.of());
    }

    /** Returns these settings with a target whose rows are ignored. */
    public CrossEntropySettings ignoring(int target) {
        return new CrossEntropySettings(OptionalInt.of(target), smoothing, classWeights);
    }

    /** Returns these settings with label smoothing. */
    public CrossEntropySettings smoothing(double share) {
        return new CrossEntropySettings(ignored, share, classWeights);
    }

    /** Returns these settings with a weight for each class. */
    public CrossEntropySettings weights(double... weights) {
        Require.notNull("CrossEntropySettings", "weights", weights);
        return new CrossEntropySettings(
                ignored, smoothing, DoubleStream.of(weights).boxed().toList());
    }

    boolean ignores(int target) {
        return ignored.isPresent() && ignored.getAsInt() == target;
    }

    double weight(int target) {
        return classWeights.isEmpty() ? 1 : classWeights.get(target);
    }

    boolean isPlain() {
        return ignored.isEmpty() && smoothing == 0 && classWeights.isEmpty();
    }
}
