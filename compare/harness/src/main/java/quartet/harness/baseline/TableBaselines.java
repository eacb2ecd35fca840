package quartet.harness.baseline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * are linearly dependent. A forest has 100 trees. A model learns from a random sample of the training rows if a fit to
 * all of them would take more than seconds. Its name then contains the number of rows.
 */
public final class TableBaselines {
    private static final int TREES = 100;
    private static final double RIDGE_PENALTY = 1;
    private static final double TOLERANCE = 1e-4;
    private static final int MAXIMUM_FEATURES = 1000;
    /** The maximum of rows times features times outputs for a linear model. */
    private static final double MAXIMUM_PRODUCTS = 2e7;
    /** The maximum of rows times features for a forest, which sorts all of them for each tree. */
    private static final double MAXIMUM_CELLS = 5e5;

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
        Examples train = data.train();
        int features = train.features().asValues().rowSize();
        int outputs = train.targets() instanceof Targets.Classes classes ? classes.classes() : 1;
        Examples forLinear = sample(train, MAXIMUM_PRODUCTS / features / outputs, seed);
        Examples forForest = sample(forLinear, MAXIMUM_CELLS / features, seed);
        double[][] test = rows(data.test().features().asValues());
        String linear = train.targets() instanceof Targets.Classes ? "logistic regression" : "linear regression";
        Map<String, Tensor> predictions = new LinkedHashMap<>();
        linear(forLinear, test).ifPresent(tensor -> predictions.put(name(linear, forLinear, train), tensor));
        forest(forForest, test, seed)
                .ifPresent(tensor -> predictions.put(name("random forest", forForest, train), tensor));
        return predictions;
    }

    private static String name(String model, Examples sample, Examples train) {
        return sample.rows() == train.rows()
                ? model
                : String.format(Locale.ROOT, "%s of %,d rows", model, sample.rows());
    }

    /** Returns a random sample of at most so many rows. */
    private static Examples sample(Examples rows, double most, long seed) {
        int count = (int) Math.max(1, Math.min(rows.rows(), most));
        if (count == rows.rows()) {
            return rows;
        }
        int[] order =
                new Random(seed).ints(0, rows.rows()).distinct().limit(count).toArray();
        return rows.select(order, 0, count);
    }

    private static Optional<Tensor> linear(Examples train, double[][] test) {
        double[][] x = rows(train.features().asValues());
        if (train.targets() instanceof Targets.Classes classes) {
            PresentClasses present = PresentClasses.of(classes);
            return present.severalLabels()
                    ? Optional.of(present.logits(
                            LogisticRegression.fit(x, present.labels(), 1.0 / x.length, TOLERANCE), test))
                    : Optional.empty();
        }
        LinearModel model = RidgeRegression.fit(x, numbers(train), RIDGE_PENALTY);
        return Optional.of(values(test, model::predict));
    }

    private static Optional<Tensor> forest(Examples train, double[][] test, long seed) {
        double[][] x = rows(train.features().asValues());
        if (train.targets() instanceof Targets.Classes classes) {
            PresentClasses present = PresentClasses.of(classes);
            return present.severalLabels()
                    ? Optional.of(present.logits(
                            RandomForestClassifier.fit(x, present.labels(), TREES, new Random(seed)), test))
                    : Optional.empty();
        }
        RandomForestRegressor model = RandomForestRegressor.fit(x, numbers(train), TREES, new Random(seed));
        return Optional.of(values(test, model::predict));
    }

    /**
     * The classes that have training rows. The models learn these only.
     *
     * @param classes the classes in increasing order
     * @param labels for each row an index into these classes
     * @param all the number of all classes
     */
    private record PresentClasses(int[] classes, int[] labels, int all) {
        static PresentClasses of(Targets.Classes targets) {
            int[] present = Arrays.stream(targets.labels()).distinct().sorted().toArray();
            int[] labels = Arrays.stream(targets.labels())
                    .map(label -> Arrays.binarySearch(present, label))
                    .toArray();
            return new PresentClasses(present, labels, targets.classes());
        }

        boolean severalLabels() {
            return classes.length > 1;
        }

        /** Returns the logits [rows, all] of a model. */
        Tensor logits(ProbabilisticClassifier model, double[][] test) {
            float[] logits = new float[test.length * all];
            Arrays.fill(logits, (float) Math.log(SMALLEST_PROBABILITY));
            for (int row = 0; row < test.length; row++) {
                double[] probabilities = model.probabilities(test[row]);
                for (int c = 0; c < classes.length; c++) {
                    logits[row * all + classes[c]] = (float) Math.log(Math.max(probabilities[c], SMALLEST_PROBABILITY));
                }
            }
            return Tensor.of(logits, test.length, all);
        }
    }

    private static double[] numbers(Examples train) {
        float[] values = train.targets().asValues().values();
        double[] numbers = new double[values.length];
        Arrays.setAll(numbers, i -> values[i]);
        return numbers;
    }

    private static Tensor values(double[][] test, ToDoubleFunction<double[]> model) {
        float[] values = new float[test.length];
        for (int row = 0; row < test.length; row++) {
            values[row] = (float) model.applyAsDouble(test[row]);
        }
        return Tensor.of(values, test.length, 1);
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
