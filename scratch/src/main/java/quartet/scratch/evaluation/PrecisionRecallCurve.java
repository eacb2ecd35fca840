package quartet.scratch.evaluation;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;

/**
 * The precision-recall curve, which is more informative than the ROC curve if positives are rare.
 * <pre>{@code
 * at threshold t:  precision_t = TP_t / (TP_t + FP_t),   recall_t = TP_t / #positives
 * average precision = sum_t (recall_t - recall_{t-1}) precision_t,   recall_{-1} = 0
 * }</pre>
 * The average precision sums rectangles instead of trapezoids, because precision is not linear in recall between two
 * points of the curve. Rows of equal score share one point.
 * Source: Davis, Goadrich (2006), "The Relationship Between Precision-Recall and ROC Curves", section 4; Manning,
 * Raghavan, Schütze (2008), section 8.4.
 *
 * @param points the points by decreasing threshold, with recall increasing to 1
 */
public record PrecisionRecallCurve(List<Point> points) {

    /**
     * A point of the curve.
     *
     * @param threshold the lowest score that is classified as positive
     * @param precision in [0, 1]
     * @param recall in [0, 1]
     */
    public record Point(double threshold, double precision, double recall) {}

    /** Creates a curve of the given points. */
    public PrecisionRecallCurve {
        Require.notNull("PrecisionRecallCurve", "points", points);
        points = List.copyOf(points);
    }

    /**
     * Returns the curve of the given scores. Only their order matters.
     *
     * @param positive whether each row is positive [rows]
     * @param scores the scores [rows], higher for more likely positives; infinite scores are allowed
     * @throws IllegalArgumentException if the lengths differ, a score is NaN, or no row is positive
     */
    public static PrecisionRecallCurve of(boolean[] positive, double[] scores) {
        RankedScores ranked = RankedScores.of("PrecisionRecallCurve", positive, scores);
        Require.atLeast("PrecisionRecallCurve", "positive rows", 1, ranked.positives());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            int found = ranked.truePositives()[i];
            points.add(new Point(
                    ranked.thresholds()[i],
                    (double) found / (found + ranked.falsePositives()[i]),
                    (double) found / ranked.positives()));
        }
        return new PrecisionRecallCurve(points);
    }

    /**
     * Returns the average precision, in (0, 1]. A random ranking has an expected value of about the fraction of
     * positives.
     */
    public double averagePrecision() {
        double sum = 0;
        double recall = 0;
        for (Point point : points) {
            sum += (point.recall() - recall) * point.precision();
            recall = point.recall();
        }
        return sum;
    }
}
