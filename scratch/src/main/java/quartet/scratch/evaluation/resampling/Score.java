package quartet.scratch.evaluation.resampling;

import quartet.scratch.argument.RequireArray;

/** A score of predictions, such as {@link quartet.scratch.evaluation.RegressionScores#rootMeanSquaredError}. */
@FunctionalInterface
public interface Score {
    /**
     * Returns the score.
     *
     * @param expected the true values, or classes as numbers [rows]
     * @param predicted the predicted values or classes [rows]
     */
    double of(double[] expected, double[] predicted);

    /**
     * Returns the accuracy, the fraction of rows whose class was predicted correctly.
     *
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a number is not finite
     */
    static double accuracy(double[] expected, double[] predicted) {
        RequireArray.sameLength("accuracy", "predictions", expected.length, predicted.length);
        RequireArray.finite("accuracy", "labels", expected);
        RequireArray.finite("accuracy", "predictions", predicted);
        int correct = 0;
        for (int row = 0; row < expected.length; row++) {
            correct += expected[row] == predicted[row] ? 1 : 0;
        }
        return (double) correct / expected.length;
    }
}
