package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.UsageException;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.EngineVersion;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Environment;

class EarlierRunTest {
    private final Path folder;
    private final EarlierRun earlier;

    EarlierRunTest(@TempDir Path folder) {
        this.folder = folder;
        Environment environment = environment("17", "one", "two");
        ResultFiles.write(
                folder,
                new Results(Results.SCHEMA, environment, settings(42), List.of(), List.of(), List.of(), List.of()));
        earlier = EarlierRun.read(folder);
    }

    private static Settings settings(long seed) {
        return new Settings(
                List.of(Project.CV),
                List.of(),
                Scale.SMOKE,
                "",
                1,
                2,
                1,
                seed,
                60,
                "1g",
                List.of(Division.STRICT),
                0,
                1);
    }

    private static Environment environment(String java, String... engines) {
        List<EngineVersion> versions = List.of(engines).stream()
                .map(name -> EngineVersion.unknown(name, name, 5, "build of " + name))
                .toList();
        return new Environment("now", "Linux", "CPU", 1, 2, 3, java, versions, List.of());
    }

    private void assertRefused(Settings settings, Environment environment, String difference) {
        assertThatThrownBy(() -> earlier.check(settings, environment))
                .isInstanceOf(UsageException.class)
                .hasMessage("--resume: the run in " + folder + " cannot go on: " + difference
                        + "; start a new run with another --out");
    }

    @Test
    void theSameRunGoesOn() {
        assertThatNoException().isThrownBy(() -> earlier.check(settings(42), environment("17", "one", "two")));
    }

    @Test
    void settingsMachinesEnginesAndBuildsAreNotMixed() {
        assertRefused(settings(43), environment("17", "one", "two"), "settings: seed was 42, but is 43 now");
        assertRefused(settings(42), environment("25", "one", "two"), "machine: java was 17, but is 25 now");
        assertRefused(
                settings(42),
                environment("17", "one", "three"),
                "it compares the engines one, two, but these are one, three");
        Environment rebuilt = environment("17")
                .with(List.of(
                        EngineVersion.unknown("one", "one", 5, "build of one"),
                        EngineVersion.unknown("two", "two", 5, "another build")));
        assertRefused(settings(42), rebuilt, "engine two was built anew since it was interrupted");
    }
}
