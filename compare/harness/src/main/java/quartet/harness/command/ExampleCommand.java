package quartet.harness.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.contract.EngineInfo;
import quartet.contract.experiment.Project;
import quartet.datasets.Catalogue;
import quartet.harness.UsageException;
import quartet.harness.process.Guardian;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/** Runs the {@code main} of one example in a JVM with the options that its engine needs. */
@Command(
        name = "example",
        mixinStandardHelpOptions = true,
        description = "Runs one example, and prints the java command for it.")
final class ExampleCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "PROJECT",
            description = "classification, regression, cv, nlp, or another example's class, such as KerasImport.")
    private String project = "";

    @Parameters(index = "1", paramLabel = "ENGINE", description = "An engine; see: engines.")
    private String engine = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "DATASET",
            defaultValue = "",
            description = "A data set of the project's kind; the project's own by default.")
    private String dataset = "";

    @Option(names = "--threads", defaultValue = "1", description = "Threads of the engine (${DEFAULT-VALUE}).")
    private int threads = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw new UsageException("--threads: expected 1 or more, but was " + threads);
        }
        InstalledEngine installed = InstalledEngines.scan(CommonOptions.home()).find(engine);
        String main = mainClass(installed);
        List<String> arguments = new ArrayList<>(List.of("-D" + EngineInfo.THREADS_PROPERTY + "=" + threads));
        arguments.addAll(installed.jvmArguments(threads));
        List<String> program = new ArrayList<>(List.of(main));
        if (!dataset.isEmpty()) {
            program.add(dataset);
        }
        Map<String, String> environment = installed.environment(threads);
        System.err.println(shellCommand(installed, arguments, program, environment));
        return run(installed, arguments, program, environment);
    }

    private String mainClass(InstalledEngine installed) throws IOException {
        Optional<String> other = installed.exampleClass(project);
        if (other.isPresent()) {
            if (!dataset.isEmpty()) {
                throw new UsageException("example " + project + " has its own data set");
            }
            return other.get();
        }
        Project chosen = Project.named(project);
        if (!dataset.isEmpty() && Catalogue.get().find(dataset).kind() != chosen.kind()) {
            throw new UsageException("'" + dataset + "' is not for project " + chosen.title());
        }
        return installed
                .exampleClass(chosen)
                .orElseThrow(() -> new UsageException("engine '" + engine + "' has no example that runs by itself"));
    }

    private static int run(
            InstalledEngine engine, List<String> arguments, List<String> program, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        builder.environment().put("CLASSPATH", engine.classPath()); // Too long for a command line.
        try (Guardian guardian = Guardian.start(List.of())) {
            int exitCode = guardian.launch(builder).waitFor();
            return exitCode == 0 ? 0 : Quartet.FAILED;
        }
    }

    /** Returns the equivalent shell command. It reads the long list of libraries from the file that the build wrote. */
    static String shellCommand(
            InstalledEngine engine, List<String> arguments, List<String> program, Map<String, String> environment) {
        String variables = environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + " ")
                .sorted()
                .collect(Collectors.joining());
        return variables + "java " + String.join(" ", arguments) + " -cp \"" + engine.code() + File.pathSeparator
                + "$(cat " + engine.librariesFile() + ")\" " + String.join(" ", program);
    }
}
