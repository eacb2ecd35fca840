package quartet.djl.tensorflow;

import ai.djl.modality.Classifications;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The most probable class of a prediction. */
final class MostProbable {
    private MostProbable() {}

    /**
     * Returns the name of the most probable class and its probability, such as {@code Sandal (0.98)}.
     *
     * @param classes names by index
     * @param probabilities by index
     */
    static String of(List<String> classes, float[] probabilities) {
        List<Double> byIndex = IntStream.range(0, probabilities.length)
                .mapToObj(index -> (double) probabilities[index])
                .toList();
        Classifications.Classification best = new Classifications(classes, byIndex).best();
        return String.format(Locale.ROOT, "%s (%.2f)", best.getClassName(), best.getProbability());
    }
}
