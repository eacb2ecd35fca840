package quartet.scratch.evaluation;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Whether things that are predicted with 70 percent happen in 70 percent of the cases.
 * <pre>{@code
 * bin m: the rows with p in [m / M, (m + 1) / M); p = 1 belongs to the last bin
 * reliability curve:  for each bin with rows, the mean of p against the share of positives
 * ECE = sum_m  rows_m / n  |share of positives_m - mean of p_m|
 * }</pre>
 * Source: Guo, Pleiss, Sun, Weinberger (2017), "On Calibration of Modern Neural Networks", equations 2 to 4. There the
 * bins are open on the left; here on the right, so that p = 0 has a bin.
 *
 * @param bins those with at least one row, from low to high
 */
public record Calibration(List<Bin> bins) {

    /**
     * Rows of similar probability.
     *
     * @param lower the smallest probability of the bin
     * @param upper where the next one begins
     * @param rows how many rows are in it
     * @param meanProbability the mean of their predicted probabilities
     * @param observedShare the share of positives among them
     */
    public record Bin(double lower, double upper, int rows, double meanProbability, double observedShare) {}

    /** A curve of the given bins. */
    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * The reliability curve of two classes.
     *
     * @param positive whether each row is positive [rows]
     * @param probabilities of being positive [rows]
     * @param bins how many bins of equal width divide [0, 1]
     * @throws IllegalArgumentException if the lengths differ, there is no row or bin, or a number is outside [0, 1]
     */
    public static Calibration of(boolean[] positive, double[] probabilities, int bins) {
        ProbabilityScores.requirePairs("Calibration", positive, probabilities);
        Require.atLeast("Calibration", "bins", 1, bins);
        int[] rows = new int[bins];
        int[] positives = new int[bins];
        double[] sums = new double[bins];
        for (int row = 0; row < positive.length; row++) {
            int bin = Math.min(bins - 1, (int) (probabilities[row] * bins));
            rows[bin]++;
            positives[bin] += positive[row] ? 1 : 0;
            sums[bin] += probabilities[row];
        }
        List<Bin> filled = new ArrayList<>();
        for (int m = 0; m < bins; m++) {
            if (rows[m] > 0) {
                filled.add(new Bin(
                        (double) m / bins,
                        (double) (m + 1) / bins,
                        rows[m],
                        sums[m] / rows[m],
                        (double) positives[m] / rows[m]));
            }
        }
        return new Calibration(filled);
    }

    /**
     * The reliability curve of several classes, as in the paper: the probability is that of the predicted class (the
     * largest one, the first of equals), and positive means that the prediction is right.
     *
     * @param labels the true classes [rows]
     * @param probabilities [rows, classes], each row with sum 1 up to 1e-6
     * @throws IllegalArgumentException if the lengths differ, there is no row or bin, or the numbers are not such
     */
    public static Calibration ofConfidence(int[] labels, double[][] probabilities, int bins) {
        RequireArray.distributions("Calibration", labels, probabilities);
        boolean[] right = new boolean[labels.length];
        double[] confidences = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            int best = 0;
            for (int c = 1; c < probabilities[row].length; c++) {
                best = probabilities[row][c] > probabilities[row][best] ? c : best;
            }
            right[row] = best == labels[row];
            confidences[row] = probabilities[row][best];
        }
        return of(right, confidences, bins);
    }

    /** The expected calibration error, in [0, 1]; it depends on the number of bins. */
    public double expectedCalibrationError() {
        int rows = bins.stream().mapToInt(Bin::rows).sum();
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.observedShare() - bin.meanProbability()) * bin.rows() / rows)
                .sum();
    }
}
