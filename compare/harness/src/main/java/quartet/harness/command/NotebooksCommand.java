package quartet.harness.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;
import quartet.contract.worker.Worker;
import quartet.datasets.Datasets;
import quartet.harness.UsageException;
import quartet.harness.process.CodeLocation;
import quartet.harness.process.Guardian;

/** Starts the notebooks program in its own JVM. That program parses the arguments. */
@Command(
        name = "notebooks",
        description = "The course of scratch/notebooks, on the JDK's JShell: list, run, check, html, serve, new, text.")
final class NotebooksCommand implements Callable<Integer> {
    private static final String PROGRAM = "quartet.notebook.command.Notebooks";
    /** The runner compiles many short cells. Optimizing the compiler itself with C2 would cost more than it saves. */
    private static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = CommonOptions.home().toAbsolutePath().normalize();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-Dquartet.home=" + home, PROGRAM));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("CLASSPATH", classPath(home)); // Too long for a command line.
        try (Guardian guardian = Guardian.start(List.of())) {
            return guardian.launch(builder).waitFor();
        }
    }

    private static String classPath(Path home) throws IOException {
        Path libraries = home.resolve("scratch/notebooks/target/classpath");
        if (!Files.exists(libraries)) {
            throw new UsageException("the notebooks are not built in " + home + "; run: mvn package -DskipTests");
        }
        List<String> entries = new ArrayList<>(List.of(
                home.resolve("scratch/notebooks/target/notebooks-1.0-SNAPSHOT.jar")
                        .toString(),
                home.resolve("scratch/target/scratch-1.0-SNAPSHOT.jar").toString()));
        entries.addAll(CodeLocation.of(Worker.class, Datasets.class));
        entries.add(Files.readString(libraries).strip());
        return String.join(File.pathSeparator, entries);
    }
}
