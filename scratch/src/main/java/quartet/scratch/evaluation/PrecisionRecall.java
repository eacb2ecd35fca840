package quartet.scratch.evaluation;

/**
 * Precision, recall and F1 of a binary classification.
 * <pre>{@code precision = TP / (TP + FP);   recall = TP / (TP + FN);   F1 = 2 TP / (2 TP + FP + FN)}</pre>
 * F1 is the harmonic mean of precision and recall.
 * Source: Manning, Raghavan, Schütze (2008), Introduction to Information Retrieval, section 8.3.
 *
 * @param precision in [0, 1]
 * @param recall in [0, 1]
 * @param f1 in [0, 1]
 */
public record PrecisionRecall(double precision, double recall, double f1) {

    /** Computes the scores from counts. A ratio with denominator 0 is 0, as in scikit-learn. */
    static PrecisionRecall of(long truePositives, long falsePositives, long falseNegatives) {
        return new PrecisionRecall(
                ratio(truePositives, truePositives + falsePositives),
                ratio(truePositives, truePositives + falseNegatives),
                ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives));
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
