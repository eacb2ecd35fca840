package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartet.harness.worker.PeerProgram;

/** The peers in Python beside the scratch engine. {@code mvn verify -Ppeers} runs them, after {@code peers install}. */
@EnabledIfSystemProperty(named = "quartet.peers", matches = "true")
class PeersIT {
    private static final List<String> PEERS = List.of("python-jax", "python-keras", "python-pytorch");

    private final Path home;
    private final CommandLineKit kit;

    PeersIT(@TempDir Path home) throws IOException {
        this.home = home;
        kit = new CommandLineKit(home);
        PeersKit.install(home);
    }

    @Test
    void allPassParityInAllProjects() {
        CommandLineKit.Answer answer = kit.run("parity", "--scale", "smoke", "--engines", String.join(",", PEERS));
        for (String project : List.of("classification", "regression", "cv", "nlp")) {
            for (String peer : PEERS) {
                assertThat(answer.out()).contains(project + " " + peer + ": ok");
            }
        }
        assertThat(answer.exitCode()).isEqualTo(0);
    }

    @Test
    void allAreTimedInBothDivisions() {
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
                "scratch," + String.join(",", PEERS),
                "--out",
                home.resolve("out").toString());
        assertThat(answer.exitCode()).as(answer.out()).isEqualTo(0);
        for (String peer : PEERS) {
            assertThat(answer.out().lines().filter(line -> line.startsWith(peer + " ")))
                    .as(peer)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void savedNetworksPredictRawRowsAsScratchDoes() throws IOException {
        Path data = Files.write(home.resolve("data.csv"), table());
        Path out = home.resolve("out");
        CommandLineKit.Answer run = kit.run(
                "run",
                "classification",
                "--data",
                data.toString(),
                "--target",
                "kind",
                "--epochs",
                "3",
                "--engines",
                "scratch," + String.join(",", PEERS),
                "--out",
                out.toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(0);
        List<double[]> expected = predict(out, "scratch", data);
        for (String peer : PEERS) {
            List<double[]> actual = predict(out, peer, data);
            assertThat(actual).hasSameSizeAs(expected);
            for (int row = 0; row < expected.size(); row++) {
                assertThat(actual.get(row))
                        .as("%s, row %d", peer, row)
                        .containsExactly(expected.get(row), within(1e-3));
            }
        }
    }

    /** Two kinds of points, on both sides of a line. */
    private static List<String> table() {
        return IntStream.range(-1, 200)
                .mapToObj(i -> i < 0 ? "a,b,kind" : i * 37 % 101 + "," + i * 53 % 97 + "," + kind(i))
                .toList();
    }

    private static String kind(int i) {
        return i * 37 % 101 > i * 53 % 97 ? "below" : "above";
    }

    /** Returns the probabilities of the classes for each row. */
    private List<double[]> predict(Path run, String engine, Path data) throws IOException {
        Path file = home.resolve(engine + ".csv");
        CommandLineKit.Answer answer = kit.run(
                "predict", run.toString(), "--engine", engine, "--data", data.toString(), "--out", file.toString());
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(0);
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> IntStream.range(2, cells.length)
                        .mapToDouble(i -> Double.parseDouble(cells[i]))
                        .toArray())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pytorch | eps=training["epsilon"]      | eps=1e-3
            keras   | self.optimizer = PaperAdam(  | self.optimizer = keras.optimizers.Adam(
            jax     | training["epsilon"]          | 1e-3
            """)
    void parityCatchesAnotherEpsilon(String framework, String code, String mistake) throws IOException {
        assertCaught(framework, "classification", code, mistake, "update at step 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pytorch | weights[name].copy()                               | weights[name].reshape(weights[name].shape[::-1]).T.copy()
            keras   | width, -1).transpose(1, 2, 0, 3)               | width, -1).transpose(2, 1, 0, 3)
            jax     | x @ parameters[f"{name}.weight"]               | x @ parameters[f"{name}.weight"].reshape(shapes[f"{name}.weight"][::-1]).T
            """)
    void parityCatchesAnotherLayout(String framework, String code, String mistake) throws IOException {
        assertCaught(framework, "cv", code, mistake, "logits at step 0");
    }

    private void assertCaught(String framework, String project, String code, String mistake, String reason)
            throws IOException {
        Path module = PeerProgram.folder(home).resolve("quartet_peers/" + framework + ".py");
        String source = Files.readString(module);
        assertThat(source).contains(code);
        Files.writeString(module, source.replace(code, mistake));
        String engine = "python-" + framework;
        CommandLineKit.Answer answer = kit.run("parity", project, "--scale", "smoke", "--engines", engine);
        assertThat(answer.out()).contains(project + " " + engine + ": FAILED: parity: " + reason);
        assertThat(answer.exitCode()).isEqualTo(1);
    }
}
