package quartet.harness.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private final Path folder;
    private final Path jar;

    ClassArchiveTest(@TempDir Path home) throws IOException {
        folder = home.resolve("class-data");
        jar = Files.writeString(home.resolve("library.jar"), "content");
    }

    private ClassArchive archive(String... arguments) {
        return ClassArchive.of(folder, "engine-MlpSpec", new ClassPath(List.of(), List.of(jar)), List.of(arguments));
    }

    /** Does what the JVM does at its end. */
    private static void write(ClassArchive archive) throws IOException {
        String option = archive.record().get(0);
        assertThat(option).startsWith("-XX:ArchiveClassesAtExit=");
        Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), "classes");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void isUsedAfterAWorkerHasWrittenIt() throws IOException {
        ClassArchive archive = archive();
        assertThat(archive.use()).isEmpty();
        write(archive);
        assertThat(archive.use()).isEmpty();
        archive.keep();
        assertThat(files()).singleElement().asString().matches("engine-MlpSpec-[0-9a-f]{64}\\.jsa");
        assertThat(archive().use()).first().asString().startsWith("-XX:SharedArchiveFile=" + folder);
        assertThat(archive().record()).isEmpty();
    }

    @Test
    void isMadeAnewWhenTheClassPathChanges() throws IOException {
        ClassArchive first = archive();
        write(first);
        first.keep();
        Files.writeString(jar, "other content");
        assertThat(archive().use()).isEmpty();
        write(archive());
        assertThat(archive("-XX:+UseParallelGC").use()).isEmpty();
        ClassArchive second = archive();
        write(second);
        second.keep();
        assertThat(files()).filteredOn(name -> name.endsWith(".jsa")).hasSize(1);
        assertThat(second.use()).isNotEmpty();
    }

    @Test
    void nothingIsLeftOfAWorkerThatFailed() throws IOException {
        ClassArchive archive = archive();
        write(archive);
        archive.discard();
        archive.keep();
        assertThat(files()).isEmpty();
        assertThat(archive.record()).isEmpty();
    }

    @Test
    void whatAKilledWorkerLeftIsDeletedLater() throws IOException {
        write(archive());
        Path left = folder.resolve(files().get(0));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        ClassArchive running = archive();
        write(running);
        ClassArchive next = archive();
        write(next);
        next.keep();
        assertThat(left).doesNotExist();
        assertThat(files())
                .as("the new archive, and the part of a worker that still runs")
                .hasSize(2);
    }

    @Test
    void aClassPathWithAFolderHasNoArchive(@TempDir Path classes) {
        ClassPath classPath = new ClassPath(List.of(classes), List.of(jar));
        assertThat(ClassArchive.of(folder, "engine-MlpSpec", classPath, List.of())
                        .record())
                .isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenOnlyMeansNoArchive() throws IOException {
        Files.writeString(folder, "a file, not a folder");
        assertThat(archive().record()).isEmpty();
        assertThat(archive().use()).isEmpty();
        archive().keep();
    }
}
