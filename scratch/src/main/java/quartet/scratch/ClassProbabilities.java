package quartet.scratch;

import java.util.List;
import java.util.Locale;
import quartet.datasets.Targets;
import quartet.scratch.evaluation.ConfusionMatrix;
import quartet.scratch.nn.activation.Softmax;
import quartet.scratch.tensor.Tensor;

/** The predictions of a classifier. */
final class ClassProbabilities {
    private ClassProbabilities() {}

    /** Returns the softmax of logits [rows, classes] as an array [rows][classes]. */
    static float[][] of(Tensor logits) {
        Tensor probabilities = new Softmax().forward(logits, false);
        int classes = logits.dimension(1);
        float[][] rows = new float[logits.dimension(0)][classes];
        for (int row = 0; row < rows.length; row++) {
            for (int c = 0; c < classes; c++) {
                rows[row][c] = (float) probabilities.get(row * classes + c);
            }
        }
        return rows;
    }

    /** Returns the share of the rows whose most probable class is their label. */
    static double accuracy(Targets targets, float[][] probabilities) {
        Targets.Classes classes = targets.asClasses();
        int[] predicted = new int[probabilities.length];
        for (int row = 0; row < predicted.length; row++) {
            predicted[row] = mostProbable(probabilities[row]);
        }
        return ConfusionMatrix.of(classes.labels(), predicted, classes.classes())
                .accuracy();
    }

    /** Returns the name of the most probable class and its probability, such as {@code Sandal (0.98)}. */
    static String mostProbable(List<String> classes, float[] probabilities) {
        int best = mostProbable(probabilities);
        return String.format(Locale.ROOT, "%s (%.2f)", classes.get(best), probabilities[best]);
    }

    private static int mostProbable(float[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        return best;
    }
}
