package quartet.harness.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import quartet.contract.EngineInfo;
import quartet.contract.ModelSpec;
import quartet.contract.experiment.Project;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.worker.WeightsConverter;
import quartet.harness.Folders;
import quartet.harness.UsageException;
import quartet.harness.onnx.OnnxFile;
import quartet.harness.process.Guardian;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/**
 * Converts the networks that a run saved, {@code <run>/models/<project>/<engine>}, from and to safetensors, and to
 * ONNX. Names and layout are canonical, so every engine reads the files of every other engine.
 */
@Command(
        name = "weights",
        mixinStandardHelpOptions = true,
        description = "Converts the networks of a run from and to safetensors, which Python reads too, and to ONNX.")
final class WeightsCommand {
    private static final String NETWORK = "network.json";
    private static final String MODEL = "model";
    private static final String ONNX = ".onnx";
    private static final int UNSUITABLE = 2;

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Writes the weights of a saved network.")
    int export(
            @Parameters(paramLabel = "RUN", description = "The folder of a run.") Path run,
            @Parameters(paramLabel = "ENGINE", description = "An engine of the run.") String engine,
            @Parameters(paramLabel = "PROJECT", description = "A project of the run.") String project,
            @Parameters(paramLabel = "FILE", description = "The file to write; a name that ends in .onnx selects ONNX.")
                    Path file)
            throws IOException, InterruptedException {
        CommonOptions.outputFile("FILE", file);
        InstalledEngine installed = javaEngine(engine);
        Path folder = models(run, project).resolve(engine);
        if (!Files.isRegularFile(folder.resolve(NETWORK))) {
            throw new UsageException(folder + " holds no network; name a run with the engine " + engine);
        }
        int exitCode = export(installed, folder, file);
        if (exitCode == 0) {
            System.out.println("wrote " + file);
        }
        return exitCode;
    }

    private static int export(InstalledEngine installed, Path folder, Path file)
            throws IOException, InterruptedException {
        Path description = folder.resolve(NETWORK);
        Path model = folder.resolve(MODEL);
        if (!file.toString().endsWith(ONNX)) {
            return convert(installed, WeightsConverter.EXPORT, description, model, file);
        }
        Path weights = Files.createTempFile("weights", ".safetensors");
        try {
            int exitCode = convert(installed, WeightsConverter.EXPORT, description, model, weights);
            if (exitCode == 0) {
                OnnxFile.write(
                        file,
                        specification(description),
                        Safetensors.open(weights).weights());
            }
            return exitCode;
        } finally {
            Files.deleteIfExists(weights);
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Makes weights a saved network of a run. A network of that engine and project is replaced; if there"
                            + " is none, the network of another engine describes it.")
    int importWeights(
            @Parameters(paramLabel = "FILE", description = "A safetensors file.") Path file,
            @Parameters(paramLabel = "RUN", description = "The folder of a run.") Path run,
            @Parameters(paramLabel = "ENGINE", description = "An engine.") String engine,
            @Parameters(paramLabel = "PROJECT", description = "A project of the run.") String project)
            throws IOException, InterruptedException {
        InstalledEngine installed = javaEngine(engine);
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + ": there is no such file");
        }
        Path models = models(run, project);
        Path folder = models.resolve(engine);
        Path part = models.resolve("." + engine + ".part");
        Folders.delete(part);
        try {
            Files.createDirectories(part.resolve(MODEL));
            describe(models, folder, engine, part.resolve(NETWORK));
            int exitCode =
                    convert(installed, WeightsConverter.IMPORT, part.resolve(NETWORK), part.resolve(MODEL), file);
            if (exitCode == 0) {
                Folders.delete(folder);
                Files.move(part, folder);
                System.out.println("wrote " + folder);
            }
            return exitCode;
        } finally {
            Folders.delete(part);
        }
    }

    private static ModelSpec specification(Path description) throws IOException {
        JsonMapper json = new JsonMapper();
        return json.treeToValue(json.readTree(description.toFile()).path("spec"), ModelSpec.class);
    }

    private static InstalledEngine javaEngine(String name) {
        InstalledEngine engine = InstalledEngines.scan(CommonOptions.home()).find(name);
        if (engine.peer().isPresent()) {
            throw new UsageException(name + " is a program in Python, which reads safetensors itself");
        }
        return engine;
    }

    private static Path models(Path run, String project) {
        Path models = run.resolve("models").resolve(Project.named(project).title());
        if (!Files.isDirectory(models)) {
            throw new UsageException(run + " has no saved networks of " + project);
        }
        return models;
    }

    /** Writes the description of the network, including the engine's name. */
    private static void describe(Path models, Path folder, String engine, Path target) {
        try (Stream<Path> engines = Files.list(models)) {
            Path source = Stream.concat(Stream.of(folder), engines.sorted())
                    .map(path -> path.resolve(NETWORK))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new UsageException(models + " holds no network that describes the weights"));
            JsonMapper json = new JsonMapper();
            JsonNode network = json.readTree(source.toFile());
            if (network instanceof ObjectNode members) {
                members.put("engine", engine);
            }
            json.writerWithDefaultPrettyPrinter().writeValue(target.toFile(), network);
        } catch (IOException e) {
            throw new UncheckedIOException(models + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static int convert(InstalledEngine engine, String direction, Path description, Path model, Path file)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + EngineInfo.THREADS_PROPERTY + "=1");
        command.addAll(engine.jvmArguments(1));
        command.addAll(List.of(WeightsConverter.class.getName(), direction));
        for (Path argument : List.of(description, model, file)) {
            command.add(argument.toAbsolutePath().toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(engine.environment(1));
        builder.environment().put("CLASSPATH", engine.classPath()); // Too long for a command line.
        try (Guardian guardian = Guardian.start(List.of())) {
            int exitCode = guardian.launch(builder).waitFor();
            return exitCode == 0 || exitCode == UNSUITABLE ? exitCode : Quartet.FAILED;
        }
    }
}
