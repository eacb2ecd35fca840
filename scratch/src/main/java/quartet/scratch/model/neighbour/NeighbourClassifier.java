package quartet.scratch.model.neighbour;

import quartet.scratch.argument.Require;
import quartet.scratch.model.Classifier;
import quartet.scratch.model.ProbabilisticClassifier;

/**
 * Classification by the k nearest training rows.
 * <pre>{@code P(c | x) = number of rows of class c among the k nearest / k}</pre>
 * The predicted class has the most votes; of equal numbers the smallest class wins. A small k has little bias and much
 * variance, a large k the opposite.
 * Source: Cover, Hart (1967); Hastie, Tibshirani, Friedman (2009), sections 2.3.2 and 13.3.
 */
public final class NeighbourClassifier implements ProbabilisticClassifier {

    private final NearestNeighbours neighbours;
    private final int[] labels;
    private final int classes;
    private final int k;

    private NeighbourClassifier(NearestNeighbours neighbours, int[] labels, int classes, int k) {
        this.neighbours = neighbours;
        this.labels = labels;
        this.classes = classes;
        this.k = k;
    }

    /**
     * Stores the training rows.
     *
     * @param x the features [rows, features], usually standardized
     * @param labels the classes [rows], from 0
     * @param k the number of neighbours in [1, rows]
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, a class has no row, or k is
     *     out of range
     */
    public static NeighbourClassifier fit(double[][] x, int[] labels, int k) {
        int classes = Classifier.classes("NeighbourClassifier", x, labels);
        Require.that(k >= 1 && k <= x.length, "NeighbourClassifier: expected k in [1, %d], but was %d", x.length, k);
        return new NeighbourClassifier(new NearestNeighbours(x), labels.clone(), classes, k);
    }

    @Override
    public double[] probabilities(double[] row) {
        double[] shares = new double[classes];
        int[] votes = new int[classes];
        for (int neighbour : neighbours.of(row, k)) {
            votes[labels[neighbour]]++;
        }
        for (int c = 0; c < classes; c++) {
            shares[c] = (double) votes[c] / k;
        }
        return shares;
    }
}
