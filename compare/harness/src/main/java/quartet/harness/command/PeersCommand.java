package quartet.harness.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quartet.harness.UsageException;
import quartet.harness.worker.PeerProgram;

/** Installs and lists the peers in Python: the same networks on frameworks outside the JVM. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = "Installs the peers in Python, which a run compares when it names them or has --peers.",
        synopsisSubcommandLabel = "COMMAND")
final class PeersCommand {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /** Installs a peer into a virtual environment, with the user's own Python and pip. */
    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = "Makes a virtual environment with the packages that compare/peers/requirements.txt pins.")
    int install(
            @Option(
                            names = "--into",
                            paramLabel = "DIR",
                            description = "The folder of the environment; compare/peers/target/venv by default.")
                    @Nullable
                    Path into,
            @Option(
                            names = "--python",
                            paramLabel = "COMMAND",
                            defaultValue = "python3",
                            description = "The Python interpreter (${DEFAULT-VALUE}).")
                    String python)
            throws IOException, InterruptedException {
        Path home = CommonOptions.home();
        Path peers = PeerProgram.folder(home).toAbsolutePath().normalize();
        Path environment = into == null ? peers.resolve("target/venv") : into.toAbsolutePath();
        Path interpreter = environment.resolve(WINDOWS ? "Scripts/python.exe" : "bin/python");
        Path requirements = peers.resolve("requirements.txt");
        execute("no Python 3.10 or newer with venv", List.of(python, "-m", "venv", environment.toString()));
        execute(
                "pip could not install " + requirements,
                List.of(interpreter.toString(), "-m", "pip", "install", "-r", requirements.toString()));
        Path file = PeerProgram.pythonFile(home);
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling("python.part");
        Files.writeString(temporary, interpreter + "\n");
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        System.out.println("The peers are installed in " + environment + "; see: compare/quartet engines");
        return 0;
    }

    /** Runs a program and passes its output through. */
    private static void execute(String problem, List<String> command) throws IOException, InterruptedException {
        try {
            int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exitCode != 0) {
                throw new UsageException(problem + " (exit code " + exitCode + "): " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UsageException(problem + ": " + e.getMessage(), e);
        }
    }
}
