package quartet.scratch.evaluation;

/**
 * How far a claim can be trusted, and how much of what is there it finds.
 * <pre>{@code precision = TP / (TP + FP);   recall = TP / (TP + FN);   F1 = 2 TP / (2 TP + FP + FN)}</pre>
 * F1 is the harmonic mean of the two. Source: Manning, Raghavan, Schütze (2008), Introduction to Information Retrieval,
 * section 8.3.
 *
 * @param precision in [0, 1]
 * @param recall in [0, 1]
 * @param f1 in [0, 1]
 */
public record PrecisionRecall(double precision, double recall, double f1) {

    /** From counts; a ratio without a denominator is 0, as in scikit-learn. */
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
