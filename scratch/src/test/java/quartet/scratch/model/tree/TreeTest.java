package quartet.scratch.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartet.scratch.GoldenValues;
import quartet.scratch.model.Iris;

/** Compares trees with those of scikit-learn, and the errors of forests with the range of 20 forests of scikit-learn. */
class TreeTest {

    private static final double[][] X = GoldenValues.rows("tree.x", 4);
    private static final double[] Y = GoldenValues.of("tree.y");
    private static final int[] LABELS = GoldenValues.integers("tree.labels");
    private static final double[][] QUERIES = GoldenValues.rows("tree.queries", 4);

    @ParameterizedTest
    @CsvSource({"2, 1, 2", "3, 10, 3", "None, 25, 1000"})
    void treesMatchScikitLearn(String name, int leafRows, int depth) {
        TreeSettings settings = TreeSettings.unlimited().withMaximumDepth(depth).withMinimumLeafRows(leafRows);
        DecisionTreeRegressor regressor = DecisionTreeRegressor.fit(X, Y, settings);
        double[] values = GoldenValues.of("tree.values." + name + "." + leafRows);
        assertThat(regressor.depth()).isEqualTo((int) values[0]);
        assertThat(regressor.leaves()).isEqualTo((int) values[1]);
        assertThat(regressor.predict(QUERIES))
                .containsExactly(Arrays.copyOfRange(values, 2, values.length), within(1e-13));
        DecisionTreeClassifier classifier = DecisionTreeClassifier.fit(X, LABELS, settings);
        double[] shares = GoldenValues.of("tree.probabilities." + name + "." + leafRows);
        assertThat(classifier.depth()).isEqualTo((int) shares[0]);
        assertThat(classifier.leaves()).isEqualTo((int) shares[1]);
        double[][] probabilities =
                Arrays.stream(QUERIES).map(classifier::probabilities).toArray(double[][]::new);
        assertThat(Iris.flat(probabilities))
                .containsExactly(Arrays.copyOfRange(shares, 2, shares.length), within(1e-13));
    }

    @Test
    void anUnlimitedTreeReproducesItsTrainingRows() {
        assertThat(DecisionTreeRegressor.fit(X, Y, TreeSettings.unlimited()).predict(X))
                .containsExactly(Y, within(1e-13));
        double[] labels = Arrays.stream(LABELS).asDoubleStream().toArray();
        assertThat(DecisionTreeClassifier.fit(X, LABELS, TreeSettings.unlimited())
                        .predict(X))
                .containsExactly(labels);
    }

    /** No single split of the exclusive or lowers the impurity, but two splits do. */
    @Test
    void aTreeLearnsTheExclusiveOr() {
        double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        DecisionTreeClassifier tree = DecisionTreeClassifier.fit(x, new int[] {0, 1, 1, 0}, TreeSettings.unlimited());
        assertThat(tree.predict(x)).containsExactly(0, 1, 1, 0);
        assertThat(tree).hasToString("""
                x[0] <= 0.5
                  x[1] <= 0.5
                    [1.0, 0.0] of 1 rows
                  x[1] > 0.5
                    [0.0, 1.0] of 1 rows
                x[0] > 0.5
                  x[1] <= 0.5
                    [0.0, 1.0] of 1 rows
                  x[1] > 0.5
                    [1.0, 0.0] of 1 rows
                """);
    }

    @Test
    void outOfBagErrorsOfForestsAreThoseOfScikitLearn() {
        double[] accuracy = GoldenValues.of("forest.accuracy");
        RandomForestClassifier classifier = RandomForestClassifier.fit(X, LABELS, 200, new Random(1));
        assertThat(classifier.outOfBagAccuracy()).isCloseTo(accuracy[0], within(4 * accuracy[1]));
        double[] error = GoldenValues.of("forest.error");
        RandomForestRegressor regressor = RandomForestRegressor.fit(X, Y, 200, new Random(1));
        assertThat(regressor.outOfBagMeanSquaredError()).isCloseTo(error[0], within(4 * error[1]));
    }

    /** The mean of the trees, by definition: with one tree and one seed, a forest is a tree on a bootstrap sample. */
    @Test
    void aForestOfOneTreeIsATree() {
        int[] sample = new Random(5).ints(X.length, 0, X.length).toArray();
        double[][] x = Arrays.stream(sample).mapToObj(i -> X[i]).toArray(double[][]::new);
        double[] y = Arrays.stream(sample).mapToDouble(i -> Y[i]).toArray();
        assertThat(RandomForestRegressor.fit(X, Y, 1, TreeSettings.unlimited(), new Random(5))
                        .predict(QUERIES))
                .containsExactly(DecisionTreeRegressor.fit(x, y, TreeSettings.unlimited())
                        .predict(QUERIES));
    }

    @Test
    void invalidSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeSettings.unlimited().withMaximumDepth(0))
                .withMessage("TreeSettings: expected a maximum depth in [1, 1000], but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionTreeRegressor.fit(X, new double[3], TreeSettings.unlimited()))
                .withMessage("DecisionTreeRegressor: expected 160 targets, but was 3");
    }
}
