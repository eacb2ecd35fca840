package quartet.scratch.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartet.scratch.GoldenValues;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.statistics.hypothesis.Alternative;

/** Checks effect sizes by hand, and power against the noncentral t distribution of SciPy. */
class EffectAndPowerTest {

    /** Means 4 and 2, variances 4 and 1, pooled variance 2.5; J(4) = Gamma(2) / (sqrt(2) Gamma(1.5)). */
    @Test
    void effectSizesMatchHandCalculation() {
        double[] x = {2, 4, 6};
        double[] y = {1, 2, 3};
        assertThat(EffectSize.cohensD(x, y)).isCloseTo(2 / Math.sqrt(2.5), within(1e-15));
        double correction = 1 / (Math.sqrt(2) * Math.sqrt(Math.PI) / 2);
        assertThat(EffectSize.hedgesG(x, y)).isCloseTo(correction * 2 / Math.sqrt(2.5), within(1e-14));
        // Of nine pairs, seven have x above y, one is equal and one is below.
        assertThat(EffectSize.cliffsDelta(x, y)).isEqualTo(6 / 9.0);
        assertThat(EffectSize.cliffsDelta(y, x)).isEqualTo(-6 / 9.0);
    }

    @ParameterizedTest
    @CsvSource({"TWO_SIDED, two-sided", "LESS, less", "GREATER, greater"})
    void powerMatchesSciPy(Alternative alternative, String name) {
        double[] expected = GoldenValues.of("statistics.power." + name);
        TTestPower usual = new TTestPower(0.05, alternative);
        assertThat(usual.twoSamples(0.5, 64, 64)).isCloseTo(expected[0], within(1e-9));
        assertThat(new TTestPower(0.01, alternative).twoSamples(0.8, 10, 15)).isCloseTo(expected[1], within(1e-9));
        assertThat(usual.twoSamples(-0.3, 5, 4)).isCloseTo(expected[2], within(1e-9));
        assertThat(usual.twoSamples(1.5, 2, 2)).isCloseTo(expected[3], within(1e-9));
    }

    @Test
    void theSampleSizeIsTheSmallestWithThePower() {
        TTestPower test = new TTestPower(0.05, Alternative.TWO_SIDED);
        assertThat(test.sampleSizeOfTwo(0.35, 0.9)).isEqualTo((int) GoldenValues.of("statistics.size")[0]);
        // Without an effect the power is the significance.
        assertThat(test.oneSample(0, 12)).isCloseTo(0.05, within(1e-10));
        assertThatThrownBy(() -> new TTestPower(0.05, Alternative.LESS).sampleSizeOfTwo(0.35, 0.9))
                .isInstanceOf(NonConvergenceException.class);
    }
}
