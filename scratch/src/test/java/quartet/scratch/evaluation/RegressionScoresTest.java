package quartet.scratch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class RegressionScoresTest {
    private static final double[] EXPECTED = {3, -0.5, 2, 7};
    private static final double[] PREDICTED = {2.5, 0, 2, 8};

    @Test
    void matchesHandCalculation() {
        // The errors are -0.5, 0.5, 0 and 1; the mean is 2.875 and the squared deviations sum to 29.1875.
        assertThat(RegressionScores.meanSquaredError(EXPECTED, PREDICTED)).isEqualTo(0.375);
        assertThat(RegressionScores.rootMeanSquaredError(EXPECTED, PREDICTED)).isEqualTo(Math.sqrt(0.375));
        assertThat(RegressionScores.meanAbsoluteError(EXPECTED, PREDICTED)).isEqualTo(0.5);
        assertThat(RegressionScores.r2(EXPECTED, PREDICTED)).isCloseTo(1 - 1.5 / 29.1875, within(1e-15));
        assertThat(RegressionScores.r2(EXPECTED, EXPECTED)).isEqualTo(1);
        assertThat(RegressionScores.r2(EXPECTED, new double[] {2.875, 2.875, 2.875, 2.875}))
                .isZero();
    }

    @Test
    void agreesWithHipparchusOnRegressionLine() {
        Random random = new Random(5);
        SimpleRegression regression = new SimpleRegression();
        double[] x = random.doubles(50).toArray();
        double[] y = IntStream.range(0, 50)
                .mapToDouble(i -> 2 * x[i] + random.nextGaussian())
                .toArray();
        IntStream.range(0, 50).forEach(i -> regression.addData(x[i], y[i]));
        double[] predicted = IntStream.range(0, 50)
                .mapToDouble(i -> regression.predict(x[i]))
                .toArray();
        assertThat(RegressionScores.r2(y, predicted)).isCloseTo(regression.getRSquare(), within(1e-12));
        // Hipparchus subtracts two degrees of freedom.
        assertThat(RegressionScores.meanSquaredError(y, predicted) * 50 / 48)
                .isCloseTo(regression.getMeanSquareError(), within(1e-12));
    }

    @Test
    void r2IsInvariantUnderScaling() {
        double[] expected = {1, 2, 4};
        double[] predicted = {1.5, 2, 3};
        double r2 = RegressionScores.r2(expected, predicted);
        for (double factor : new double[] {1e-200, 1e200, 4e307}) {
            double[] scaled = Arrays.stream(expected).map(v -> v * factor).toArray();
            double[] scaledPredictions =
                    Arrays.stream(predicted).map(v -> v * factor).toArray();
            assertThat(RegressionScores.r2(scaled, scaledPredictions)).isCloseTo(r2, within(1e-14));
        }
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionScores.rootMeanSquaredError(EXPECTED, new double[3]))
                .withMessage("meanSquaredError: expected 4 predictions, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionScores.meanAbsoluteError(new double[0], new double[0]))
                .withMessage("meanAbsoluteError: expected at least 1 rows, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionScores.r2(EXPECTED, new double[] {1, 2, Double.NaN, 4}))
                .withMessage("r2: expected finite predictions, but was NaN at position 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionScores.r2(new double[] {0.1, 0.1, 0.1}, new double[3]))
                .withMessage("r2: expected values that differ, but all were 0.1");
    }
}
