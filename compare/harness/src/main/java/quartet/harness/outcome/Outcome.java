package quartet.harness.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartet.contract.Tensor;
import quartet.contract.experiment.Scores;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;
import quartet.datasets.Targets;

/**
 * The predictions of one run's final network for the test set.
 *
 * @param confusion the number of rows by actual class, then by predicted class; empty for a regression
 * @param pairs targets and predictions of a regression, at most {@value #PAIRS}, evenly spaced in the test set
 * @param residuals quantiles of a regression's residuals over the whole test set
 * @param wrongRows the number of misclassified images or texts; 0 for tables
 * @param mistakes the first {@value #MISTAKES} of these rows in the order of {@link TestSet#order}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Outcome(
        List<List<Integer>> confusion,
        List<Pair> pairs,
        @Nullable Residuals residuals,
        int wrongRows,
        List<Mistake> mistakes) {
    /** The largest number of pairs. */
    public static final int PAIRS = 300;
    /** The largest number of mistakes. */
    public static final int MISTAKES = 60;

    public Outcome {
        confusion = confusion.stream().map(List::copyOf).toList();
        pairs = List.copyOf(pairs);
        mistakes = List.copyOf(mistakes);
    }

    /** The target of a test row and its prediction, in the target's own unit. */
    public record Pair(int row, double actual, double predicted) {}

    /** The class of a test row and the predicted class. */
    public record Mistake(int row, int actual, int predicted) {}

    /**
     * Computes the outcome from predictions.
     *
     * @param predictions [rows of the test set, outputs]
     */
    public static Outcome of(PreparedData data, Tensor predictions) {
        if (data.test().targets() instanceof Targets.Classes classes) {
            int[] predicted = Scores.argmax(predictions);
            boolean shown = data.kind() == Kind.IMAGES || data.kind() == Kind.TEXTS;
            List<Mistake> mistakes = shown ? mistakes(classes.labels(), predicted) : List.of();
            return new Outcome(
                    confusion(classes, predicted),
                    List.of(),
                    null,
                    mistakes.size(),
                    mistakes.subList(0, Math.min(MISTAKES, mistakes.size())));
        }
        float[] scaled = data.test().targets().asValues().values();
        double[] actual = new double[scaled.length];
        double[] residuals = new double[scaled.length];
        for (int row = 0; row < scaled.length; row++) {
            actual[row] = data.targetScale().unscale(scaled[row]);
            residuals[row] = data.targetScale().unscale(predictions.data()[row]) - actual[row];
        }
        return new Outcome(List.of(), pairs(actual, residuals), Residuals.of(residuals), 0, List.of());
    }

    private static List<List<Integer>> confusion(Targets.Classes actual, int[] predicted) {
        int classes = actual.classes();
        Integer[][] counts = new Integer[classes][classes];
        for (Integer[] row : counts) {
            Arrays.fill(row, 0);
        }
        for (int row = 0; row < predicted.length; row++) {
            counts[actual.labels()[row]][predicted[row]]++;
        }
        return Arrays.stream(counts).map(List::of).toList();
    }

    private static List<Mistake> mistakes(int[] actual, int[] predicted) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int row : TestSet.order(actual.length)) {
            if (actual[row] != predicted[row]) {
                mistakes.add(new Mistake(row, actual[row], predicted[row]));
            }
        }
        return mistakes;
    }

    private static List<Pair> pairs(double[] actual, double[] residuals) {
        int count = Math.min(PAIRS, actual.length);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = (int) ((long) i * actual.length / count);
            pairs.add(new Pair(row, actual[row], actual[row] + residuals[row]));
        }
        return pairs;
    }
}
