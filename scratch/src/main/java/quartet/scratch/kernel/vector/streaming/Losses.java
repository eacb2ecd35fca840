package quartet.scratch.kernel.vector.streaming;

/**
 * Losses and their gradients on arrays. For definitions, see the methods of the same names in {@link
 * quartet.scratch.kernel.Kernels}.
 *
 * <p>Each exponential is computed once and kept in the gradient until the sum of its row is known.
 */
public final class Losses {
    private Losses() {}

    /** Returns the loss and writes its gradient: logits and gradient [rows, columns], classes [rows]. */
    public static double softmaxCrossEntropy(float[] logits, int[] classes, float[] gradient, int rows, int columns) {
        double loss = 0;
        for (int i = 0; i < rows; i++) {
            loss += softmaxCrossEntropy(logits, i * columns, columns, classes[i], rows, gradient);
        }
        return loss / rows;
    }

    private static double softmaxCrossEntropy(
            float[] logits, int row, int columns, int target, int rows, float[] gradient) {
        float maximum = Float.NEGATIVE_INFINITY;
        for (int j = row; j < row + columns; j++) {
            maximum = Math.max(maximum, logits[j]);
        }
        double sum = 0;
        for (int j = row; j < row + columns; j++) {
            double exponential = Math.exp((double) logits[j] - maximum);
            sum += exponential;
            gradient[j] = (float) exponential;
        }
        double scale = 1 / (sum * rows);
        for (int j = row; j < row + columns; j++) {
            gradient[j] = (float) (gradient[j] * scale);
        }
        double shifted = (double) logits[row + target] - maximum;
        // The difference is computed in float64, because it is small if the probability is close to 1.
        gradient[row + target] = (float) ((Math.exp(shifted) - sum) * scale);
        return Math.log(sum) - shifted;
    }

    /** Returns the loss and writes its gradient, over count elements. */
    public static double meanSquaredError(float[] prediction, float[] target, float[] gradient, int count) {
        double sum = 0;
        double scale = 2.0 / count;
        for (int i = 0; i < count; i++) {
            double difference = (double) prediction[i] - target[i];
            sum += difference * difference;
            gradient[i] = (float) (scale * difference);
        }
        return sum / count;
    }
}
