package quartet.harness.export.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quartet.harness.UsageException;
import quartet.harness.worker.InstalledEngine;

/**
 * The sources of which an exported project is a part.
 *
 * @param texts all files
 * @param classPath of the libraries
 * @param options of the compiler
 */
public record SourceFolder(List<SourceText> texts, String classPath, List<String> options) {
    private static final String MODULES = "--add-modules";

    /**
     * Reads the sources of an engine, of the contract and of the data sets.
     *
     * @param simpler a folder of classes that replace classes of the engine
     * @param written further files, by full name of the type
     * @param libraries further libraries
     */
    public static SourceFolder of(
            Path home, InstalledEngine engine, Optional<Path> simpler, Map<String, String> written, String libraries) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path module : List.of(engine.module(), home.resolve("compare/contract"), home.resolve("datasets"))) {
            Path root = module.resolve("src/main/java");
            if (!Files.isDirectory(root)) {
                throw new UsageException("export needs the sources, but there is no folder " + root);
            }
            read(root, texts);
        }
        simpler.ifPresent(root -> read(root, texts));
        texts.putAll(written);
        List<SourceText> sources = new ArrayList<>();
        texts.forEach((name, text) -> sources.add(new SourceText(name, text)));
        return new SourceFolder(sources, libraries, modules(engine));
    }

    Program analyze() {
        return Program.analyze(texts, classPath, options);
    }

    /** Returns the modules that the engine adds to the default modules of the JDK. */
    public static List<String> modules(InstalledEngine engine) {
        List<String> arguments = engine.jvmArguments();
        int at = arguments.indexOf(MODULES);
        return at < 0 ? List.of() : List.of(MODULES, arguments.get(at + 1));
    }

    private static void read(Path root, Map<String, String> texts) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replaceAll("[/\\\\]", ".")
                        .replaceAll("\\.java$", "");
                if (!name.endsWith("package-info")) {
                    texts.put(name, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be read: " + e.getMessage(), e);
        }
    }
}
