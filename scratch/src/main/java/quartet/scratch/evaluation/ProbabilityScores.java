package quartet.scratch.evaluation;

import quartet.scratch.argument.RequireArray;

/**
 * Proper scoring rules of predicted probabilities. Their expected value is smallest for the true probabilities.
 * Source: Gneiting, Raftery (2007), "Strictly Proper Scoring Rules, Prediction, and Estimation", section 3.
 */
public final class ProbabilityScores {

    /** The log loss clips probabilities to [CLIP, 1 - CLIP]. With 2^-52 the loss of one row is at most 36.05 nats. */
    public static final double CLIP = 0x1p-52;

    private ProbabilityScores() {}

    /**
     * Returns the cross-entropy of labels and predicted probabilities, in nats.
     * <pre>{@code L = -1/n sum_i log clip(p_i[label_i])}</pre>
     * {@link #CLIP} keeps the loss finite if the predicted probability of the true class is 0. The other probabilities
     * of the row are not adjusted.
     *
     * @param labels the true classes [rows]
     * @param probabilities [rows, classes], each row with sum 1 up to 1e-6
     * @throws IllegalArgumentException if the lengths differ, there is no row, or the rows are not distributions
     */
    public static double logLoss(int[] labels, double[][] probabilities) {
        RequireArray.distributions("logLoss", labels, probabilities);
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            sum -= Math.log(clip(probabilities[row][labels[row]]));
        }
        return sum / labels.length;
    }

    /**
     * Returns the log loss of a binary classifier, in nats.
     * <pre>{@code L = -1/n sum_i (t_i log clip(p_i) + (1 - t_i) log(1 - clip(p_i)))}</pre>
     *
     * @param positive t, whether each row is positive [rows]
     * @param probabilities p, the predicted probabilities of the positive class [rows]
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a number is outside [0, 1]
     */
    public static double logLoss(boolean[] positive, double[] probabilities) {
        requirePairs("logLoss", positive, probabilities);
        double sum = 0;
        for (int row = 0; row < positive.length; row++) {
            double p = clip(probabilities[row]);
            sum -= positive[row] ? Math.log(p) : Math.log1p(-p);
        }
        return sum / positive.length;
    }

    /**
     * Returns the Brier score, the mean squared error of predicted probabilities.
     * <pre>{@code B = 1/n sum_i (p_i - t_i)^2}</pre>
     * Source: Brier (1950), "Verification of Forecasts Expressed in Terms of Probability". Deviation: the score is
     * halved, as is usual for two classes, so that it lies in [0, 1].
     *
     * @param positive t, whether each row is positive [rows]
     * @param probabilities p, the predicted probabilities of the positive class [rows]
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a number is outside [0, 1]
     */
    public static double brierScore(boolean[] positive, double[] probabilities) {
        requirePairs("brierScore", positive, probabilities);
        double sum = 0;
        for (int row = 0; row < positive.length; row++) {
            double difference = probabilities[row] - (positive[row] ? 1 : 0);
            sum += difference * difference;
        }
        return sum / positive.length;
    }

    private static double clip(double probability) {
        return Math.min(1 - CLIP, Math.max(CLIP, probability));
    }

    static void requirePairs(String owner, boolean[] positive, double[] probabilities) {
        RequireArray.sameLength(owner, "probabilities", positive.length, probabilities.length);
        RequireArray.probabilities(owner, probabilities);
    }
}
