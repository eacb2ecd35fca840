package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StandardizerTest {
    @Test
    void standardizesEachColumnWithThePopulationDeviation() {
        // Column 0: mean 5, squared differences 9, 1, 1, 1, 0, 0, 4, 16, so variance 32 / 8 = 4.
        Standardizer standardizer =
                Standardizer.fit(List.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9}, new double[] {-1, 1}));
        assertThat(standardizer.means()).containsExactly(5, 0);
        assertThat(standardizer.deviations()).containsExactly(2, 1);
        assertThat(standardizer.standardize(0, 9)).isEqualTo(2);
        assertThat(standardizer.standardize(1, -3)).isEqualTo(-3);
    }

    @Test
    void missingValuesDoNotCountAndBecomeZero() {
        Standardizer standardizer =
                Standardizer.fit(List.of(new double[] {1, Double.NaN, 3}, new double[] {Double.NaN, Double.NaN}));
        assertThat(standardizer.means()).containsExactly(2, 0);
        assertThat(standardizer.deviations()).containsExactly(1, 1);
        assertThat(standardizer.standardize(0, Double.NaN)).isZero();
    }

    @Test
    void clipsToTheLimit() {
        Standardizer standardizer = Standardizer.fit(List.of(new double[] {-1, 1}));
        assertThat(standardizer.standardize(0, 1e300)).isEqualTo((float) Standardizer.LIMIT);
        assertThat(standardizer.standardize(0, Double.NEGATIVE_INFINITY)).isEqualTo((float) -Standardizer.LIMIT);
    }

    @Test
    void theRoundingErrorsOfAConstantColumnAreNotAmplified() {
        // The mean of three times 0.1 is not 0.1 in float64.
        double[] constant = {0.1, 0.1, 0.1};
        Standardizer standardizer = Standardizer.fit(List.of(constant));
        assertThat(standardizer.deviations()).containsExactly(1);
        assertThat(standardizer.standardize(0, 0.1)).isCloseTo(0, within(1e-15f));
    }

    @Test
    void theTargetScaleOfAConstantHasDeviationOne() {
        TargetScale scale = TargetScale.of(new double[] {7, 7});
        assertThat(scale).isEqualTo(new TargetScale(7, 1));
        assertThat(scale.scale(8)).isEqualTo(1);
    }

    @Property
    void unscalingRestoresATarget(
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> targets) {
        double[] values = targets.stream().mapToDouble(Double::doubleValue).toArray();
        TargetScale scale = TargetScale.of(values);
        for (double value : values) {
            // A scaled target is a float, so its relative error is at most 2^-24; |scaled| is at most sqrt(20).
            assertThat(scale.unscale(scale.scale(value))).isCloseTo(value, within(1e-6 * scale.deviation() + 1e-9));
        }
    }
}
