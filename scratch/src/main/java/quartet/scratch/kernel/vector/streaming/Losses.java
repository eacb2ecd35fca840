package quartet.scratch.kernel.vector.streaming;

import quartet.scratch.kernel.scalar.ScalarKernels;

/**
 * The losses on plain arrays.
 *
 * <p>The trick: each exponential is computed once, and kept in the gradient until the row's sum is known. What they
 * mean: the methods of the same names in {@link ScalarKernels}.
 */
public final class Losses {
    private Losses() {}

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
        // Before the rounding to float, for the sake of a probability close to 1.
        gradient[row + target] = (float) ((Math.exp(shifted) - sum) * scale);
        return Math.log(sum) - shifted;
    }

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
