package quartet.scratch.model.tree;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.model.Classifier;
import quartet.scratch.model.ProbabilisticClassifier;
import quartet.scratch.probability.special.LogSumExp;

/**
 * A random forest: the mean of the class shares of many trees.
 * <pre>{@code P(c | x) = 1/B sum_b P_b(c | x)}</pre>
 * Each tree grows on a bootstrap sample and chooses every split from a random subset of the features. Both make the
 * errors of the trees less correlated, so their mean has less variance.
 * Source: Breiman (2001), "Random Forests"; Hastie, Tibshirani, Friedman (2009), algorithm 15.1. Deviation: the trees'
 * shares are averaged, as in scikit-learn, instead of their votes.
 */
public final class RandomForestClassifier implements ProbabilisticClassifier {

    private final Forest forest;
    private final int[] labels;

    private RandomForestClassifier(Forest forest, int[] labels) {
        this.forest = forest;
        this.labels = labels;
    }

    /**
     * Grows a forest of unlimited trees with the square root of the number of features at each split.
     *
     * @param x the features [rows, features]
     * @param labels the classes [rows], from 0
     * @param trees the number of trees, at least 1; 100 is usual
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite or a class has no row
     */
    public static RandomForestClassifier fit(double[][] x, int[] labels, int trees, RandomGenerator random) {
        RequireArray.table("RandomForestClassifier", 1, x);
        int features = (int) Math.sqrt(x[0].length);
        return fit(x, labels, trees, TreeSettings.unlimited().withFeaturesPerSplit(features), random);
    }

    /**
     * Grows a forest.
     *
     * @param x the features [rows, features]
     * @param labels the classes [rows], from 0
     * @param trees the number of trees, at least 1
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite or a class has no row
     */
    public static RandomForestClassifier fit(
            double[][] x, int[] labels, int trees, TreeSettings settings, RandomGenerator random) {
        int classes = Classifier.classes("RandomForestClassifier", x, labels);
        Forest forest = Forest.grow("RandomForestClassifier", x, Outputs.of(labels, classes), trees, settings, random);
        return new RandomForestClassifier(forest, labels.clone());
    }

    @Override
    public double[] probabilities(double[] row) {
        RequireArray.row("RandomForestClassifier", forest.features(), row);
        return forest.value(row);
    }

    /**
     * Returns the accuracy of the out-of-bag predictions, an estimate of the accuracy on new rows. It is NaN if every
     * row is in every sample, which only happens with few trees.
     */
    public double outOfBagAccuracy() {
        double[][] answers = forest.outOfBag();
        int correct = 0;
        int rows = 0;
        for (int i = 0; i < labels.length; i++) {
            if (!Double.isNaN(answers[i][0])) {
                rows++;
                correct += LogSumExp.largest(answers[i]) == labels[i] ? 1 : 0;
            }
        }
        return (double) correct / rows;
    }
}
