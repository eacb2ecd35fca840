package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import quartet.harness.worker.PeerProgram;

/** The peers in Python beside the scratch engine. {@code mvn verify -Ppeers} runs them, after {@code peers install}. */
class PeersIT {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    private final Path home;

    PeersIT(@TempDir Path home) {
        this.home = home;
    }

    @Test
    @DisabledIfSystemProperty(named = "quartet.peers", matches = "true")
    void aPeerThatIsNotInstalledIsUnsupported() throws IOException {
        CommandLineKit kit = new CommandLineKit(home);
        copyPeers();
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
    @EnabledIfSystemProperty(named = "quartet.peers", matches = "true")
    void pyTorchPassesParityInAllProjects() throws IOException {
        CommandLineKit kit = new CommandLineKit(home);
        copyPeers();
        installPeers();
        CommandLineKit.Answer answer = kit.run("parity", "--scale", "smoke", "--engines", "python-pytorch");
        assertThat(answer.out())
                .contains("classification python-pytorch: ok")
                .contains("regression python-pytorch: ok")
                .contains("cv python-pytorch: ok")
                .contains("nlp python-pytorch: ok");
        assertThat(answer.exitCode()).isEqualTo(0);
    }

    @Test
    @EnabledIfSystemProperty(named = "quartet.peers", matches = "true")
    void pyTorchIsTimedInBothDivisions() throws IOException {
        CommandLineKit kit = new CommandLineKit(home);
        copyPeers();
        installPeers();
        CommandLineKit.Answer answer = kit.run(
                "run",
                "nlp",
                "--scale",
                "smoke",
                "--epochs",
                "2",
                "--division",
                "both",
                "--engines",
                "scratch,python-pytorch",
                "--out",
                home.resolve("out").toString());
        assertThat(answer.err() + answer.out()).contains("python-pytorch");
        assertThat(answer.exitCode()).as(answer.out()).isEqualTo(0);
    }

    @Test
    @EnabledIfSystemProperty(named = "quartet.peers", matches = "true")
    void parityCatchesAnotherEpsilon() throws IOException {
        assertCaught("eps=training[\"epsilon\"]", "eps=1e-3", "parity: update at step 0");
    }

    @Test
    @EnabledIfSystemProperty(named = "quartet.peers", matches = "true")
    void parityCatchesATransposedLayout() throws IOException {
        assertCaught(
                "layer.weight, isinstance(layer, nn.Linear)",
                "layer.weight, isinstance(layer, nn.Linear) and layer.in_features != layer.out_features",
                "parity: logits at step 0");
    }

    private void assertCaught(String code, String mistake, String reason) throws IOException {
        CommandLineKit kit = new CommandLineKit(home);
        copyPeers();
        installPeers();
        Path module = PeerProgram.folder(home).resolve("quartet_peers/pytorch.py");
        String source = Files.readString(module);
        assertThat(source).contains(code);
        Files.writeString(module, source.replace(code, mistake));
        CommandLineKit.Answer answer =
                kit.run("parity", "classification", "--scale", "smoke", "--engines", "python-pytorch");
        assertThat(answer.out()).contains("classification python-pytorch: FAILED: " + reason);
        assertThat(answer.exitCode()).isEqualTo(1);
    }

    private void copyPeers() throws IOException {
        Path from = PeerProgram.folder(CHECKOUT);
        for (String folder : List.of("engines", "quartet_peers")) {
            Path to = Files.createDirectories(PeerProgram.folder(home).resolve(folder));
            try (Stream<Path> files = Files.list(from.resolve(folder)).filter(Files::isRegularFile)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private void installPeers() throws IOException {
        Path installed = PeerProgram.pythonFile(CHECKOUT);
        assertThat(installed).as("the file that %s writes", PeerProgram.INSTALL).exists();
        Path copy = PeerProgram.pythonFile(home);
        Files.createDirectories(copy.getParent());
        Files.copy(installed, copy);
    }
}
