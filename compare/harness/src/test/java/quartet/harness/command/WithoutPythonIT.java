package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison with peers whose Python is not installed. */
class WithoutPythonIT {
    private final Path home;

    WithoutPythonIT(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void aPeerThatIsNotInstalledIsUnsupported() throws IOException {
        CommandLineKit kit = new CommandLineKit(home);
        PeersKit.copy(home);
        CommandLineKit.Answer answer = kit.run(
                "run",
                "classification",
                "--scale",
                "smoke",
                "--epochs",
                "2",
                "--engines",
                "scratch,python-pytorch",
                "--out",
                home.resolve("out").toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("run: compare/quartet peers install").containsPattern("scratch .* ok");
    }

    @Test
    void anUnknownFrameworkIsRefused() throws IOException {
        CommandLineKit kit = new CommandLineKit(home);
        PeersKit.copy(home);
        CommandLineKit.Answer answer = kit.run("peers", "install", "caffe");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("unknown framework 'caffe'; choose from jax, keras, pytorch");
    }
}
