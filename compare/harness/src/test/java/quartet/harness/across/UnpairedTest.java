package quartet.harness.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import quartet.harness.results.Ratio;

class UnpairedTest {
    /**
     * Student's sleep data (1908), for which R's t.test prints: t = -1.8608, df = 17.776, means 0.75 and 2.33. The
     * standard error is therefore 1.58 / 1.8608; the quantile t(0.995, 17.776) is between those of 17 (2.898) and 18
     * degrees of freedom (2.878).
     */
    @Test
    void hasTheIntervalOfWelch() {
        double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
        double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        Ratio ratio = Unpaired.of(first, second);
        assertThat(Math.log(Objects.requireNonNull(ratio.value()))).isCloseTo(-1.58, within(1e-12));
        double half = 2.8826 * 1.58 / 1.8608;
        assertThat(Math.log(Objects.requireNonNull(ratio.low()))).isCloseTo(-1.58 - half, within(2e-3));
        assertThat(Math.log(Objects.requireNonNull(ratio.high()))).isCloseTo(-1.58 + half, within(2e-3));
        assertThat(ratio.verdict()).isEqualTo("tie");
    }

    @Test
    void tellsFasterFromSlower() {
        double[] fast = {0, 0.01, 0.02};
        double[] slow = {1, 1.01, 1.02};
        assertThat(Unpaired.of(fast, slow).verdict()).isEqualTo("faster");
        assertThat(Unpaired.of(slow, fast).verdict()).isEqualTo("slower");
    }

    @Test
    void hasNoIntervalWithOneRound() {
        Ratio ratio = Unpaired.of(new double[] {Math.log(6)}, new double[] {Math.log(2), Math.log(2)});
        assertThat(ratio.value()).isCloseTo(3, within(1e-12));
        assertThat(ratio.low()).isNull();
        assertThat(ratio.verdict()).isNull();
        assertThat(Unpaired.of(new double[] {1}, new double[0]).value()).isNull();
    }

    @Test
    void equalRoundsAreATie() {
        Ratio ratio = Unpaired.of(new double[] {1, 1}, new double[] {1, 1});
        assertThat(ratio.low()).isEqualTo(1);
        assertThat(ratio.verdict()).isEqualTo("tie");
    }
}
