package quartet.scratch.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quartet.scratch.GoldenValues;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.model.Iris;
import quartet.scratch.model.KernelFunction;
import quartet.scratch.model.linear.RidgeRegression;

/** Compares Bayesian regression with scikit-learn, and the evidence with the multivariate normal density of SciPy. */
class BayesianRegressionTest {

    private static final double[][] X = centred(Iris.LENGTHS);
    private static final double[] Y = centred(Iris.PETAL_WIDTH);
    private static final double[][] TIMES =
            IntStream.range(0, 15).mapToObj(i -> new double[] {6.0 * i / 14}).toArray(double[][]::new);
    private static final double[] WAVE = GoldenValues.of("gp.y");

    private static double[] centred(double[] y) {
        double mean = Arrays.stream(y).average().orElseThrow();
        return Arrays.stream(y).map(value -> value - mean).toArray();
    }

    private static double[][] centred(double[][] x) {
        double[][] columns = IntStream.range(0, x[0].length)
                .mapToObj(
                        j -> centred(Arrays.stream(x).mapToDouble(row -> row[j]).toArray()))
                .toArray(double[][]::new);
        return IntStream.range(0, x.length)
                .mapToObj(i ->
                        Arrays.stream(columns).mapToDouble(column -> column[i]).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void evidenceChoosesThePrecisionsOfScikitLearn() {
        double[] expected = GoldenValues.of("bayes.evidence");
        BayesianLinearRegression model = BayesianLinearRegression.fitByEvidence(X, Y);
        assertThat(model.weightPrecision()).isCloseTo(expected[0], within(1e-8 * expected[0]));
        assertThat(model.noisePrecision()).isCloseTo(expected[1], within(1e-8 * expected[1]));
        assertThat(model.mean()).containsExactly(Arrays.copyOfRange(expected, 2, 5), within(1e-9));
        double[] predictive = GoldenValues.of("bayes.predictive");
        for (int i = 0; i < 5; i++) {
            Prediction prediction = model.predictive(X[i]);
            assertThat(prediction.mean()).isCloseTo(predictive[2 * i], within(1e-9));
            assertThat(prediction.distribution().standardDeviation()).isCloseTo(predictive[2 * i + 1], within(1e-9));
        }
    }

    @Test
    void logEvidenceIsTheMultivariateNormalDensityOfTheTargets() {
        assertThat(BayesianLinearRegression.fit(X, Y, 2, 25).logEvidence())
                .isCloseTo(GoldenValues.of("bayes.logEvidence")[0], within(1e-9));
    }

    @Test
    void thePosteriorMeanIsRidgeRegression() {
        assertThat(BayesianLinearRegression.fit(X, Y, 2, 4).mean())
                .containsExactly(RidgeRegression.fit(X, Y, 0.5).coefficients(), within(1e-12));
    }

    @Test
    void gaussianProcessMatchesScikitLearn() {
        GaussianProcess process = new GaussianProcessFit(0.8, 1.5, 0.02).fit(TIMES, WAVE);
        assertThat(process.logEvidence()).isCloseTo(GoldenValues.of("gp.logEvidence")[0], within(1e-10));
        double[] expected = GoldenValues.of("gp.predictive");
        double[] queries = {-0.5, 0.3, 2.77, 6.9};
        for (int i = 0; i < queries.length; i++) {
            Prediction prediction = process.predictive(new double[] {queries[i]});
            assertThat(prediction.mean()).isCloseTo(expected[2 * i], within(1e-10));
            assertThat(prediction.variance()).isCloseTo(expected[2 * i + 1], within(1e-10));
        }
    }

    @Test
    void gaussianProcessFindsTheEvidenceOfScikitLearn() {
        GaussianProcessFit best = new GaussianProcessFit(0.8, 1.5, 0.02).maximizeEvidence(TIMES, WAVE);
        assertThat(best.fit(TIMES, WAVE).logEvidence()).isCloseTo(GoldenValues.of("gp.best")[0], within(1e-5));
    }

    /** The same model in terms of rows and of weights: k(x, y) = x . y / alpha, noise 1 / beta. */
    @Test
    void theLinearKernelIsBayesianLinearRegression() {
        GaussianProcess process =
                GaussianProcess.fit(X, Y, KernelFunction.linear().times(0.5), 0.04);
        BayesianLinearRegression weights = BayesianLinearRegression.fit(X, Y, 2, 25);
        assertThat(process.logEvidence()).isCloseTo(weights.logEvidence(), within(1e-9));
        double[] query = {0.3, -0.2, 1};
        assertThat(process.predictive(query).mean())
                .isCloseTo(weights.predictive(query).mean(), within(1e-11));
        assertThat(process.predictive(query).variance())
                .isCloseTo(weights.predictive(query).variance(), within(1e-11));
    }

    @Test
    void problemsWithoutASolutionAreRefused() {
        double[][] x = {{1}, {2}, {3}};
        assertThatThrownBy(() -> BayesianLinearRegression.fitByEvidence(x, new double[] {2, 4, 6}))
                .isInstanceOf(NonConvergenceException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesianLinearRegression.fitByEvidence(x, new double[3]))
                .withMessageContaining("all were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianProcess.fit(x, new double[3], KernelFunction.gaussian(1), 0))
                .withMessage("GaussianProcess: expected noiseVariance > 0, but was 0.0");
    }
}
