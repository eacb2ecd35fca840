package quartet.harness.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import quartet.contract.Tensor;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.harness.Folders;
import quartet.harness.UsageException;

/**
 * The folder of one saved network, {@code <run>/models/<project>/<engine>}.
 *
 * <pre>{@code
 * model/                        the network in the framework's own format
 * network.json                  a SavedNetwork
 * test-predictions.safetensors  the scored predictions for the rows of the test set
 * }</pre>
 */
public record ModelFolder(Path path) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private static final String MODELS = "models";
    private static final String NETWORK = "network.json";
    private static final String PREDICTIONS = "predictions";

    /** Returns the folder of a network in the folder of a run. */
    public static ModelFolder of(Path run, String project, String engine) {
        return new ModelFolder(run.resolve(MODELS).resolve(project).resolve(engine));
    }

    /**
     * Finds the network of an engine in the folder of a run.
     *
     * @param project the title of the project; empty if the run has only one
     * @throws UsageException if there is none, or the project must be named
     */
    public static ModelFolder find(Path run, String project, String engine) {
        Path models = run.resolve(MODELS);
        if (!Files.isDirectory(models)) {
            throw new UsageException(run + " has no saved networks; name the folder of a run with the strict division");
        }
        List<String> projects = names(models);
        if (project.isEmpty() && projects.size() != 1) {
            throw new UsageException(
                    "--project: " + run + " has networks of " + String.join(", ", projects) + "; name one");
        }
        String chosen = project.isEmpty() ? projects.get(0) : project;
        ModelFolder folder = of(run, chosen, engine);
        if (!Files.isRegularFile(folder.path().resolve(NETWORK))) {
            List<String> engines = projects.contains(chosen) ? names(models.resolve(chosen)) : List.of();
            throw new UsageException(run + " has no network of " + engine + " for " + chosen + "; it has "
                    + (engines.isEmpty() ? "networks of " + String.join(", ", projects) : String.join(", ", engines)));
        }
        return folder;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the folder with the framework's files. */
    public Path model() {
        return path.resolve("model");
    }

    /**
     * Stores a network and replaces the earlier contents of this folder.
     *
     * @param model the folder with the framework's files, on the same disk; it is moved
     * @param predictions the predictions for the test set, [rows, outputs]
     */
    public void keep(SavedNetwork network, Path model, Tensor predictions) {
        try {
            Folders.delete(path);
            Files.createDirectories(path);
            Files.move(model, model());
            SafetensorsWriter.write(path.resolve("test-predictions.safetensors"), PREDICTIONS, predictions);
            Files.writeString(
                    path.resolve(NETWORK), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(network));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the description of the network.
     *
     * @throws UsageException if the file is damaged
     */
    public SavedNetwork network() {
        Path file = path.resolve(NETWORK);
        try {
            return JSON.readValue(file.toFile(), SavedNetwork.class);
        } catch (JsonProcessingException e) {
            throw new UsageException(file + " is damaged: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the scored predictions, [rows of the test set, outputs]. */
    public Tensor testPredictions() {
        return Safetensors.open(path.resolve("test-predictions.safetensors")).floats(PREDICTIONS);
    }

    /** Copies the framework's files, so that no worker can change the stored ones. */
    public void copyModel(Path target) {
        try (Stream<Path> files = Files.walk(model())) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(model().relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(model() + " cannot be copied: " + e.getMessage(), e);
        }
    }
}
