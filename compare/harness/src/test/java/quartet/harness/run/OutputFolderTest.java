package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.harness.UsageException;

class OutputFolderTest {
    private final Path home;

    OutputFolderTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void refusesAFolderThatHoldsAnythingAndLeavesItAsItWas() throws IOException {
        Path file = Files.createDirectories(home.resolve("work")).resolve("thesis.txt");
        Files.writeString(file, "the only copy");
        assertThatThrownBy(() -> OutputFolder.create(home))
                .isInstanceOf(UsageException.class)
                .hasMessage("--out: " + home + " is not empty; choose a new or an empty folder");
        assertThat(file).hasContent("the only copy");
        assertThat(home).isDirectoryNotContaining("glob:**/{logs,quartet.lock}");
    }

    @Test
    void refusesTheEmptyName() {
        assertThatThrownBy(() -> OutputFolder.create(Path.of("")))
                .isInstanceOf(UsageException.class)
                .hasMessage("--out: expected a folder, but was ''");
    }

    @Test
    void aSecondRunIsToldThatTheFolderIsInUse() {
        Path out = home.resolve("out");
        try (OutputFolder first = OutputFolder.create(out)) {
            assertThatThrownBy(() -> OutputFolder.create(out))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("--out: another run is writing to " + out + "; choose another folder");
            assertThat(first.work()).isDirectory();
        }
    }

    @Test
    void closingDeletesWhatTheRunCreatedAndNothingElse() throws IOException {
        Path kept = Files.createDirectories(home.resolve("elsewhere/folder"));
        Path keptFile = Files.writeString(home.resolve("elsewhere/file"), "kept");
        Path out = home.resolve("out");
        Path work;
        try (OutputFolder output = OutputFolder.create(out)) {
            work = output.work();
            Files.createSymbolicLink(work.resolve("folder-link"), kept.getParent());
            Files.createSymbolicLink(work.resolve("file-link"), keptFile);
            Files.writeString(Files.createDirectories(work.resolve("a/b")).resolve("c"), "temporary");
            Files.writeString(out.resolve("notes.txt"), "written by the user during the run");
        }
        assertThat(work).doesNotExist();
        assertThat(kept).isDirectory();
        assertThat(keptFile).hasContent("kept");
        assertThat(out).isDirectoryContaining("glob:**/notes.txt").isDirectoryContaining("glob:**/logs");
        assertThat(out).isDirectoryNotContaining("glob:**/quartet.lock");
    }

    @Test
    void acceptsAnEmptyFolderAndALinkToOne() throws IOException {
        Path empty = Files.createDirectory(home.resolve("empty"));
        Path link = Files.createSymbolicLink(home.resolve("link"), empty);
        OutputFolder.create(link).close();
        assertThat(empty.resolve("logs")).isDirectory();
    }

    @Test
    void eachTemporaryFolderHasItsOwnName() {
        try (OutputFolder one = OutputFolder.temporary();
                OutputFolder other = OutputFolder.temporary()) {
            assertThat(one.work()).isNotEqualTo(other.work()).isDirectory();
        }
    }
}
