package quartet.scratch.model.tree;

import java.util.Random;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.model.Classifier;
import quartet.scratch.model.ProbabilisticClassifier;

/**
 * A classification tree.
 * <pre>{@code
 * P(c | x) = share of class c among the training rows of the leaf of x
 * splits minimize the Gini impurity   sum_c p_c (1 - p_c)   of the two sides, weighted by their rows
 * }</pre>
 * Source: Breiman, Friedman, Olshen, Stone (1984); Hastie, Tibshirani, Friedman (2009), section 9.2.3.
 */
public final class DecisionTreeClassifier implements ProbabilisticClassifier {

    private final Tree tree;
    private final int features;

    private DecisionTreeClassifier(Tree tree, int features) {
        this.tree = tree;
        this.features = features;
    }

    /**
     * Grows the tree. If the settings limit the features of a split, they are drawn from a generator with seed 0.
     *
     * @param x the features [rows, features]
     * @param labels the classes [rows], from 0
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite or a class has no row
     */
    public static DecisionTreeClassifier fit(double[][] x, int[] labels, TreeSettings settings) {
        return fit(x, labels, settings, new Random(0));
    }

    /**
     * Grows the tree. The generator draws the features of each split, if the settings limit their number.
     *
     * @param x the features [rows, features]
     * @param labels the classes [rows], from 0
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite or a class has no row
     */
    public static DecisionTreeClassifier fit(
            double[][] x, int[] labels, TreeSettings settings, RandomGenerator random) {
        int classes = Classifier.classes("DecisionTreeClassifier", x, labels);
        Tree tree = new TreeGrower(x, Outputs.of(labels, classes), settings, random).grow();
        return new DecisionTreeClassifier(tree, x[0].length);
    }

    @Override
    public double[] probabilities(double[] row) {
        RequireArray.row("DecisionTreeClassifier", features, row);
        return tree.value(row).clone();
    }

    /** Returns the largest number of splits on a path. */
    public int depth() {
        return tree.depth();
    }

    /** Returns the number of leaves. */
    public int leaves() {
        return tree.leaves();
    }

    /** Returns the splits and predictions as indented text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tree.print(text, 0);
        return text.toString();
    }
}
