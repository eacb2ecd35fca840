package quartet.scratch.kernel.textbook;

import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/** Losses with their gradients. */
final class Losses {
    private Losses() {}

    /**
     * Computes the mean cross-entropy of the softmax, in nats, and its gradient.
     * <pre>{@code loss = 1/n sum_i (log sum_j exp z_ij - z_i,t(i));    dz_ij = (softmax(z_i)_j - [j = t(i)]) / n }</pre>
     * Shapes: logits and gradient [rows, classes], labels [rows].
     */
    static double softmaxCrossEntropy(Tensor logits, IntTensor labels, Tensor gradient) {
        int rows = logits.dimension(0);
        int classes = logits.dimension(1);
        double loss = 0;
        for (int i = 0; i < rows; i++) {
            int row = i * classes;
            // Subtracting the maximum keeps every exponential in 0..1 for logits of any size.
            double maximum = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < classes; j++) {
                maximum = Math.max(maximum, logits.get(row + j));
            }
            double sum = 0;
            for (int j = 0; j < classes; j++) {
                sum += Math.exp(logits.get(row + j) - maximum);
            }
            int label = labels.data()[i];
            loss += Math.log(sum) - (logits.get(row + label) - maximum);
            for (int j = 0; j < classes; j++) {
                double probability = Math.exp(logits.get(row + j) - maximum) / sum;
                gradient.set(row + j, (probability - (j == label ? 1 : 0)) / rows);
            }
        }
        return loss / rows;
    }

    /**
     * Computes the mean squared error and its gradient.
     * <pre>{@code loss = 1/n sum_i (p_i - t_i)^2;    dp_i = 2 (p_i - t_i) / n }</pre>
     */
    static double meanSquaredError(Tensor prediction, Tensor target, Tensor gradient) {
        int n = prediction.size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double difference = prediction.get(i) - target.get(i);
            sum += difference * difference;
            gradient.set(i, 2 * difference / n);
        }
        return sum / n;
    }
}
