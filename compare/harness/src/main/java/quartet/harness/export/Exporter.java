package quartet.harness.export;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import quartet.harness.Folders;
import quartet.harness.UsageException;
import quartet.harness.export.source.ExportedSources;
import quartet.harness.export.source.JavaText;
import quartet.harness.export.source.Naming;
import quartet.harness.export.source.SourceFolder;

/**
 * Exports an example as a stand-alone Maven project: the example, the classes that it uses, a command line, a small
 * data set, and a test that compares the network with the reference.
 */
public final class Exporter {
    private static final String PARITY = "ParityNetwork";

    private final ExportRequest request;
    private final Launch launch;

    private Exporter(ExportRequest request) {
        this.request = request;
        launch = Launch.of(request);
    }

    /**
     * Writes the project. The folder exists only if it was written completely.
     *
     * @return the size of the exported project
     * @throws UsageException if the folder is not new or empty, or the engine cannot be exported
     */
    public static ExportedProject export(ExportRequest request) {
        Exporter exporter = new Exporter(request);
        exporter.check();
        Path folder = request.folder().toAbsolutePath().normalize();
        Path temporary = folder.resolveSibling("." + folder.getFileName() + ".part");
        Folders.delete(temporary);
        try {
            Files.createDirectories(temporary);
            ExportedProject exported = exporter.write(temporary);
            Files.deleteIfExists(folder);
            Files.move(temporary, folder);
            return exported;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        } finally {
            Folders.delete(temporary);
        }
    }

    private void check() {
        Path folder = request.folder();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException(folder + " is a file; name a new or empty folder");
        }
        if (folder.toAbsolutePath().normalize().getFileName() == null) {
            throw new UsageException(folder + " is no folder for a project; name a new or empty folder");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                if (children.findAny().isPresent()) {
                    throw new UsageException(folder + " is not empty; name a new or empty folder");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
            }
        }
        if (request.engine().exampleClass(request.project()).isEmpty() || !Files.exists(parityTemplate())) {
            throw new UsageException("engine '" + request.engine().name() + "' cannot be exported");
        }
    }

    private ExportedProject write(Path folder) throws IOException {
        Path data = folder.resolve("data");
        Sample sample = request.own().isPresent()
                ? OwnSample.write(request.project(), request.own(), data)
                : SampleData.write(request.project(), data);
        Templates templates = new Templates(TemplateValues.of(request, launch, sample));
        ExportedSources sources = sources(templates);
        writeJava(folder.resolve("src/main/java"), sources.main());
        writeJava(folder.resolve("src/test/java"), sources.test());
        copyResources(folder.resolve("src/main/resources"));
        Path testResources = Files.createDirectories(folder.resolve("src/test/resources"));
        ParityFile.write(testResources.resolve("parity.safetensors"), ParityFile.specification(request.project()));
        Files.writeString(folder.resolve("pom.xml"), PomFile.of(request, launch, request.packageName() + ".App"));
        for (String name : List.of("README.md", "Dockerfile", ".gitignore", ".dockerignore")) {
            Files.writeString(folder.resolve(name), templates.fill(name.replaceFirst("^\\.", "") + ".ftl"));
        }
        if (!launch.jvmArguments().isEmpty()) {
            Files.writeString(folder.resolve(Launch.FILE), launch.file());
        }
        Files.writeString(data.resolve("README.md"), "# Data\n\n" + sample.notice());
        Files.copy(request.home().resolve("LICENSE"), folder.resolve("LICENSE"));
        return new ExportedProject(sources.main().size(), sources.test().size());
    }

    private ExportedSources sources(Templates templates) {
        String examples = request.engine().examples();
        Naming naming = new Naming(examples, request.packageName(), request.artifact());
        Map<String, String> written = new LinkedHashMap<>();
        written.put(examples + ".App", templates.fill("App.java.ftl"));
        for (String name : dataClasses()) {
            written.put("quartet.datasets." + name, templates.fill(name + ".java.ftl"));
        }
        written.put(examples + ".ParityFixture", templates.fill("ParityFixture.java.ftl"));
        written.put(examples + "." + PARITY, templates.fill(parityTemplate()));
        ExportedSources sources = ExportedSources.of(
                SourceFolder.of(request.home(), request.engine(), request.simpler(), written, classPath()),
                Set.of(examples + ".App"),
                Set.of(examples + ".ParityFixture", examples + "." + PARITY),
                naming);
        for (String name : List.of("ParityTest", "AppTest")) {
            String text = JavaText.withUsedImports(naming.apply(templates.fill(name + ".java.ftl")));
            sources.test().put(request.packageName() + "." + name, text);
        }
        return sources;
    }

    private List<String> dataClasses() {
        return switch (request.project()) {
            case CLASSIFICATION, REGRESSION -> List.of("Table", "Scale", "TableEncoder");
            case CV -> List.of("ImageFolder", "Scale", "ImageEncoder");
            case NLP -> List.of("Table", "TextEncoder");
        };
    }

    private Path parityTemplate() {
        return request.engine().module().resolve("src/export/" + PARITY + ".java.ftl");
    }

    /** Returns the engine's libraries and those of this program, which include the command-line library. */
    private String classPath() {
        return request.engine().libraries() + File.pathSeparator + System.getProperty("java.class.path");
    }

    private static void writeJava(Path root, Map<String, String> sources) throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }

    /** Copies the settings of libraries, without the registration of the engine and without files of single examples. */
    private void copyResources(Path target) throws IOException {
        Path source = request.engine().module().resolve("src/main/resources");
        if (!Files.isDirectory(source)) {
            return;
        }
        Path ofExamples = source.resolve(request.engine().examples().replace('.', '/'));
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().contains("META-INF") && !file.startsWith(ofExamples)) {
                    Path copy = target.resolve(source.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }
}
