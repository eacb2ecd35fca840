package quartet.scratch.nn.dense;

import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;

/**
 * Perceptron: a linear classifier for two classes, which changes its weights only when it makes a mistake.
 * <pre>{@code
 * prediction:  sign(w . x + b), with 1 at zero
 * on a mistake at (x, y):   w = w + y x;   b = b + y
 * }</pre>
 * It converges on separable data: if a unit vector (w*, b*) satisfies y (w* . x + b*) >= gamma for all examples, and
 * their norms |(x, 1)| are at most R, then training makes at most {@code (R / gamma)^2} mistakes in any order. Source:
 * Rosenblatt (1958), "The Perceptron"; Novikoff (1962), "On Convergence Proofs on Perceptrons".
 */
public final class Perceptron {
    private final double[] weights;
    private double bias;

    /**
     * Creates a perceptron with zero weights.
     *
     * @throws IllegalArgumentException if features is not positive
     */
    public Perceptron(int features) {
        Require.positive("Perceptron", "features", features);
        this.weights = new double[features];
    }

    /**
     * Trains on all examples in order, epoch after epoch, until an epoch has no mistake.
     *
     * @param examples [n, features]
     * @param labels [n], each -1 or 1
     * @return the number of mistakes over all epochs
     * @throws IllegalArgumentException if the lengths differ or a label is neither -1 nor 1
     * @throws NonConvergenceException if the last epoch has mistakes; the data may not be separable
     */
    public int fit(double[][] examples, int[] labels, int maximumEpochs) {
        Require.notNull("Perceptron", "examples", examples);
        Require.notNull("Perceptron", "labels", labels);
        requireLabels(examples, labels);
        int mistakes = 0;
        for (int epoch = 0; epoch < maximumEpochs; epoch++) {
            int before = mistakes;
            for (int i = 0; i < examples.length; i++) {
                if (predict(examples[i]) != labels[i]) {
                    correct(examples[i], labels[i]);
                    mistakes++;
                }
            }
            if (mistakes == before) {
                return mistakes;
            }
        }
        throw new NonConvergenceException("Perceptron: expected an epoch without mistakes within " + maximumEpochs
                + ", but was none; the data may not be linearly separable");
    }

    /**
     * Predicts the class of an example, -1 or 1.
     *
     * @throws IllegalArgumentException if the example has the wrong number of features
     */
    public int predict(double[] example) {
        Require.notNull("Perceptron", "example", example);
        if (example.length != weights.length) {
            throw new IllegalArgumentException(
                    "Perceptron: expected " + weights.length + " features, but was " + example.length);
        }
        double sum = bias;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * example[j];
        }
        return sum >= 0 ? 1 : -1;
    }

    private void correct(double[] example, int label) {
        for (int j = 0; j < weights.length; j++) {
            weights[j] += label * example[j];
        }
        bias += label;
    }

    private static void requireLabels(double[][] examples, int[] labels) {
        if (examples.length != labels.length) {
            throw new IllegalArgumentException(
                    "Perceptron: expected " + examples.length + " labels, but was " + labels.length);
        }
        for (int label : labels) {
            if (label != 1 && label != -1) {
                throw new IllegalArgumentException("Perceptron: expected labels -1 or 1, but was " + label);
            }
        }
    }
}
