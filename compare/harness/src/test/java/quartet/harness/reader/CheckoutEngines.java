package quartet.harness.reader;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import quartet.harness.worker.InstalledEngine;

/** The engines whose sources are in this checkout, built or not. */
final class CheckoutEngines {
    /** Tests run in the folder compare/harness. */
    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    private CheckoutEngines() {}

    static List<InstalledEngine> all() {
        try (Stream<Path> folders = Files.list(HOME)) {
            return folders.filter(folder -> Files.exists(folder.resolve("src/main/engine/engine.properties")))
                    .map(CheckoutEngines::read)
                    .sorted(Comparator.comparing(InstalledEngine::name).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InstalledEngine read(Path module) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(module.resolve("src/main/engine/engine.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return engine(
                properties.getProperty("name"),
                properties.getProperty("title"),
                properties.getProperty("examples"),
                module);
    }

    /** An engine without libraries. */
    static InstalledEngine engine(String name, String title, String examples, Path module) {
        return new InstalledEngine(name, title, "", "", List.of(), Map.of(), examples, module);
    }
}
