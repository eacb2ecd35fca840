package quartet.scratch.model.tree;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.evaluation.resampling.Predictor;

/**
 * A regression tree.
 * <pre>{@code
 * f(x) = mean of y over the training rows of the leaf of x
 * splits minimize   sum_i (y_i - mean of its side)^2
 * }</pre>
 * Source: Breiman, Friedman, Olshen, Stone (1984); Hastie, Tibshirani, Friedman (2009), section 9.2.2.
 */
public final class DecisionTreeRegressor implements Predictor {

    private final Tree tree;
    private final int features;

    private DecisionTreeRegressor(Tree tree, int features) {
        this.tree = tree;
        this.features = features;
    }

    /**
     * Grows the tree. If the settings limit the features of a split, they are drawn from a generator with seed 0.
     *
     * @param x the features [rows, features]
     * @param y the targets [rows]
     * @throws IllegalArgumentException if the shapes do not match or a number is not finite
     */
    public static DecisionTreeRegressor fit(double[][] x, double[] y, TreeSettings settings) {
        return fit(x, y, settings, new Random(0));
    }

    /**
     * Grows the tree. The generator draws the features of each split, if the settings limit their number.
     *
     * @param x the features [rows, features]
     * @param y the targets [rows]
     * @throws IllegalArgumentException if the shapes do not match or a number is not finite
     */
    public static DecisionTreeRegressor fit(double[][] x, double[] y, TreeSettings settings, RandomGenerator random) {
        double[][] outputs = Outputs.of("DecisionTreeRegressor", x, y);
        return new DecisionTreeRegressor(new TreeGrower(x, outputs, settings, random).grow(), x[0].length);
    }

    /**
     * Returns f(x) for one row.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double predict(double[] row) {
        RequireArray.row("DecisionTreeRegressor", features, row);
        return tree.value(row)[0];
    }

    @Override
    public double[] predict(double[][] x) {
        Require.notNull("DecisionTreeRegressor", "rows", x);
        return Arrays.stream(x).mapToDouble(this::predict).toArray();
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
