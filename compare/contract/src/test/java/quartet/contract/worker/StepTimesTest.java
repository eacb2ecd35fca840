package quartet.contract.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StepTimesTest {
    @Test
    void sumAndMedianOfAFewSteps() {
        StepTimes times = new StepTimes();
        assertThat(times.medianMillis()).isZero();
        for (long millis : new long[] {9, 1, 4, 2}) {
            times.add(millis * 1_000_000);
        }
        assertThat(times.sumSeconds()).isCloseTo(0.016, within(1e-12));
        assertThat(times.medianMillis()).isEqualTo(3);
    }

    @Test
    void keepsABoundedNumberOfManySteps() {
        StepTimes times = new StepTimes();
        int steps = 5 * StepTimes.MAXIMUM;
        for (int i = 0; i < steps; i++) {
            times.add(i);
        }
        assertThat(times.sumSeconds()).isCloseTo((steps - 1.0) * steps / 2 / 1e9, within(1e-6));
        assertThat(times.medianMillis()).isCloseTo(steps / 2.0 / 1e6, within(1e-4));
    }
}
