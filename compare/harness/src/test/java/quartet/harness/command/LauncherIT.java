package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a copy of what a build leaves: no sources, so nothing is built again. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for bash")
class LauncherIT {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> BUILT = List.of(
            "compare/quartet",
            "compare/harness/target/harness-1.0-SNAPSHOT.jar",
            "compare/harness/target/classpath",
            "compare/contract/target/contract-1.0-SNAPSHOT.jar",
            "datasets/target/datasets-1.0-SNAPSHOT.jar",
            "scratch/target/scratch-1.0-SNAPSHOT.jar",
            "scratch/target/engine/classpath",
            "scratch/target/engine/engine.properties");

    private final Path folder;
    private final Path clone;

    LauncherIT(@TempDir Path folder) {
        this.folder = folder;
        clone = folder.resolve("first place");
    }

    @BeforeEach
    void copyTheBuild() throws IOException {
        for (String file : BUILT) {
            Path copy = clone.resolve(file);
            Files.createDirectories(copy.resolve(".."));
            Files.copy(PROJECT.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private record Answer(int exitCode, String out, String err) {}

    private Answer run(Path program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        int exitCode = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Answer(exitCode, Files.readString(out), Files.readString(err));
    }

    @Test
    void findsTheProjectThroughLinks() throws IOException, InterruptedException {
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), clone.resolve("compare/quartet"));
        Path relative = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("bin")).resolve("quartet"), Path.of("../absolute"));
        for (Path link : List.of(absolute, relative)) {
            Answer answer = run(link, Map.of(), "engines");
            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(0);
            assertThat(answer.out()).contains("scratch");
        }
    }

    @Test
    void runsFromAFolderThatWasMovedAfterBuilding() throws IOException, InterruptedException {
        Path moved = Files.move(clone, folder.resolve("second place"));
        Answer answer = run(moved.resolve("compare/quartet"), Map.of(), "engines");
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(0);
        assertThat(answer.out()).contains("scratch");
        assertThat(answer.err()).doesNotContain("Building");
        for (String file : List.of("compare/harness/target/classpath", "scratch/target/engine/classpath")) {
            assertThat(Files.readString(moved.resolve(file))).doesNotContain(PROJECT.toString());
        }
    }

    /** A stand-in for Maven prints what Maven prints and fails at the end. */
    @Test
    void showsWhatIsBuiltAndDownloaded() throws IOException, InterruptedException {
        Path maven = Files.createDirectory(folder.resolve("maven")).resolve("mvn");
        Files.writeString(maven, """
                #!/bin/sh
                echo '[INFO] Building Quartet: data 1.0-SNAPSHOT [2/10]'
                echo '[INFO] Downloading from somewhere: https://example.org/a/b/library-1.0.jar'
                echo '[INFO] nothing to see'
                echo '[ERROR] the disk is full'
                exit 1
                """);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        Files.delete(clone.resolve("compare/harness/target/classpath"));
        String path = maven.getParent() + ":" + System.getenv("PATH");
        Answer answer = run(clone.resolve("compare/quartet"), Map.of("PATH", path), "engines");
        Path log = clone.toRealPath().resolve("compare/harness/target/build.log");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines())
                .containsExactly(
                        "Building Quartet (the first time this downloads the frameworks, about 1 GB); log: " + log,
                        "building Quartet: data 1.0-SNAPSHOT [2/10]",
                        "downloading file 1: library-1.0.jar",
                        "[ERROR] the disk is full",
                        "quartet: the build failed; the whole output is in " + log);
        assertThat(log).content().contains("nothing to see");
    }
}
