package quartet.scratch.evaluation;

/** A number that tells how well predictions fit, such as {@link RegressionScores#rootMeanSquaredError}. */
@FunctionalInterface
public interface Score {
    /**
     * The score.
     *
     * @param expected the true values, or classes as numbers [rows]
     * @param predicted the predicted ones [rows]
     */
    double of(double[] expected, double[] predicted);

    /**
     * The share of rows whose class was predicted.
     *
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a number is not finite
     */
    static double accuracy(double[] expected, double[] predicted) {
        Require.sameLength("accuracy", "predictions", expected.length, predicted.length);
        Require.finite("accuracy", "labels", expected);
        Require.finite("accuracy", "predictions", predicted);
        int correct = 0;
        for (int row = 0; row < expected.length; row++) {
            correct += expected[row] == predicted[row] ? 1 : 0;
        }
        return (double) correct / expected.length;
    }
}
