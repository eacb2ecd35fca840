package quartet.harness.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.contract.experiment.Project;
import quartet.datasets.own.OwnSource;
import quartet.harness.UsageException;
import quartet.harness.worker.InstalledEngine;

/** What an export refuses, and that it then leaves nothing behind. */
class ExportRequestTest {
    private final Path parent;

    ExportRequestTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Com.acme", "com..acme", "com.acme.", "com.1acme", "com.class", "com-acme", "a b"})
    void refusesWhatIsNoPackage(String name) {
        assertThatThrownBy(() -> request(parent.resolve("new"), name))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--package: expected a name of lower-case letters such as com.acme, but was '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.acme", "quartet", "jdk.acme"})
    void refusesPackagesOfOthers(String name) {
        assertThatThrownBy(() -> request(parent.resolve("new"), name))
                .hasMessage("--package: '" + name + "' is not yours; choose a name such as com.acme");
    }

    @ParameterizedTest
    @CsvSource({"iris,iris", "My Iris,my-iris", "--x--,x", "42,classification", "été,t"})
    void namesTheProjectAfterItsFolder(String folder, String artifact) {
        assertThat(request(parent.resolve(folder), "com.acme").artifact()).isEqualTo(artifact);
    }

    @Test
    void refusesAFolderWithFiles() throws IOException {
        Files.writeString(parent.resolve("file"), "mine");
        assertThatThrownBy(() -> Exporter.export(request(parent, "com.acme")))
                .isInstanceOf(UsageException.class)
                .hasMessage(parent + " is not empty; name a new or empty folder");
        assertThatThrownBy(() -> Exporter.export(request(parent.resolve("file"), "com.acme")))
                .hasMessage(parent.resolve("file") + " is a file; name a new or empty folder");
        assertThat(parent.resolve("file")).hasContent("mine");
    }

    @Test
    void leavesNothingIfTheSourcesAreMissing() throws IOException {
        Path template = parent.resolve("engine/src/export/ParityNetwork.java.ftl");
        Files.createDirectories(template.getParent());
        Files.writeString(template, "");
        Path projects = Files.createDirectories(parent.resolve("projects"));
        assertThatThrownBy(() -> Exporter.export(request(projects.resolve("new"), "com.acme")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("export needs the sources, but there is no folder");
        try (Stream<Path> left = Files.list(projects)) {
            assertThat(left).isEmpty();
        }
    }

    private ExportRequest request(Path folder, String packageName) {
        InstalledEngine engine = new InstalledEngine(
                "test", "Test", "", "", List.of(), Map.of(), "quartet.test", parent.resolve("engine"));
        return new ExportRequest(parent, Project.CLASSIFICATION, engine, folder, packageName, OwnSource.NONE, false);
    }
}
