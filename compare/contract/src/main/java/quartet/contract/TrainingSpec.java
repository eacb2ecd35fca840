package quartet.contract;

/**
 * The optimizer and the budget: Adam (Kingma and Ba 2015, algorithm 1) on the mean loss of a batch.
 *
 * <pre>{@code
 * m = beta1 m + (1 - beta1) g          v = beta2 v + (1 - beta2) g^2
 * w = w - learningRate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * }</pre>
 *
 * The last batch of an epoch contains the remaining rows. No row is dropped or padded.
 *
 * @param epochs passes over the training set
 * @param batchSize rows in a step
 * @param learningRate step size
 * @param beta1 decay of the mean of the gradient
 * @param beta2 decay of the mean of its square
 * @param epsilon added to the root, outside the bias correction
 */
public record TrainingSpec(int epochs, int batchSize, double learningRate, double beta1, double beta2, double epsilon) {

    public TrainingSpec {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: expected 1 or more, but was " + epochs);
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize: expected 1 or more, but was " + batchSize);
        }
        if (!(learningRate > 0) || !(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1) || !(epsilon > 0)) {
            throw new IllegalArgumentException("Adam: expected learningRate > 0, betas in [0, 1), epsilon > 0, but was "
                    + learningRate + ", " + beta1 + ", " + beta2 + ", " + epsilon);
        }
    }

    /** Returns Adam with the settings of its paper. */
    public static TrainingSpec adam(int epochs, int batchSize) {
        return new TrainingSpec(epochs, batchSize, 1e-3, 0.9, 0.999, 1e-8);
    }

    /** Returns the same training with another number of rows in a step. */
    public TrainingSpec withBatchSize(int rows) {
        return new TrainingSpec(epochs, rows, learningRate, beta1, beta2, epsilon);
    }

    public TrainingSpec withEpochs(int count) {
        return new TrainingSpec(count, batchSize, learningRate, beta1, beta2, epsilon);
    }
}
