package quartet.scratch.model.tree;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.evaluation.resampling.Predictor;

/**
 * A random forest for regression: the mean of the predictions of many trees.
 * <pre>{@code f(x) = 1/B sum_b f_b(x)}</pre>
 * Each tree grows on a bootstrap sample and chooses every split from a random subset of the features.
 * Source: Breiman (2001), "Random Forests"; Hastie, Tibshirani, Friedman (2009), algorithm 15.1.
 */
public final class RandomForestRegressor implements Predictor {

    private final Forest forest;
    private final double[] y;

    private RandomForestRegressor(Forest forest, double[] y) {
        this.forest = forest;
        this.y = y;
    }

    /**
     * Grows a forest with leaves of at least 5 rows and a third of the features at each split.
     *
     * @param x the features [rows, features]
     * @param y the targets [rows]
     * @param trees the number of trees, at least 1; 100 is usual
     * @throws IllegalArgumentException if the shapes do not match or a number is not finite
     */
    public static RandomForestRegressor fit(double[][] x, double[] y, int trees, RandomGenerator random) {
        RequireArray.table("RandomForestRegressor", 1, x);
        TreeSettings settings =
                TreeSettings.unlimited().withMinimumLeafRows(5).withFeaturesPerSplit(Math.max(1, x[0].length / 3));
        return fit(x, y, trees, settings, random);
    }

    /**
     * Grows a forest.
     *
     * @param x the features [rows, features]
     * @param y the targets [rows]
     * @param trees the number of trees, at least 1
     * @throws IllegalArgumentException if the shapes do not match or a number is not finite
     */
    public static RandomForestRegressor fit(
            double[][] x, double[] y, int trees, TreeSettings settings, RandomGenerator random) {
        double[][] outputs = Outputs.of("RandomForestRegressor", x, y);
        return new RandomForestRegressor(
                Forest.grow("RandomForestRegressor", x, outputs, trees, settings, random), y.clone());
    }

    /**
     * Returns f(x) for one row.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double predict(double[] row) {
        RequireArray.row("RandomForestRegressor", forest.features(), row);
        return forest.value(row)[0];
    }

    @Override
    public double[] predict(double[][] x) {
        Require.notNull("RandomForestRegressor", "rows", x);
        return Arrays.stream(x).mapToDouble(this::predict).toArray();
    }

    /**
     * Returns the mean squared error of the out-of-bag predictions, in the squared unit of y, an estimate of the error
     * on new rows. It is NaN if every row is in every sample, which only happens with few trees.
     */
    public double outOfBagMeanSquaredError() {
        double[][] answers = forest.outOfBag();
        double sum = 0;
        int rows = 0;
        for (int i = 0; i < y.length; i++) {
            if (!Double.isNaN(answers[i][0])) {
                rows++;
                sum += (answers[i][0] - y[i]) * (answers[i][0] - y[i]);
            }
        }
        return sum / rows;
    }
}
