package quartet.harness.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void aLinearAxisEndsAtRoundNumbers() {
        Axis axis = Axis.of(List.of(0.12, 0.97), false);
        assertThat(axis.low()).isZero();
        assertThat(axis.high()).isCloseTo(1, within(1e-12));
        assertThat(axis.ticks().stream().map(Axis::label)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(axis.fraction(0.5)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void equalRatiosAreEqualDistancesOnALogarithmicAxis() {
        Axis axis = Axis.of(List.of(0.1, 3.0), true);
        assertThat(axis.fraction(3) - axis.fraction(1))
                .isCloseTo(axis.fraction(0.3) - axis.fraction(0.1), within(1e-12));
        assertThat(axis.ticks().stream().map(Axis::label)).containsExactly("0.1", "0.2", "0.5", "1", "2");
    }

    @Test
    void equalValuesGetAnAxisAroundThem() {
        for (boolean logarithmic : List.of(false, true)) {
            Axis axis = Axis.of(List.of(7.0, 7.0), logarithmic);
            assertThat(axis.low()).isLessThan(7);
            assertThat(axis.high()).isGreaterThan(7);
            assertThat(axis.ticks()).isNotEmpty();
        }
    }

    @Test
    void labelsHaveFourSignificantDigits() {
        assertThat(List.of(0.0, 0.96375, 1234.56, 0.00012346, 2e-7, -3e9).stream()
                        .map(Axis::label))
                .containsExactly("0", "0.9638", "1235", "1.235e-4", "2e-7", "-3e9");
    }
}
