package quartet.harness.baseline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import quartet.contract.Tensor;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;
import quartet.datasets.Targets;
import quartet.scratch.model.ProbabilisticClassifier;
import quartet.scratch.model.linear.LinearModel;
import quartet.scratch.model.linear.LogisticRegression;
import quartet.scratch.model.linear.RidgeRegression;
import quartet.scratch.model.tree.RandomForestClassifier;
import quartet.scratch.model.tree.RandomForestRegressor;

/**
 * Computes the predictions of classical models for the test set of a table: a linear model and a random forest.
 *
 * <ul>
 *   <li>Classes: {@link LogisticRegression} with the penalty 1/rows, and {@link RandomForestClassifier}.
 *   <li>Numbers: {@link RidgeRegression} with the penalty 1, and {@link RandomForestRegressor}.
 * </ul>
 *
 * <p>The penalties are scikit-learn's defaults. They hardly change a fit to many rows, but make it unique if features
 * are linearly dependent. A forest has 100 trees. The models learn from a random sample of the training rows if rows
 * times features times outputs exceeds 20 million, so that a fit takes seconds.
 */
public final class TableBaselines {
    private static final int TREES = 100;
    private static final double RIDGE_PENALTY = 1;
    private static final double TOLERANCE = 1e-4;
    private static final int MAXIMUM_FEATURES = 1000;
    private static final double MAXIMUM_PRODUCTS = 2e7;
    /** The logit of a probability of 0, and of a class without a training row. */
    private static final double SMALLEST_PROBABILITY = 1e-30;

    private TableBaselines() {}

    /** Returns whether the data is a table with at most 1000 features. */
    public static boolean accept(PreparedData data) {
        return switch (data.kind()) {
            case TABLE_CLASSES, TABLE_VALUES ->
                data.train().features().asValues().rowSize() <= MAXIMUM_FEATURES;
            case IMAGES, TEXTS -> false;
        };
    }

    /**
     * Returns the predictions for the test set by the name of the model: logits [rows, classes], or scaled values
     * [rows, 1]. The map is empty if all training rows have the same class.
     *
     * @param seed the seed of the forest and of the sample
     * @throws IllegalArgumentException if {@link #accept} is false
     */
    public static Map<String, Tensor> predictions(PreparedData data, long seed) {
        if (!accept(data)) {
            throw new IllegalArgumentException("TableBaselines: expected a table of at most " + MAXIMUM_FEATURES
                    + " features, but was " + data.dataset());
        }
        Examples train = sample(data.train(), seed);
        double[][] x = rows(train.features().asValues());
        double[][] test = rows(data.test().features().asValues());
        return train.targets() instanceof Targets.Classes classes
                ? ofClasses(x, classes, test, seed)
                : ofValues(x, train.targets().asValues(), test, seed);
    }

    private static Map<String, Tensor> ofClasses(double[][] x, Targets.Classes targets, double[][] test, long seed) {
        int[] present = Arrays.stream(targets.labels()).distinct().sorted().toArray();
        if (present.length < 2) {
            return Map.of();
        }
        int[] labels = Arrays.stream(targets.labels())
                .map(label -> Arrays.binarySearch(present, label))
                .toArray();
        Map<String, Tensor> predictions = new LinkedHashMap<>();
        LogisticRegression linear = LogisticRegression.fit(x, labels, 1.0 / x.length, TOLERANCE);
        predictions.put("logistic regression", logits(linear, test, present, targets.classes()));
        RandomForestClassifier forest = RandomForestClassifier.fit(x, labels, TREES, new Random(seed));
        predictions.put("random forest", logits(forest, test, present, targets.classes()));
        return predictions;
    }

    private static Tensor logits(ProbabilisticClassifier model, double[][] test, int[] present, int classes) {
        float[] logits = new float[test.length * classes];
        Arrays.fill(logits, (float) Math.log(SMALLEST_PROBABILITY));
        for (int row = 0; row < test.length; row++) {
            double[] probabilities = model.probabilities(test[row]);
            for (int c = 0; c < present.length; c++) {
                logits[row * classes + present[c]] = (float) Math.log(Math.max(probabilities[c], SMALLEST_PROBABILITY));
            }
        }
        return Tensor.of(logits, test.length, classes);
    }

    private static Map<String, Tensor> ofValues(double[][] x, Targets.Values targets, double[][] test, long seed) {
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> targets.values()[i]);
        Map<String, Tensor> predictions = new LinkedHashMap<>();
        LinearModel linear = RidgeRegression.fit(x, y, RIDGE_PENALTY);
        predictions.put("linear regression", values(test, linear::predict));
        RandomForestRegressor forest = RandomForestRegressor.fit(x, y, TREES, new Random(seed));
        predictions.put("random forest", values(test, forest::predict));
        return predictions;
    }

    private static Tensor values(double[][] test, ToDoubleFunction<double[]> model) {
        float[] values = new float[test.length];
        for (int row = 0; row < test.length; row++) {
            values[row] = (float) model.applyAsDouble(test[row]);
        }
        return Tensor.of(values, test.length, 1);
    }

    /** Returns all rows, or a random sample of them that fits the budget. */
    private static Examples sample(Examples train, long seed) {
        int features = train.features().asValues().rowSize();
        int outputs = train.targets() instanceof Targets.Classes classes ? classes.classes() : 1;
        int count = (int) Math.max(1, Math.min(train.rows(), MAXIMUM_PRODUCTS / features / outputs));
        if (count == train.rows()) {
            return train;
        }
        int[] order =
                new Random(seed).ints(0, train.rows()).distinct().limit(count).toArray();
        return train.select(order, 0, count);
    }

    private static double[][] rows(Features.Values values) {
        int width = values.rowSize();
        double[][] rows = new double[values.rows()][width];
        for (int row = 0; row < rows.length; row++) {
            for (int j = 0; j < width; j++) {
                rows[row][j] = values.data()[row * width + j];
            }
        }
        return rows;
    }
}
