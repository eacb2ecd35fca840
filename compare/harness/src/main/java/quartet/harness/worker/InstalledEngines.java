package quartet.harness.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quartet.harness.Settings;
import quartet.harness.UsageException;

/**
 * The built engines in the folders of the project, which are found by their descriptions, and the peers in Python,
 * which take part only if they are named.
 */
public final class InstalledEngines {
    private final List<InstalledEngine> engines;

    private InstalledEngines(List<InstalledEngine> engines) {
        this.engines = List.copyOf(engines);
    }

    /**
     * Searches {@code <home>/<folder>/target/engine} of every folder. The reference comes first; the others follow by
     * name.
     *
     * @throws UsageException if no engine is found, or two have the same name
     */
    public static InstalledEngines scan(Path home) {
        List<InstalledEngine> found = new ArrayList<>();
        Map<String, Path> folders = new HashMap<>();
        try (Stream<Path> children = Files.list(home)) {
            children.map(folder -> folder.resolve("target/engine"))
                    .filter(folder -> Files.exists(folder.resolve("engine.properties")))
                    .filter(folder -> Files.exists(folder.resolve("classpath")))
                    .map(folder -> read(folder, folders))
                    .sorted(Comparator.comparing(
                                    (InstalledEngine engine) -> !engine.name().equals(Settings.REFERENCE))
                            .thenComparing(InstalledEngine::name))
                    .forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(home + " cannot be read: " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new UsageException("no engine is built in " + home + "; run: mvn package -DskipTests");
        }
        found.addAll(PeerProgram.scan(home));
        return new InstalledEngines(found);
    }

    private static InstalledEngine read(Path folder, Map<String, Path> folders) {
        InstalledEngine engine = InstalledEngine.read(folder);
        Path other = folders.put(engine.name(), folder);
        if (other != null) {
            throw new UsageException(
                    "engine '" + engine.name() + "' is in two folders, " + other + " and " + folder + "; remove one");
        }
        return engine;
    }

    public List<InstalledEngine> all() {
        return engines;
    }

    /**
     * Returns the engine of this name.
     *
     * @throws UsageException if there is none; the message lists the names
     */
    public InstalledEngine find(String name) {
        return engines.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("unknown engine '" + name + "'; choose from "
                        + engines.stream().map(InstalledEngine::name).collect(Collectors.joining(", "))));
    }

    /** Returns the named engines in scan order, or all engines written in Java if no name is given. */
    public List<InstalledEngine> select(List<String> names) {
        names.forEach(this::find);
        return engines.stream()
                .filter(engine -> names.isEmpty() ? engine.peer().isEmpty() : names.contains(engine.name()))
                .toList();
    }

    public InstalledEngine reference() {
        return find(Settings.REFERENCE);
    }
}
