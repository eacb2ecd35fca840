package quartet.djl.tensorflow;

import ai.djl.modality.Classifications;
import java.util.List;
import java.util.stream.IntStream;

/** The most probable class of a prediction, as DJL's Classifications. */
final class MostProbable {
    private MostProbable() {}

    /**
     * Picks the class with the greatest probability.
     *
     * @param classes names by index
     * @param probabilities by index
     */
    static Classifications.Classification of(List<String> classes, float[] probabilities) {
        List<Double> byIndex = IntStream.range(0, probabilities.length)
                .mapToObj(index -> (double) probabilities[index])
                .toList();
        return new Classifications(classes, byIndex).best();
    }
}
