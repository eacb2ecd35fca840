package quartet.harness.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RoundingTest {
    private static final double EIGHT_UNITS = 8 * 0x1p-24;

    @Test
    void anUncertainClassifierKeepsItsTolerances() {
        double loss = Math.log(1 + Math.exp(-1)); // logits 0 and 1, class 1
        Rounding rounding = Rounding.ofClasses(new double[][] {{0, 1}}, new int[] {1}, loss);
        assertThat(rounding.loss()).isCloseTo(EIGHT_UNITS * (1 + 1 / loss), within(1e-15));
        assertThat(rounding.gradients()).isCloseTo(EIGHT_UNITS * (1 + 1 / 0.2689414213699951), within(1e-15));
        assertThat(rounding.loss()).isLessThan(ParityCheck.LOSS);
        assertThat(rounding.gradients()).isLessThan(ParityCheck.GRADIENTS);
    }

    @Test
    void aCertainClassifierIsWithinRounding() {
        double gap = Math.exp(-10);
        // In float32, 1 + exp(-10) is rounded to a multiple of 2^-23, which is 0.26 % of exp(-10).
        float rounded = (float) (1 + gap);
        double error = Math.abs(Math.log(rounded) - Math.log1p(gap)) / Math.log1p(gap);
        Rounding rounding = Rounding.ofClasses(new double[][] {{0, 10}}, new int[] {1}, Math.log1p(gap));
        assertThat(error).isGreaterThan(ParityCheck.LOSS);
        assertThat(rounding.loss()).isBetween(error, 1.0);
        assertThat(rounding.gradients()).isBetween(error, 1.0);
    }

    @Test
    void aRegressionThatHitsItsTargetsIsWithinRounding() {
        // A prediction of 3 is rounded by up to 2^-23, a thousandth of the residual of 1.2e-4.
        Rounding rounding = Rounding.ofValues(new double[][] {{3 + 1.2e-4}}, new float[] {3}, 1.44e-8);
        assertThat(rounding.gradients()).isBetween(2e-3, 2e-2);
        Rounding ordinary = Rounding.ofValues(new double[][] {{1}}, new float[] {0}, 1);
        assertThat(ordinary.loss()).isLessThan(ParityCheck.LOSS);
    }
}
