package quartet.harness.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import quartet.harness.worker.PeerProgram;

/** Gives a test its own copy of the peers in Python. */
final class PeersKit {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    private PeersKit() {}

    /** Copies the peers into a project's folder. */
    static void copy(Path home) throws IOException {
        Path from = PeerProgram.folder(CHECKOUT);
        for (String folder : List.of("engines", "quartet_peers", "requirements")) {
            Path to = Files.createDirectories(PeerProgram.folder(home).resolve(folder));
            try (Stream<Path> files = Files.list(from.resolve(folder)).filter(Files::isRegularFile)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    /** Copies the peers and uses the installed interpreter. The test is skipped if none is installed. */
    static void install(Path home) throws IOException {
        Path installed = PeerProgram.pythonFile(CHECKOUT);
        assumeTrue(Files.exists(installed), "Python is not installed; run: " + PeerProgram.INSTALL);
        copy(home);
        Path copy = PeerProgram.pythonFile(home);
        Files.createDirectories(copy.getParent());
        Files.copy(installed, copy);
    }
}
