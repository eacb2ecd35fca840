package quartet.dl4j;

import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

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
        int best = Nd4j.createFromArray(probabilities).argMax().getInt();
        return String.format(Locale.ROOT, "%s (%.2f)", classes.get(best), probabilities[best]);
    }
}
