package quartet.scratch.evaluation;

import java.util.Arrays;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.calculus.root.Brent;
import quartet.scratch.probability.special.LogSumExp;

/**
 * Calibration of a trained classifier by one number, the temperature.
 * <pre>{@code
 * p = softmax(z / T);   T = argmin of the log loss of the validation rows
 * with b = 1 / T:   d loss / d b = 1/n sum_i (sum_c p_ic z_ic - z_i,label) = 0
 * }</pre>
 * The loss is convex in b, so its derivative has at most one root, which Brent's method finds. T above 1 makes the
 * probabilities less extreme. The predicted classes do not change. Fit T on rows that the classifier was not trained on.
 * Source: Guo, Pleiss, Sun, Weinberger (2017), "On Calibration of Modern Neural Networks", section 4.2, equation 9.
 *
 * @param temperature T > 0
 */
public record TemperatureScaling(double temperature) {

    private static final double LARGEST = 1e6;

    /** Rejects a temperature that is not positive. */
    public TemperatureScaling {
        Require.positive("TemperatureScaling: temperature", temperature);
    }

    /**
     * Fits the temperature.
     *
     * @param labels the true classes of validation rows [rows]
     * @param logits z [rows, classes]
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a number is not finite
     * @throws NonConvergenceException if no temperature in (1e-6, 1e6) is best: either every row is classified
     *     correctly, or the logits are unrelated to the labels
     */
    public static TemperatureScaling fit(int[] labels, double[][] logits) {
        RequireArray.table("TemperatureScaling", 1, logits);
        RequireArray.sameLength("TemperatureScaling", "labels", logits.length, labels.length);
        RequireArray.labels("TemperatureScaling", labels, logits[0].length);
        double low = 1 / LARGEST;
        if (slope(labels, logits, low) >= 0 || slope(labels, logits, LARGEST) <= 0) {
            throw new NonConvergenceException(
                    "TemperatureScaling: expected a best temperature between 1e-6 and 1e6, but the loss only "
                            + (slope(labels, logits, low) >= 0 ? "falls" : "rises")
                            + " with the temperature; use rows with both correct and wrong predictions");
        }
        // The logarithm of b spreads the search evenly over the magnitudes.
        double end = Math.log(LARGEST);
        double root = Brent.root(t -> slope(labels, logits, Math.exp(t)), -end, end, 1e-14)
                .x();
        return new TemperatureScaling(Math.exp(-root));
    }

    /** Returns the derivative of the log loss by b = 1 / T. */
    private static double slope(int[] labels, double[][] logits, double b) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] p = softmax(logits[i], b);
            sum -= logits[i][labels[i]];
            for (int c = 0; c < p.length; c++) {
                sum += p[c] * logits[i][c];
            }
        }
        return sum / labels.length;
    }

    /**
     * Returns the calibrated probabilities [classes] of one row of logits.
     *
     * @throws IllegalArgumentException if there is no logit or one is not finite
     */
    public double[] probabilities(double[] logits) {
        RequireArray.point("TemperatureScaling: logits", logits);
        return softmax(logits, 1 / temperature);
    }

    /** Returns the calibrated probabilities [rows, classes]. */
    public double[][] probabilities(double[][] logits) {
        Require.notNull("TemperatureScaling", "rows", logits);
        return Arrays.stream(logits).map(this::probabilities).toArray(double[][]::new);
    }

    private static double[] softmax(double[] logits, double b) {
        double[] scaled = Arrays.stream(logits).map(z -> b * z).toArray();
        return Arrays.stream(LogSumExp.shares(scaled)).map(Math::exp).toArray();
    }
}
