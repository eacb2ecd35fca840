package quartet.harness.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SummariesTest {
    @Test
    void ratioWithItsStudentIntervalByHand() {
        // ln ratios 0.1, 0.2, 0.3: mean 0.2, standard deviation 0.1, t(0.995, 2) = 9.924843 (tables).
        Ratio ratio = Ratio.of(new double[] {0.1, 0.2, 0.3});
        double half = 9.924843 * 0.1 / Math.sqrt(3);
        assertThat(ratio.value()).isCloseTo(Math.exp(0.2), within(1e-9));
        assertThat(ratio.low()).isCloseTo(Math.exp(0.2 - half), within(1e-6));
        assertThat(ratio.high()).isCloseTo(Math.exp(0.2 + half), within(1e-6));
        assertThat(ratio.verdict()).isEqualTo("tie");
    }

    @Test
    void verdictsNeedAnIntervalOnOneSideOfOne() {
        assertThat(Ratio.of(new double[] {1, 1.01, 0.99}).verdict()).isEqualTo("slower");
        assertThat(Ratio.of(new double[] {-1, -1.01, -0.99}).verdict()).isEqualTo("faster");
        assertThat(Ratio.of(new double[] {1}).value()).isCloseTo(Math.E, within(1e-9));
        assertThat(Ratio.of(new double[] {1}).verdict()).isNull();
        assertThat(Ratio.of(new double[0]).value()).isNull();
    }
}
