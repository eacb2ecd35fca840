package quartet.scratch.evaluation;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;

/**
 * The receiver operating characteristic: how many positives a threshold finds, against how many false alarms.
 * <pre>{@code
 * at threshold t:  x = #(negatives with score >= t) / #negatives,   y = #(positives with score >= t) / #positives
 * area = trapezoids under the curve = U / (#positives #negatives)
 * U = #(pairs with the positive's score above) + 1/2 #(pairs of equal score)      (Mann and Whitney)
 * }</pre>
 * So the area is the probability that a random positive gets a higher score than a random negative: 1/2 for guessing.
 * Rows of equal score make one slanted step, which is what the half for ties means. Source: Fawcett (2006), "An
 * Introduction to ROC Analysis", algorithms 1 and 2.
 *
 * @param points from (0, 0), threshold infinity, to (1, 1)
 */
public record RocCurve(List<Point> points) {

    /**
     * One threshold.
     *
     * @param threshold rows with at least this score are called positive
     * @param falsePositiveRate in [0, 1]
     * @param truePositiveRate in [0, 1]
     */
    public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

    /** A curve of the given points. */
    public RocCurve {
        points = List.copyOf(points);
    }

    /**
     * The curve of scores, of which only the order matters.
     *
     * @param positive whether each row is positive [rows]
     * @param scores the higher, the more positive [rows]; infinite ones are allowed
     * @throws IllegalArgumentException if the lengths differ, a score is NaN, or one of the classes has no row
     */
    public static RocCurve of(boolean[] positive, double[] scores) {
        RankedScores ranked = RankedScores.of("RocCurve", positive, scores);
        Require.atLeast("RocCurve", "positive rows", 1, ranked.positives());
        Require.atLeast("RocCurve", "negative rows", 1, ranked.negatives());
        List<Point> points = new ArrayList<>();
        points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
        for (int i = 0; i < ranked.size(); i++) {
            points.add(new Point(
                    ranked.thresholds()[i],
                    (double) ranked.falsePositives()[i] / ranked.negatives(),
                    (double) ranked.truePositives()[i] / ranked.positives()));
        }
        return new RocCurve(points);
    }

    /** The area under the curve, in [0, 1]. */
    public double area() {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double width = to.falsePositiveRate() - from.falsePositiveRate();
            area += width * (from.truePositiveRate() + to.truePositiveRate()) / 2;
        }
        return area;
    }
}
