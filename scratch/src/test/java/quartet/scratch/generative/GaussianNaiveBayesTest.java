package quartet.scratch.generative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class GaussianNaiveBayesTest {
    private static final double[][] X = {{1, 0}, {3, 4}, {6, 1}, {8, 1}, {10, 4}};
    private static final int[] LABELS = {0, 0, 1, 1, 1};

    @Test
    void matchesHandCalculation() {
        GaussianNaiveBayes model = GaussianNaiveBayes.fit(X, LABELS, 2, 0);
        // Class 0: means 2 and 2, variances 1 and 4. Class 1: means 8 and 2, variances 8/3 and 2.
        double[] row = {4, 3};
        double joint0 = Math.log(0.4) + logNormal(2, 1, 4) + logNormal(2, 4, 3);
        double joint1 = Math.log(0.6) + logNormal(8, 8.0 / 3, 4) + logNormal(2, 2, 3);
        assertThat(model.logJoint(row)).containsExactly(new double[] {joint0, joint1}, within(1e-12));
        double p0 = 1 / (1 + Math.exp(joint1 - joint0));
        assertThat(Math.exp(model.logProbabilities(row)[0])).isCloseTo(p0, within(1e-12));
        assertThat(model.predict(new double[] {2, 2})).isZero();
        assertThat(model.predict(new double[] {8, 2})).isEqualTo(1);
        assertThat(model.feature(1, 0).mean()).isCloseTo(8, within(1e-15));
    }

    private static double logNormal(double mean, double variance, double x) {
        return new NormalDistribution(mean, Math.sqrt(variance)).logDensity(x);
    }

    @Test
    void logDensitiesAreFiniteWhereDensitiesUnderflow() {
        double[] far = GaussianNaiveBayes.fit(X, LABELS, 2, 0).logProbabilities(new double[] {1e6, 0});
        assertThat(far[0]).isLessThan(-1e10);
        assertThat(far[1]).isZero();
        // The squares of the distances overflow, but class 1 has the larger variance of the first feature.
        double[] beyond = GaussianNaiveBayes.fit(X, LABELS, 2, 0).logProbabilities(new double[] {1e160, 0});
        assertThat(beyond[0]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(beyond[1]).isZero();
        assertThat(GaussianNaiveBayes.fit(X, LABELS, 2, 0).predict(new double[] {1e160, 0}))
                .isEqualTo(1);
    }

    @Test
    void smoothingAddsFractionOfLargestVariance() {
        double[][] constantInClass = {{1, 5}, {1, 7}, {2, 5}, {2, 9}};
        GaussianNaiveBayes model = GaussianNaiveBayes.fit(constantInClass, new int[] {0, 0, 1, 1}, 2, 0.5);
        // The second feature has mean 6.5 and variance (2.25 + 0.25 + 2.25 + 6.25) / 4 = 2.75.
        assertThat(model.feature(0, 0).variance()).isCloseTo(1.375, within(1e-12));
        assertThat(model.feature(1, 1).variance()).isCloseTo(4 + 1.375, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianNaiveBayes.fit(constantInClass, new int[] {0, 0, 1, 1}, 2, 0))
                .withMessage("GaussianNaiveBayes: expected a feature that varies or a smoothing above 0,"
                        + " but feature 0 of class 0 is always 1.0");
    }

    @Test
    void recoversParametersFromItsSamples() {
        GaussianNaiveBayes model = GaussianNaiveBayes.fit(X, LABELS, 2, 0);
        Random random = new Random(1);
        GaussianNaiveBayes.Example[] drawn = new GaussianNaiveBayes.Example[4000];
        Arrays.setAll(drawn, i -> model.sample(random));
        GaussianNaiveBayes again = GaussianNaiveBayes.fit(
                Arrays.stream(drawn).map(GaussianNaiveBayes.Example::row).toArray(double[][]::new),
                Arrays.stream(drawn).mapToInt(GaussianNaiveBayes.Example::label).toArray(),
                2,
                0);
        for (int c = 0; c < 2; c++) {
            for (int j = 0; j < 2; j++) {
                assertThat(again.feature(c, j).mean())
                        .isCloseTo(model.feature(c, j).mean(), within(0.25));
                assertThat(again.feature(c, j).variance() / model.feature(c, j).variance())
                        .isCloseTo(1, within(0.15));
            }
        }
        assertThat(Arrays.stream(drawn).filter(example -> example.label() == 1).count())
                .isBetween(2250L, 2550L);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianNaiveBayes.fit(X, new int[4], 2, 0))
                .withMessage("GaussianNaiveBayes: expected 5 labels, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianNaiveBayes.fit(X, LABELS, 3, 0))
                .withMessage("GaussianNaiveBayes: expected at least 1 rows of class 2, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianNaiveBayes.fit(new double[0][], new int[0], 1, 0))
                .withMessage("GaussianNaiveBayes: expected at least 1 rows, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianNaiveBayes.fit(new double[][] {{1}, {Double.NaN}}, new int[2], 1, 0))
                .withMessage("GaussianNaiveBayes: expected finite numbers, but was NaN at position 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianNaiveBayes.fit(X, LABELS, 2, 0).predict(new double[3]))
                .withMessage("GaussianNaiveBayes: expected a row of 2 numbers, but was 3");
    }
}
