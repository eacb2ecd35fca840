package quartet.harness.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartet.harness.UsageException;
import quartet.harness.worker.PeerProgram;

class PeerEnvironmentTest {
    private static final String SHELL_SCRIPT = "the interpreter of this test is a shell script";

    private final Path home;
    private final PeerEnvironment environment;

    PeerEnvironmentTest(@TempDir Path home) {
        this.home = home;
        environment = new PeerEnvironment(home, home.resolve("venv"));
    }

    @Test
    void refusesACommandThatDoesNotExist() {
        assertThatThrownBy(() -> environment.make("no-such-python"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "'no-such-python' cannot be started; install Python 3.11 or newer, or name one with --python");
    }

    @ParameterizedTest
    @CsvSource({"2.7, is Python 2.7", "3.10, is Python 3.10", "Java, is no Python"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = SHELL_SCRIPT)
    void refusesAnInterpreterThatIsTooOld(String version, String problem) throws IOException {
        Path python = program("printf " + version);
        assertThatThrownBy(() -> environment.make(python.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "'" + python + "' " + problem + "; install Python 3.11 or newer, or name one with --python");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = SHELL_SCRIPT)
    void refusesAFolderWithOtherFiles() throws IOException {
        Files.createFile(Files.createDirectories(home.resolve("venv")).resolve("thesis.txt"));
        Path python = program("printf 3.11");
        assertThatThrownBy(() -> environment.make(python.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("venv exists and is no virtual environment; name another with --into");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = SHELL_SCRIPT)
    void saysWhatMayBeMissingIfNoEnvironmentCanBeMade() throws IOException {
        Path python = program("if [ \"$1\" = -m ]; then exit 1; fi; printf 3.12");
        assertThatThrownBy(() -> environment.make(python.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("exit code 1")
                .hasMessageEndingWith("the package python3-venv may be missing");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = SHELL_SCRIPT)
    void namesTheInterpreterOnceAFrameworkIsInstalled() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(home.resolve("venv/bin"));
        Files.move(program("test \"$2\" = works"), bin.resolve("python"));
        assertThat(environment.install("fails")).isFalse();
        assertThat(PeerProgram.pythonFile(home)).doesNotExist();
        assertThat(environment.install("works")).isTrue();
        assertThat(PeerProgram.pythonFile(home))
                .hasContent(bin.resolve("python").toString());
    }

    private Path program(String script) throws IOException {
        Path file = Files.writeString(home.resolve("python"), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
