package quartet.djl.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import quartet.datasets.Features;

/**
 * Translates features to the input of a classifier, and its logits to class probabilities [rows][classes]. It handles a
 * whole batch at once; DJL's own translators handle one row.
 */
final class ClassProbabilities implements NoBatchifyTranslator<Features, float[][]> {

    @Override
    public NDList processInput(TranslatorContext context, Features features) {
        return new NDList(ExampleDataset.features(context.getNDManager(), features));
    }

    @Override
    public float[][] processOutput(TranslatorContext context, NDList logits) {
        NDArray probabilities = logits.singletonOrThrow().softmax(1);
        int classes = (int) probabilities.size(1);
        float[] values = probabilities.toFloatArray();
        float[][] rows = new float[(int) probabilities.size(0)][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(values, row * classes, (row + 1) * classes));
        return rows;
    }

    /** Returns the name of the most probable class and its probability, such as {@code Sandal (0.98)}. */
    static String mostProbable(List<String> classes, float[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        return String.format(Locale.ROOT, "%s (%.2f)", classes.get(best), probabilities[best]);
    }
}
