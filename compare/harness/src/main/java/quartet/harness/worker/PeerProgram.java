package quartet.harness.worker;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A worker in Python. It reads and writes the same files as a worker in Java, so it takes part in the same comparison:
 * same weights, same batches, same parity check, same clock.
 *
 * @param python the interpreter; empty if it is not installed
 * @param framework the Python module for the framework
 */
public record PeerProgram(Optional<Path> python, String framework) {
    /** The command that installs the interpreter and its packages. */
    public static final String INSTALL = "compare/quartet peers install";

    private static final String PACKAGE = "quartet_peers";

    /** Returns the folder of the peers. */
    public static Path folder(Path home) {
        return home.resolve("compare/peers");
    }

    /** Returns the file that names the interpreter; {@link #INSTALL} writes it. */
    public static Path pythonFile(Path home) {
        return folder(home).resolve("target/python");
    }

    /** Returns the peers that the project describes, by name, installed or not. */
    static List<InstalledEngine> scan(Path home) {
        Path descriptions = folder(home).resolve("engines");
        if (!Files.isDirectory(descriptions)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(descriptions)) {
            Optional<Path> python = python(home);
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .map(file -> read(file, home, python))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(descriptions + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InstalledEngine read(Path file, Path home, Optional<Path> python) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> environment = new LinkedHashMap<>();
        String folder = folder(home).toAbsolutePath().normalize().toString();
        InstalledEngine.environmentOf(properties)
                .forEach((name, value) -> environment.put(name, value.replace("{home}", folder)));
        return new InstalledEngine(
                InstalledEngine.validName(properties, file),
                InstalledEngine.required(properties, "title", file),
                "",
                "",
                List.of(),
                environment,
                "",
                folder(home),
                Optional.of(new PeerProgram(python, InstalledEngine.required(properties, "framework", file))));
    }

    /** Returns the installed interpreter if it still exists. */
    private static Optional<Path> python(Path home) throws IOException {
        Path file = pythonFile(home);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Path python = Path.of(Files.readString(file).strip());
        return Optional.of(python).filter(Files::isExecutable);
    }

    /** Returns the reason why the peer cannot run, in one line; empty if it can. */
    public Optional<String> problem() {
        return python.isPresent()
                ? Optional.empty()
                : Optional.of("Python and its packages are not installed; run: " + INSTALL);
    }

    /** Returns the command that runs the job of a worker's folder. */
    List<String> command(Path folder) {
        return List.of(
                python.orElseThrow().toString(),
                "-m",
                PACKAGE,
                framework,
                folder.toAbsolutePath().toString());
    }
}
