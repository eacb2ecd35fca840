package quartet.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;

class SettingsTest {
    private static Settings settings(int epochs, int rounds, int threads, int timeout, String heap) {
        return new Settings(
                List.of(Project.CV),
                List.of(),
                Scale.SMOKE,
                "",
                epochs,
                rounds,
                threads,
                42,
                timeout,
                heap,
                List.of(Division.STRICT),
                0,
                1);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1, 1, --epochs: expected 1 or more",
        "0, 0, 1, 1, --rounds: expected 1 or more",
        "0, 1, 0, 1, --threads: expected 1 or more",
        "0, 1, 1, -5, --timeout: expected 1 or more"
    })
    void namesTheOptionThatIsOutOfRange(int epochs, int rounds, int threads, int timeout, String message) {
        assertThatThrownBy(() -> settings(epochs, rounds, threads, timeout, "1g"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "g", "0m", "2", "2 g", "-1g", "1.5g", "2gb", "1g -version"})
    void refusesAHeapThatIsNotOneSize(String heap) {
        assertThatThrownBy(() -> settings(0, 1, 1, 1, heap))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--heap: expected a size such as 512m or 2g");
    }

    @Test
    void doesNotChangeWithTheListsItWasMadeFrom() {
        List<String> engines = new ArrayList<>(List.of("scratch"));
        Settings settings = new Settings(
                List.of(), engines, Scale.SMOKE, "", 0, 1, 1, 42, 1, "512m", List.of(Division.STRICT), 0, 1);
        engines.clear();
        assertThat(settings.engines()).containsExactly("scratch");
    }

    @Test
    void aSweepIsEveryCombinationOfItsValues() {
        Sweep sweep = new Sweep(List.of(1, 2), List.of(0), List.of(0.5, 1.0));
        assertThat(sweep.variants())
                .extracting(Sweep.Variant::label)
                .containsExactly(
                        "threads 1, width 0.5", "threads 1, width 1", "threads 2, width 0.5", "threads 2, width 1");
        Settings settings = settings(0, 1, 1, 1, "1g").sweeping(sweep);
        assertThat(settings.of(sweep.variants().get(2)).threads()).isEqualTo(2);
        assertThat(settings.of(sweep.variants().get(2)).sweep().variants())
                .containsExactly(new Sweep.Variant("", 2, 0, 0.5));
    }

    @Test
    void valuesOfASweepAreChecked() {
        assertThatThrownBy(() -> new Sweep(List.of(1), List.of(16, 16), List.of(1.0)))
                .hasMessage("--batch: expected different values, but was [16, 16]");
        assertThatThrownBy(() -> new Sweep(List.of(1), List.of(16), List.of(Double.NaN)))
                .hasMessage("--width: expected a factor up to 64, but was NaN");
        assertThatThrownBy(() -> new Sweep(List.of(0), List.of(16), List.of(1.0)))
                .hasMessage("--threads: expected 1 or more, but was 0");
        Settings examples = new Settings(
                List.of(), List.of(), Scale.SMOKE, "", 0, 1, 1, 42, 1, "1g", List.of(Division.IDIOMATIC), 0, 1);
        assertThatThrownBy(() -> examples.sweeping(new Sweep(List.of(1), List.of(16), List.of(1.0))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--batch and --width change the strict specification");
    }
}
