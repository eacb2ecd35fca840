package quartet.scratch.evaluation;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;

/**
 * Precision against recall while a threshold falls: what to look at when positives are rare.
 * <pre>{@code
 * at threshold t:  precision_t = TP_t / (TP_t + FP_t),   recall_t = TP_t / #positives
 * average precision = sum_t (recall_t - recall_{t-1}) precision_t,   recall_{-1} = 0
 * }</pre>
 * The sum of rectangles, not of trapezoids: between two points of this curve precision is not linear in recall. Rows of
 * equal score make one point. Source: Davis, Goadrich (2006), "The Relationship Between Precision-Recall and ROC
 * Curves", section 4; Manning, Raghavan, Schütze (2008), section 8.4.
 *
 * @param points in order of falling threshold, recall rising to 1
 */
public record PrecisionRecallCurve(List<Point> points) {

    /**
     * One threshold.
     *
     * @param threshold rows with at least this score are called positive
     * @param precision in [0, 1]
     * @param recall in [0, 1]
     */
    public record Point(double threshold, double precision, double recall) {}

    /** A curve of the given points. */
    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }

    /**
     * The curve of scores, of which only the order matters.
     *
     * @param positive whether each row is positive [rows]
     * @param scores the higher, the more positive [rows]; infinite ones are allowed
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

    /** The average precision, in (0, 1]; guessing reaches about the share of positives. */
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
