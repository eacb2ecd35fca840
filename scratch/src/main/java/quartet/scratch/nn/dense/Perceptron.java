package quartet.scratch.nn.dense;

import quartet.scratch.argument.Require;

/**
 * Rosenblatt's perceptron, which learns from its mistakes only.
 * <pre>{@code
 * prediction:  sign(w . x + b), with 1 at zero
 * on a mistake at (x, y):   w = w + y x;   b = b + y
 * }</pre>
 * If some unit vector (w*, b*) has y (w* . x + b*) >= gamma for all examples, of norm |(x, 1)| at most R, then there
 * are at most {@code (R / gamma)^2} mistakes in all, in any order: so it converges on separable data. Source:
 * Rosenblatt (1958), "The Perceptron"; Novikoff (1962), "On Convergence Proofs on Perceptrons".
 */
public final class Perceptron {
    private final double[] weights;
    private double bias;

    /**
     * A perceptron of zeros.
     *
     * @throws IllegalArgumentException if features is not positive
     */
    public Perceptron(int features) {
        Require.positive("Perceptron", "features", features);
        this.weights = new double[features];
    }

    /**
     * Shows all examples in order, again and again, until an epoch goes by without a mistake.
     *
     * @param examples [n, features]
     * @param labels [n], each -1 or 1
     * @return the count of mistakes over all epochs
     * @throws IllegalArgumentException if the shapes or labels are not as above
     * @throws IllegalStateException if mistakes remain after the last epoch: the data may not be separable
     */
    public int fit(double[][] examples, int[] labels, int maximumEpochs) {
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
        throw new IllegalStateException("Perceptron: expected an epoch without mistakes within " + maximumEpochs
                + ", but was none; the data may not be linearly separable");
    }

    /**
     * -1 or 1.
     *
     * @throws IllegalArgumentException if the example has another count of features
     */
    public int predict(double[] example) {
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
