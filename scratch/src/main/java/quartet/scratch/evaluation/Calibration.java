package quartet.scratch.evaluation;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * The calibration of predicted probabilities, as a reliability curve.
 * <pre>{@code
 * bin m: the rows with p in [m / M, (m + 1) / M); p = 1 belongs to the last bin
 * reliability curve:  for each bin with rows, the mean of p against the share of positives
 * ECE = sum_m  rows_m / n  |share of positives_m - mean of p_m|
 * }</pre>
 * Source: Guo, Pleiss, Sun, Weinberger (2017), "On Calibration of Modern Neural Networks", section 2 and equation 3.
 * Deviation: the paper's bins exclude their lower end; here they exclude their upper end, so that p = 0 has a bin.
 *
 * @param bins the bins with at least one row, in increasing order
 */
public record Calibration(List<Bin> bins) {

    /**
     * A bin of the reliability curve.
     *
     * @param lower the inclusive lower end of the bin
     * @param upper the exclusive upper end of the bin
     * @param rows the number of rows in the bin
     * @param meanProbability the mean predicted probability of the rows
     * @param observedShare the fraction of positive rows
     */
    public record Bin(double lower, double upper, int rows, double meanProbability, double observedShare) {}

    /** Creates a curve of the given bins. */
    public Calibration {
        Require.notNull("Calibration", "bins", bins);
        bins = List.copyOf(bins);
    }

    /**
     * Returns the reliability curve of a binary classifier.
     *
     * @param positive whether each row is positive [rows]
     * @param probabilities the predicted probabilities of the positive class [rows]
     * @param bins the number of bins of equal width
     * @throws IllegalArgumentException if the lengths differ, there is no row or bin, or a number is outside [0, 1]
     */
    public static Calibration of(boolean[] positive, double[] probabilities, int bins) {
        ProbabilityScores.requirePairs("Calibration", positive, probabilities);
        Require.atLeast("Calibration", "bins", 1, bins);
        int[] rows = new int[bins];
        int[] positives = new int[bins];
        double[] sums = new double[bins];
        for (int row = 0; row < positive.length; row++) {
            int bin = binOf(probabilities[row], bins);
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

    /** Returns the bin whose edges, as they are rounded in {@link Bin}, enclose p. */
    private static int binOf(double p, int bins) {
        int bin = Math.min(bins - 1, (int) (p * bins));
        if (bin + 1 < bins && p >= (double) (bin + 1) / bins) {
            return bin + 1;
        }
        return p < (double) bin / bins ? bin - 1 : bin;
    }

    /**
     * Returns the reliability curve of a multi-class classifier, as in the paper: the probability is that of the
     * predicted class, and a row is positive if the prediction is correct. The predicted class is the most probable
     * one, the first if several are equal.
     *
     * @param labels the true classes [rows]
     * @param probabilities [rows, classes], each row with sum 1 up to 1e-6
     * @throws IllegalArgumentException if the lengths differ, there is no row or bin, or the rows are not distributions
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

    /** Returns the expected calibration error, in [0, 1]. It depends on the number of bins. */
    public double expectedCalibrationError() {
        int rows = bins.stream().mapToInt(Bin::rows).sum();
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.observedShare() - bin.meanProbability()) * bin.rows() / rows)
                .sum();
    }
}
