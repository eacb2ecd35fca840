package quartet.scratch.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.scratch.GoldenValues;
import quartet.scratch.model.Iris;
import quartet.scratch.model.Standardization;

/** Compares linear models on the iris flowers with scikit-learn. */
class LinearModelsTest {

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).containsExactly(expected, within(tolerance));
    }

    private static double[] interceptAndCoefficients(LinearModel model) {
        double[] b = new double[model.coefficients().length + 1];
        b[0] = model.intercept();
        System.arraycopy(model.coefficients(), 0, b, 1, b.length - 1);
        return b;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 50})
    void ridgeMatchesScikitLearn(double lambda) {
        LinearModel model = RidgeRegression.fit(Iris.LENGTHS, Iris.PETAL_WIDTH, lambda);
        assertClose(interceptAndCoefficients(model), GoldenValues.of("ridge." + lambda), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 0.3})
    void lassoMatchesScikitLearn(double lambda) {
        LinearModel model = Lasso.fit(Iris.LENGTHS, Iris.PETAL_WIDTH, lambda);
        double[] expected = GoldenValues.of("lasso." + lambda);
        assertClose(interceptAndCoefficients(model), expected, 1e-6);
        for (int j = 0; j < 3; j++) {
            assertThat(model.coefficients()[j] == 0).isEqualTo(expected[j + 1] == 0);
        }
    }

    @Test
    void theLassoHasNoFeaturesFromTheStatedPenaltyOn() {
        double lambda = Lasso.smallestPenaltyWithoutFeatures(Iris.LENGTHS, Iris.PETAL_WIDTH);
        assertThat(Lasso.fit(Iris.LENGTHS, Iris.PETAL_WIDTH, lambda * (1 + 1e-9))
                        .coefficients())
                .containsOnly(0);
        double[] fewer =
                Lasso.fit(Iris.LENGTHS, Iris.PETAL_WIDTH, lambda * 0.999).coefficients();
        assertThat(Arrays.stream(fewer).filter(b -> b != 0)).hasSize(1);
    }

    @Test
    void logisticRegressionMatchesScikitLearn() {
        LogisticRegression model = LogisticRegression.fit(Iris.STANDARDIZED, Iris.LABELS, 0.01);
        assertClose(Iris.flat(model.weights()), GoldenValues.of("logistic.weights"), 1e-6);
        double mean = Arrays.stream(model.biases()).average().orElseThrow();
        assertClose(
                Arrays.stream(model.biases()).map(b -> b - mean).toArray(), GoldenValues.of("logistic.biases"), 1e-6);
        double[][] probabilities = Arrays.stream(Iris.every(10, Iris.STANDARDIZED))
                .map(model::probabilities)
                .toArray(double[][]::new);
        assertClose(Iris.flat(probabilities), GoldenValues.of("logistic.probabilities"), 1e-6);
    }

    @Test
    void discriminantAnalysisMatchesScikitLearn() {
        LinearDiscriminantAnalysis model = LinearDiscriminantAnalysis.fit(Iris.X, Iris.LABELS);
        double[][] probabilities =
                Arrays.stream(Iris.every(10, Iris.X)).map(model::probabilities).toArray(double[][]::new);
        assertClose(Iris.flat(probabilities), GoldenValues.of("lda.probabilities"), 1e-10);
        assertThat(model.predict(Iris.X)).containsExactly(GoldenValues.of("lda.predictions"));
    }

    @Test
    void standardizedRowsHaveMeanZeroAndDeviationOne() {
        Standardization standardization = Standardization.fit(new double[][] {{1, 7}, {3, 7}, {5, 7}});
        assertThat(standardization.means()).containsExactly(3, 7);
        assertClose(standardization.standardDeviations(), new double[] {Math.sqrt(8 / 3.0), 1}, 1e-15);
        assertClose(standardization.apply(new double[] {5, 8}), new double[] {Math.sqrt(1.5), 1}, 1e-15);
    }

    @Test
    void problemsWithoutASolutionAreRefused() {
        double[][] dependent = {{1, 2}, {2, 4}, {3, 6}};
        double[] y = {1, 2, 4};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RidgeRegression.fit(dependent, y, 0))
                .withMessageContaining("full column rank");
        assertThat(RidgeRegression.fit(dependent, y, 1).coefficients()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticRegression.fit(new double[][] {{0}, {1}}, new int[] {0, 1}, 0))
                .withMessageContaining("use a lambda > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticRegression.fit(new double[][] {{0}, {1}}, new int[] {0, 2}, 1))
                .withMessage("LogisticRegression: expected rows of every class, but class 1 has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearDiscriminantAnalysis.fit(dependent, new int[] {0, 0, 1}))
                .withMessageContaining("Cholesky: expected a positive definite matrix");
        assertThatIllegalArgumentException().isThrownBy(() -> Lasso.fit(dependent, y, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearModel(0, 1, 2).predict(new double[] {1}))
                .withMessage("LinearModel: expected a row of 2 numbers, but was 1");
    }
}
