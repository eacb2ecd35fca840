package quartet.scratch.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import quartet.scratch.argument.RequireArray;

/**
 * The confusion matrix of a classifier, and the scores derived from it.
 * <pre>{@code
 * C_ij = number of rows of class i that were predicted as j
 * class c:  TP = C_cc,  FP = sum_{i != c} C_ic,  FN = sum_{j != c} C_cj
 * }</pre>
 * Source: Manning, Raghavan, Schütze (2008), Introduction to Information Retrieval, sections 8.3 and 13.6.
 */
public final class ConfusionMatrix {

    private final long[][] counts;

    private ConfusionMatrix(long[][] counts) {
        this.counts = counts;
    }

    /**
     * Counts the pairs of true and predicted class.
     *
     * @param labels the true classes [rows], from 0
     * @param predicted the predicted classes [rows]
     * @param classes the number of classes, including those without rows
     * @throws IllegalArgumentException if there is no row, the lengths differ or a label is not in [0, classes)
     */
    public static ConfusionMatrix of(int[] labels, int[] predicted, int classes) {
        RequireArray.sameLength("ConfusionMatrix", "predictions", labels.length, predicted.length);
        RequireArray.labels("ConfusionMatrix", labels, classes);
        RequireArray.labels("ConfusionMatrix", predicted, classes);
        long[][] counts = new long[classes][classes];
        for (int row = 0; row < labels.length; row++) {
            counts[labels[row]][predicted[row]]++;
        }
        return new ConfusionMatrix(counts);
    }

    /** Returns the number of classes. */
    public int classes() {
        return counts.length;
    }

    /** Returns the number of rows of class {@code label} that were predicted as {@code predicted}. */
    public long count(int label, int predicted) {
        RequireArray.labels("ConfusionMatrix.count", new int[] {label, predicted}, classes());
        return counts[label][predicted];
    }

    /** Returns the accuracy, the fraction of rows whose class was predicted correctly. */
    public double accuracy() {
        return (double) correct() / total();
    }

    /**
     * Returns Matthews' correlation coefficient in [-1, 1], the correlation of the one-hot labels and predictions.
     * <pre>{@code
     * (n sum_c C_cc - sum_c t_c p_c) / sqrt((n^2 - sum_c p_c^2)(n^2 - sum_c t_c^2)),   t, p = row and column sums
     * }</pre>
     * It is 0 for a constant prediction, also if all labels are equal. Unlike accuracy it does not reward a preference
     * for the frequent class.
     * Source: Matthews (1975); Gorodkin (2004), "Comparing Two K-Category Assignments by a K-Category Correlation
     * Coefficient".
     */
    public double matthewsCorrelation() {
        double n = total();
        double product = 0;
        double presentSquares = 0;
        double claimedSquares = 0;
        for (int c = 0; c < classes(); c++) {
            product += (double) present(c) * claimed(c);
            presentSquares += (double) present(c) * present(c);
            claimedSquares += (double) claimed(c) * claimed(c);
        }
        double scale = Math.sqrt(n * n - claimedSquares) * Math.sqrt(n * n - presentSquares);
        return scale == 0 ? 0 : (n * correct() - product) / scale;
    }

    /**
     * Returns Cohen's kappa in [-1, 1], the agreement of labels and predictions beyond that of chance.
     * <pre>{@code (accuracy - e) / (1 - e),   e = sum_c t_c p_c / n^2,   t, p = row and column sums}</pre>
     * Source: Cohen (1960), "A Coefficient of Agreement for Nominal Scales".
     *
     * @throws IllegalStateException if all labels and all predictions are the same class, where kappa is 0 / 0
     */
    public double cohensKappa() {
        double n = total();
        double chance = 0;
        for (int c = 0; c < classes(); c++) {
            chance += present(c) / n * (claimed(c) / n);
        }
        if (chance == 1) {
            throw new IllegalStateException(
                    "ConfusionMatrix.cohensKappa: expected two classes among labels and predictions, but was one");
        }
        return (accuracy() - chance) / (1 - chance);
    }

    /**
     * Returns precision, recall and F1 of one class against all others.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    public PrecisionRecall ofClass(int c) {
        RequireArray.labels("ConfusionMatrix.ofClass", new int[] {c}, classes());
        return PrecisionRecall.of(counts[c][c], claimed(c) - counts[c][c], present(c) - counts[c][c]);
    }

    /**
     * Returns the unweighted means over the classes. A class that is neither present nor predicted is skipped. F1 is
     * the mean of the F1 scores of the classes.
     */
    public PrecisionRecall macro() {
        List<PrecisionRecall> scores = new ArrayList<>();
        for (int c = 0; c < classes(); c++) {
            if (present(c) + claimed(c) > 0) {
                scores.add(ofClass(c));
            }
        }
        return new PrecisionRecall(
                mean(scores, PrecisionRecall::precision),
                mean(scores, PrecisionRecall::recall),
                mean(scores, PrecisionRecall::f1));
    }

    /**
     * Returns the scores of the pooled counts of all classes. With one label per row, every error is a false positive
     * of one class and a false negative of another, so all three scores are equal to the accuracy.
     */
    public PrecisionRecall micro() {
        long truePositives = 0;
        long falsePositives = 0;
        long falseNegatives = 0;
        for (int c = 0; c < classes(); c++) {
            truePositives += counts[c][c];
            falsePositives += claimed(c) - counts[c][c];
            falseNegatives += present(c) - counts[c][c];
        }
        return PrecisionRecall.of(truePositives, falsePositives, falseNegatives);
    }

    /** Returns the counts, one row for each true class. */
    @Override
    public String toString() {
        return Arrays.deepToString(counts);
    }

    private long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    private long correct() {
        return IntStream.range(0, classes()).mapToLong(c -> counts[c][c]).sum();
    }

    private long present(int c) {
        return Arrays.stream(counts[c]).sum();
    }

    private long claimed(int c) {
        return Arrays.stream(counts).mapToLong(row -> row[c]).sum();
    }

    private static double mean(List<PrecisionRecall> scores, ToDoubleFunction<PrecisionRecall> part) {
        return scores.stream().mapToDouble(part).average().orElseThrow();
    }
}
