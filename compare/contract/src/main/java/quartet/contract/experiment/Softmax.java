package quartet.contract.experiment;

import quartet.contract.Tensor;

/**
 * Class probabilities of logits. Scores and stored predictions all use this class, so that the same logits always give
 * the same probabilities, bit for bit, on every machine.
 *
 * <pre>{@code p_c = exp(z_c - max z) / sum_k exp(z_k - max z) }</pre>
 *
 * <p>Differences and sums are float64. {@link StrictMath} is slower than {@link Math}, but its results do not depend on the
 * processor.
 */
public final class Softmax {
    private Softmax() {}

    /**
     * Returns the probabilities of one row.
     *
     * @param logits [rows, classes]
     * @return [classes]; NaN if a logit is NaN
     */
    public static double[] row(Tensor logits, int row) {
        int classes = logits.dimension(1);
        float[] data = logits.data();
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, data[row * classes + c]);
        }
        double[] probabilities = new double[classes];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            probabilities[c] = StrictMath.exp(data[row * classes + c] - largest);
            sum += probabilities[c];
        }
        for (int c = 0; c < classes; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }

    /**
     * Returns the probabilities of all rows, by class.
     *
     * @param logits [rows, classes]
     * @return [classes][rows]
     */
    static double[][] byClass(Tensor logits) {
        int rows = logits.dimension(0);
        double[][] probabilities = new double[logits.dimension(1)][rows];
        for (int row = 0; row < rows; row++) {
            double[] ofRow = row(logits, row);
            for (int c = 0; c < ofRow.length; c++) {
                probabilities[c][row] = ofRow[c];
            }
        }
        return probabilities;
    }
}
