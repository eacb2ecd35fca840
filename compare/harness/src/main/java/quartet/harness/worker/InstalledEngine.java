package quartet.harness.worker;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import quartet.contract.experiment.Project;
import quartet.contract.worker.Worker;
import quartet.datasets.Datasets;
import quartet.harness.UsageException;
import quartet.harness.launch.ClassPath;
import quartet.harness.process.CodeLocation;

/**
 * A built implementation, described by its {@code target/engine/engine.properties} and the class path in the same
 * folder. That class path contains third-party libraries only. Contract and data come from the harness, so both sides
 * always have the same version.
 *
 * @param name the name on the command line and in files
 * @param title the name in reports
 * @param code the class path of its own classes, the contract and the data
 * @param libraries the class path of its libraries, as the build wrote it
 * @param jvmArguments for its worker; {@code {threads}} stands for the thread count
 * @param environment variables for its worker; {@code {threads}} stands for the thread count
 * @param examples the package of its examples; empty if it has none
 * @param module the folder of the implementation
 * @param peer the program of a worker outside the JVM; empty for an implementation in Java
 */
public record InstalledEngine(
        String name,
        String title,
        String code,
        String libraries,
        List<String> jvmArguments,
        Map<String, String> environment,
        String examples,
        Path module,
        Optional<PeerProgram> peer) {
    private static final String DESCRIPTION = "engine.properties";
    private static final String LIBRARIES = "classpath";
    private static final String ENVIRONMENT = "environment.";

    public InstalledEngine {
        jvmArguments = List.copyOf(jvmArguments);
        environment = Map.copyOf(environment);
    }

    /** Creates the description of an implementation in Java. */
    public InstalledEngine(
            String name,
            String title,
            String code,
            String libraries,
            List<String> jvmArguments,
            Map<String, String> environment,
            String examples,
            Path module) {
        this(name, title, code, libraries, jvmArguments, environment, examples, module, Optional.empty());
    }

    /**
     * Reads the description in an engine folder, {@code <implementation>/target/engine}.
     *
     * @throws UsageException if it is incomplete
     */
    public static InstalledEngine read(Path folder) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(DESCRIPTION))) {
            properties.load(reader);
            Path jar = folder.resolveSibling(required(properties, "jar", folder));
            List<String> code = new ArrayList<>(List.of(jar.toString()));
            code.addAll(CodeLocation.of(Worker.class, Datasets.class));
            String arguments = properties.getProperty("jvm.arguments", "").strip();
            return new InstalledEngine(
                    validName(properties, folder),
                    required(properties, "title", folder),
                    String.join(File.pathSeparator, code),
                    Files.readString(folder.resolve(LIBRARIES)).strip(),
                    arguments.isEmpty() ? List.of() : List.of(arguments.split("\\s+")),
                    environmentOf(properties),
                    properties.getProperty("examples", "").strip(),
                    folder.resolve("../..").normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the environment variables of a description. */
    static Map<String, String> environmentOf(Properties properties) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(ENVIRONMENT)) {
                environment.put(key.substring(ENVIRONMENT.length()), properties.getProperty(key));
            }
        }
        return environment;
    }

    /** Returns the class path of its worker. */
    public String classPath() {
        return code + File.pathSeparator + libraries;
    }

    /** Returns the entries of its worker's class path, which differ from build to build. */
    public ClassPath classPathEntries() {
        return new ClassPath(ClassPath.entries(code), ClassPath.entries(libraries));
    }

    /** Returns the file that holds {@link #libraries}. */
    public Path librariesFile() {
        return module.resolve("target/engine").resolve(LIBRARIES);
    }

    /** Returns the JVM arguments for this many threads. */
    public List<String> jvmArguments(int threads) {
        return jvmArguments.stream()
                .map(argument -> argument.replace("{threads}", Integer.toString(threads)))
                .toList();
    }

    /** Returns the environment variables for this many threads. */
    public Map<String, String> environment(int threads) {
        Map<String, String> filled = new LinkedHashMap<>();
        environment.forEach((name, value) -> filled.put(name, value.replace("{threads}", Integer.toString(threads))));
        return filled;
    }

    /** Returns the class of a project's example; empty if the engine has none. */
    public Optional<String> exampleClass(Project project) {
        return examples.isEmpty() ? Optional.empty() : Optional.of(examples + "." + project.exampleName());
    }

    /**
     * Returns the class with this simple name in the package of the examples; empty if it is missing or has no {@code
     * main}.
     */
    public Optional<String> exampleClass(String simpleName) throws IOException {
        if (!simpleName.matches("[A-Z]\\w*")) {
            return Optional.empty();
        }
        Path source = source(examples + "." + simpleName);
        boolean runs = Files.isRegularFile(source) && Files.readString(source).contains("void main(");
        return runs ? Optional.of(examples + "." + simpleName) : Optional.empty();
    }

    /**
     * Counts the lines of code of a project's example; empty if the source is missing or one file contains all
     * projects.
     */
    public Optional<Integer> linesOfExample(Project project) {
        return exampleClass(project)
                .map(this::source)
                .filter(Files::isRegularFile)
                .map(SourceLines::of);
    }

    private Path source(String className) {
        return module.resolve("src/main/java").resolve(className.replace('.', '/') + ".java");
    }

    /** Returns the name. It is restricted because it becomes part of file names. */
    static String validName(Properties properties, Path folder) {
        String name = required(properties, "name", folder);
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new UsageException(folder.resolve(DESCRIPTION)
                    + ": expected a name of lower-case letters, digits, '-', '_' and '.', but was '" + name + "'");
        }
        return name;
    }

    static String required(Properties properties, String key, Path folder) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new UsageException(folder.resolve(DESCRIPTION) + " has no '" + key + "'");
        }
        return value;
    }
}
