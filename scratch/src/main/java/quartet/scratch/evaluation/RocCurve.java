package quartet.scratch.evaluation;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;

/**
 * The receiver operating characteristic (ROC) curve: the true positive rate against the false positive rate.
 * <pre>{@code
 * at threshold t:  x = #(negatives with score >= t) / #negatives,   y = #(positives with score >= t) / #positives
 * area = trapezoids under the curve = U / (#positives #negatives)
 * U = #(pairs with the positive's score above) + 1/2 #(pairs of equal score)      (Mann and Whitney)
 * }</pre>
 * The area is the probability that a random positive has a higher score than a random negative. It is 1/2 for a random
 * ranking. Rows of equal score share one diagonal segment, which counts a tie as one half.
 * Source: Fawcett (2006), "An Introduction to ROC Analysis", algorithms 1 and 2.
 *
 * @param points the points from (0, 0), with threshold infinity, to (1, 1)
 */
public record RocCurve(List<Point> points) {

    /**
     * A point of the curve.
     *
     * @param threshold the lowest score that is classified as positive
     * @param falsePositiveRate in [0, 1]
     * @param truePositiveRate in [0, 1]
     */
    public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

    /** Creates a curve of the given points. */
    public RocCurve {
        Require.notNull("RocCurve", "points", points);
        points = List.copyOf(points);
    }

    /**
     * Returns the curve of the given scores. Only their order matters.
     *
     * @param positive whether each row is positive [rows]
     * @param scores the scores [rows], higher for more likely positives; infinite scores are allowed
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

    /** Returns the area under the curve, in [0, 1]. */
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
