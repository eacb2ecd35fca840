package quartet.harness.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quartet.harness.export.source.SourceFolder;
import quartet.harness.worker.InstalledEngine;

/**
 * The options with which an exported program starts: those that the engine needs, without those for measurements.
 *
 * @param jvmArguments for the java command
 * @param systemProperties that the program sets itself before it uses the framework
 * @param environment variables that make the framework faster or quieter
 */
record Launch(List<String> jvmArguments, Map<String, String> systemProperties, Map<String, String> environment) {
    /** The file with the JVM's arguments in an exported project. */
    static final String FILE = "jvm.options";

    private static final String THREADS = "{threads}";
    private static final String MODULES = "--add-modules";

    /** Returns the text of {@link #FILE}: an argument in each line, with its value. */
    String file() {
        return String.join(" ", jvmArguments).replaceAll(" (?=-)", "\n") + "\n";
    }

    /** The modules that the program adds to those of the JDK's default, as an option of javac and java. */
    List<String> modules() {
        int at = jvmArguments.indexOf(MODULES);
        return at < 0 ? List.of() : jvmArguments.subList(at, at + 2);
    }

    /** The launch of a program; only an engine's own classes need the modules that the engine adds. */
    static Launch of(ExportRequest request) {
        InstalledEngine engine = request.engine();
        List<String> given = new ArrayList<>(engine.jvmArguments());
        if (request.simpler().isPresent()) {
            given.removeAll(SourceFolder.modules(engine));
        }
        List<String> arguments = new ArrayList<>();
        Map<String, String> properties = new LinkedHashMap<>();
        for (String argument : given) {
            if (argument.contains(THREADS) || argument.startsWith("-XX:CompileCommand")) {
                continue;
            }
            if (argument.startsWith("-Dai.djl.")) {
                String[] property = argument.substring(2).split("=", 2);
                properties.put(property[0], property[1]);
            } else {
                arguments.add(argument);
            }
        }
        Map<String, String> environment = new TreeMap<>(engine.environment());
        environment.values().removeIf(value -> value.contains(THREADS));
        return new Launch(List.copyOf(arguments), properties, environment);
    }
}
