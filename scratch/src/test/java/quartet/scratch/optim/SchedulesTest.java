package quartet.scratch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static void assertRates(Schedule schedule, int first, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(schedule.at(first + i)).as("step %d", first + i).isCloseTo(expected[i], within(1e-14));
        }
    }

    @Test
    void constant() {
        assertRates(Schedule.constant(0.3), 1, 0.3, 0.3);
        assertRates(Schedule.constant(0.3), 1_000_000, 0.3);
    }

    @Test
    void step() {
        assertRates(Schedules.step(8, 0.5, 3), 1, 8, 8, 8, 4, 4, 4, 2);
    }

    /** cos 0, cos 60, cos 120 and cos 180 degrees: 1, 1/2, -1/2, -1. */
    @Test
    void cosine() {
        assertRates(Schedules.cosine(9, 1, 3), 1, 9, 7, 3, 1, 1, 1);
    }

    @Test
    void warmUp() {
        assertRates(Schedules.warmUp(4, Schedules.step(8, 0.5, 2)), 1, 2, 4, 6, 8, 8, 8, 4, 4, 2);
    }

    /** 21 steps: the maximum is at step 10 (p = 0.45), the minimum at step 19 (p = 0.9), the end at step 21. */
    @Test
    void oneCycle() {
        Schedule schedule = Schedules.oneCycle(1, 10, 21);
        assertRates(schedule, 1, 1, 2, 3);
        assertRates(schedule, 9, 9, 10, 9);
        assertRates(schedule, 19, 1, 0.505, 0.01, 0.01);
    }

    @Test
    void rejectsInvalidArguments() {
        assertRejected(() -> Schedule.constant(-1), "Schedule: expected learningRate > 0, but was -1.0");
        assertRejected(() -> Schedules.step(1, 2, 3), "Schedules.step: expected factor in (0, 1], but was 2.0");
        assertRejected(() -> Schedules.step(1, 0.5, 0), "Schedules.step: expected every > 0, but was 0");
        assertRejected(
                () -> Schedules.cosine(1, 2, 3),
                "Schedules.cosine: expected 0 <= minimum < maximum, but was 2.0 and 1.0");
        assertRejected(
                () -> Schedules.warmUp(0, Schedule.constant(1)), "Schedules.warmUp: expected steps > 0, but was 0");
        assertRejected(() -> Schedules.oneCycle(0, 1, 5), "Schedules.oneCycle: expected minimum > 0, but was 0.0");
        assertRejected(() -> Schedules.oneCycle(1, 2, 1), "Schedules.oneCycle: expected steps - 1 > 0, but was 0");
    }

    private static void assertRejected(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
