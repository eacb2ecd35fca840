package quartet.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * A multilayer perceptron: dense layers with ReLU, then a linear output.
 *
 * <pre>{@code in -> hidden1 -> ReLU -> hidden2 -> ReLU -> ... -> output}</pre>
 *
 * Without a hidden layer it is a logistic or a linear regression.
 *
 * @param inputs columns of the table
 * @param hidden widths of the hidden layers
 * @param outputs number of classes, or 1
 * @param objective the loss
 */
public record MlpSpec(int inputs, List<Integer> hidden, int outputs, Objective objective) implements ModelSpec {

    public MlpSpec {
        hidden = List.copyOf(hidden);
        Dimensions.check("MlpSpec", inputs, outputs);
        hidden.forEach(width -> Dimensions.check("MlpSpec", width));
        if (objective == Objective.SQUARED_ERROR && outputs != 1) {
            throw new IllegalArgumentException("MlpSpec: expected 1 output of a regression, but were " + outputs);
        }
    }

    /** Returns the strict specification for a table with classes: two hidden layers of 128. */
    public static MlpSpec classifierFor(PreparedData data) {
        return classifier(
                data.train().features().asValues().rowSize(),
                List.of(128, 128),
                data.classes().size());
    }

    /** Returns the strict specification for a table with numbers to predict: two hidden layers of 64. */
    public static MlpSpec regressorFor(PreparedData data) {
        return regressor(data.train().features().asValues().rowSize(), List.of(64, 64));
    }

    public static MlpSpec classifier(int inputs, List<Integer> hidden, int classes) {
        return new MlpSpec(inputs, hidden, classes, Objective.CROSS_ENTROPY);
    }

    public static MlpSpec regressor(int inputs, List<Integer> hidden) {
        return new MlpSpec(inputs, hidden, 1, Objective.SQUARED_ERROR);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return switch (objective) {
            case CROSS_ENTROPY -> visitor.tabularClassifier(this);
            case SQUARED_ERROR -> visitor.tabularRegressor(this);
        };
    }

    @Override
    public MlpSpec withWidth(double factor) {
        return new MlpSpec(inputs, Dimensions.scale(hidden, factor), outputs, objective);
    }

    @Override
    public Map<String, int[]> parameterShapes() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        int width = inputs;
        for (int i = 0; i < hidden.size(); i++) {
            Dimensions.dense(shapes, "hidden" + (i + 1), width, hidden.get(i));
            width = hidden.get(i);
        }
        Dimensions.dense(shapes, "output", width, outputs);
        return shapes;
    }

    @Override
    public void check(Features features) {
        if (!(features instanceof Features.Values values
                && values.shape().length == 2
                && values.shape()[1] == inputs)) {
            throw new IllegalArgumentException(
                    "Features: expected [batch, " + inputs + "], but was " + Dimensions.describe(features));
        }
    }

    @Override
    public Features zeros(int rows) {
        return new Features.Values(new int[] {rows, inputs}, new float[rows * inputs]);
    }
}
