package quartet.scratch.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import quartet.scratch.argument.RequireArray;

/**
 * The cumulative counts of positives and negatives by decreasing score. Rows of equal score are counted together,
 * because no threshold separates them.
 *
 * @param thresholds the distinct scores, in decreasing order
 * @param truePositives the number of positives with a score of at least the threshold
 * @param falsePositives the number of negatives with a score of at least the threshold
 */
record RankedScores(double[] thresholds, int[] truePositives, int[] falsePositives) {

    static RankedScores of(String owner, boolean[] positive, double[] scores) {
        RequireArray.sameLength(owner, "scores", positive.length, scores.length);
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException(owner + ": expected scores, but was NaN at position " + i);
            }
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] thresholds = new double[order.length];
        int[] truePositives = new int[order.length];
        int[] falsePositives = new int[order.length];
        int groups = 0;
        int positives = 0;
        for (int i = 0; i < order.length; i++) {
            positives += positive[order[i]] ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                thresholds[groups] = scores[order[i]];
                truePositives[groups] = positives;
                falsePositives[groups] = i + 1 - positives;
                groups++;
            }
        }
        return new RankedScores(
                Arrays.copyOf(thresholds, groups),
                Arrays.copyOf(truePositives, groups),
                Arrays.copyOf(falsePositives, groups));
    }

    int size() {
        return thresholds.length;
    }

    int positives() {
        return truePositives[size() - 1];
    }

    int negatives() {
        return falsePositives[size() - 1];
    }
}
