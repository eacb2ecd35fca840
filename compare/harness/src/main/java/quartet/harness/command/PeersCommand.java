package quartet.harness.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.harness.Printable;
import quartet.harness.UsageException;
import quartet.harness.peers.PeerEnvironment;

/** Installs the peers in Python: the same networks on frameworks outside the JVM. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = "Installs the peers in Python, which a run compares when it names them or has --peers.",
        synopsisSubcommandLabel = "COMMAND")
final class PeersCommand {
    /** Installs frameworks into a virtual environment, with the user's own Python and pip. */
    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a virtual environment with the packages that compare/peers pins. pip uses its own "
                            + "configuration: PIP_FIND_LINKS=DIR PIP_NO_INDEX=1 takes them from a folder instead of the network.")
    int install(
            @Parameters(
                            paramLabel = "FRAMEWORK",
                            arity = "0..*",
                            description = "pytorch, keras, jax; all if none is named.")
                    List<String> named,
            @Option(
                            names = "--into",
                            paramLabel = "DIR",
                            description = "The folder of the environment; compare/peers/target/venv if none is named.")
                    @Nullable
                    Path into,
            @Option(
                            names = "--python",
                            paramLabel = "COMMAND",
                            description = "The interpreter to start from; python3 (Windows: python) if none is named.")
                    @Nullable
                    String python)
            throws IOException, InterruptedException {
        Path home = CommonOptions.home();
        List<String> frameworks = frameworks(home, named == null ? List.of() : named);
        Path folder = into == null ? PeerEnvironment.defaultFolder(home) : into;
        PeerEnvironment environment = new PeerEnvironment(home, folder);
        environment.make(python == null ? PeerEnvironment.defaultPython() : python);
        List<String> failed = new ArrayList<>();
        for (String framework : frameworks) {
            if (!environment.install(framework)) {
                failed.add(framework);
                System.err.println("pip could not install " + framework + "; the reason is above");
            }
        }
        List<String> installed = new ArrayList<>(frameworks);
        installed.removeAll(failed);
        if (!installed.isEmpty()) {
            System.out.println("Installed in " + Printable.line(folder.toString()) + ": " + String.join(", ", installed)
                    + "; see: compare/quartet engines");
        }
        return failed.isEmpty() ? 0 : Quartet.FAILED;
    }

    private static List<String> frameworks(Path home, List<String> named) {
        List<String> known = PeerEnvironment.frameworks(home);
        for (String name : named) {
            if (!known.contains(name)) {
                throw new UsageException("unknown framework '" + name + "'; choose from " + String.join(", ", known));
            }
        }
        return named.isEmpty() ? known : named.stream().distinct().toList();
    }
}
