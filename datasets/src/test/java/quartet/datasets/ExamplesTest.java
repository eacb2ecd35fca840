package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final Features.Values FEATURES = new Features.Values(new int[] {3, 1}, new float[] {10, 20, 30});
    private static final Targets.Classes CLASSES = new Targets.Classes(new int[] {0, 1, 2}, 3);
    private static final Targets.Values VALUES = new Targets.Values(new float[] {0.5f, 1.5f, 2.5f});

    @Test
    void selectsFeaturesAndTargetsOfTheSameRows() {
        int[] rows = {2, 0, 1};
        Examples classes = new Examples(FEATURES, CLASSES).select(rows, 0, 2);
        assertThat(classes.rows()).isEqualTo(2);
        assertThat(classes.features().asValues().data()).containsExactly(30, 10);
        assertThat(classes.targets().asClasses().labels()).containsExactly(2, 0);
        assertThat(classes.targets().asClasses().classes()).isEqualTo(3);
        Examples values = new Examples(FEATURES, VALUES).select(rows, 1, 3);
        assertThat(values.targets().asValues().values()).containsExactly(0.5f, 1.5f);
    }

    @Test
    void refusesDifferentNumbersOfRows() {
        Targets two = new Targets.Values(new float[2]);
        assertThatThrownBy(() -> new Examples(FEATURES, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Examples: expected a target for each of 3 rows, but got 2");
    }

    @Test
    void refusesLabelsOutOfRange() {
        assertThatThrownBy(() -> new Targets.Classes(new int[] {0, 3}, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Targets: expected labels in [0, 3), but row 1 was 3");
        assertThatThrownBy(() -> new Targets.Classes(new int[] {-1}, 3))
                .hasMessage("Targets: expected labels in [0, 3), but row 0 was -1");
    }

    @Test
    void refusesAConversionToTheOtherKind() {
        assertThatThrownBy(CLASSES::asValues)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Targets: expected numbers, but were classes");
        assertThatThrownBy(VALUES::asClasses)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Targets: expected classes, but were numbers");
    }
}
