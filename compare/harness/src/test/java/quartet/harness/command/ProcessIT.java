package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;

/** The command line in a process of its own: what a second run sees, and what an interrupted one leaves. */
class ProcessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final Path out;

    ProcessIT(@TempDir Path home) {
        this.home = home;
        out = home.resolve("out");
    }

    private Process start(String engine, int timeout) throws IOException {
        return quartet(
                "run",
                "classification",
                "--scale",
                "smoke",
                "--engines",
                engine,
                "--timeout",
                Integer.toString(timeout),
                "--out",
                out.toString());
    }

    private Process quartet(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dquartet.home=" + home,
                Quartet.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(home.toFile())
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
        Process first = start("hanging", 600);
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
        assertNothingIsLeft(first);
    }

    /** A run is killed before its first row and after it; then it goes on, with the row that it had. */
    @Test
    void aKilledRunGoesOnWithoutLosingARow() throws IOException, InterruptedException {
        CommandLineKit kit = new CommandLineKit(home);
        String[] command = {
            "run", "classification", "--scale", "smoke", "--epochs", "2", "--rounds", "2", "--out", out.toString()
        };
        Process first = quartet(command);
        await("the run can be resumed", PATIENCE, () -> Files.exists(out.resolve("results.json")));
        signal("KILL", List.of(first.toHandle()));
        Process second = quartet("run", "--resume", "--out", out.toString());
        await("a row is complete", PATIENCE, () -> !ResultFiles.read(out).runs().isEmpty());
        signal("KILL", List.of(second.toHandle()));
        List<Run> before = ResultFiles.read(out).runs();

        Process third = quartet("run", "--resume", "--out", out.toString());
        assertThat(third.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(third.exitValue()).isEqualTo(0);
        Results results = ResultFiles.read(out);
        assertThat(results.runs()).startsWith(before.toArray(new Run[0])).hasSize(2);
        assertThat(results.environment().resumed()).hasSize(2);
        assertNothingIsLeft(third);

        CommandLineKit.Answer other = kit.run("run", "--resume", "--rounds", "3", "--out", out.toString());
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err().strip())
                .startsWith("--resume: the run in " + out + " cannot go on: settings: projects was");
        assertThat(ResultFiles.read(out)).isEqualTo(results);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void aKilledRunLeavesNoProcessAndNoTemporaryFile(String signal) throws IOException, InterruptedException {
        new CommandLineKit(home, "forking");
        Process run = start("forking", 600);
        await("the worker's children run", PATIENCE, () -> processes("sleep").size() == 2);
        signal(signal, List.of(run.toHandle()));
        assertNothingIsLeft(run);
    }

    /** On a terminal, Ctrl-C reaches every process of the run. */
    @Test
    void aSignalToAllProcessesLeavesNothing() throws IOException, InterruptedException {
        new CommandLineKit(home, "forking");
        Process run = start("forking", 600);
        await("the worker's children run", PATIENCE, () -> processes("sleep").size() == 2);
        List<ProcessHandle> javas = processes("java");
        assertThat(javas).as("harness, guardian and worker").hasSize(3);
        signal("TERM", javas);
        assertNothingIsLeft(run);
    }

    @Test
    void aTimeOutEndsTheWorkerAndItsChildren() throws IOException, InterruptedException {
        new CommandLineKit(home, "forking");
        Process run = start("forking", 10);
        await("the worker's children run", PATIENCE, () -> processes("sleep").size() == 2);
        await("the time-out", PATIENCE, () -> processes("sleep").isEmpty());
        assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(1);
        assertNothingIsLeft(run);
        assertThat(out.resolve("results.json")).content().contains("no end after 10 s");
    }

    @Test
    void aKilledExampleLeavesNoProcess() throws IOException, InterruptedException {
        new CommandLineKit(home);
        Process example = quartet("example", "classification", "scratch");
        await(
                "harness, guardian and example run",
                PATIENCE,
                () -> processes("java").size() == 3);
        signal("KILL", List.of(example.toHandle()));
        await("all processes have ended", Duration.ofSeconds(10), () -> processes("")
                .isEmpty());
    }

    private void assertNothingIsLeft(Process run) throws IOException, InterruptedException {
        await("all processes have ended", Duration.ofSeconds(10), () -> processes("")
                .isEmpty());
        assertThat(run.isAlive()).isFalse();
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .isSubsetOf("logs", "models", "results.json", "results.csv", "report.md", "index.html");
        }
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isEqualTo(0);
    }

    /** The processes that this test has started: they work in its folder, or their command line names it. */
    private List<ProcessHandle> processes(String program) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith(program))
                .filter(this::isOurs)
                .toList();
    }

    private boolean isOurs(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(proc.resolve("cmdline")).contains(home.toString())
                    || Files.readSymbolicLink(proc.resolve("cwd")).startsWith(home);
        } catch (IOException e) {
            return false; // It has ended.
        }
    }
}
