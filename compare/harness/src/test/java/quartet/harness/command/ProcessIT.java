package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a process of its own: what a second run sees, and what an interrupted one leaves. */
class ProcessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final Path out;

    ProcessIT(@TempDir Path home) {
        this.home = home;
        out = home.resolve("out");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dquartet.home=" + home,
                        "quartet.harness.command.Quartet",
                        "run",
                        "classification",
                        "--scale",
                        "smoke",
                        "--engines",
                        "hanging",
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile())
                .start();
    }

    /** Waits for a state that a process reaches by itself. */
    static void await(String what, Duration patience, BooleanSupplier reached) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void aSecondRunWithTheSameFolderGetsOneLineAndExitCode2() throws IOException, InterruptedException {
        CommandLineKit kit = new CommandLineKit(home, "hanging");
        Process first = start();
        try {
            await("the first run has its folder", PATIENCE, () -> Files.exists(out.resolve("logs")));
            CommandLineKit.Answer second =
                    kit.run("run", "classification", "--scale", "smoke", "--out", out.toString());
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.err().strip())
                    .isEqualTo("--out: another run is writing to " + out + "; choose another folder");
            assertThat(first.isAlive()).isTrue();
        } finally {
            first.destroy();
            assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left.map(file -> file.getFileName().toString()).toList()).isEqualTo(List.of("logs"));
        }
    }
}
