package quartet.contract.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import quartet.contract.Engine;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.safetensors.SafetensorsWriter;

/**
 * A program that converts a saved network between the format of a framework and safetensors. It runs in the JVM of an
 * engine, which is the only engine on the class path. Exit codes: 0 for success, 1 for failure, 2 if the file is damaged
 * or its weights do not match the network.
 *
 * <p>Arguments: {@code export} or {@code import}, a JSON file with the members {@code spec} and {@code training}, the
 * folder of the framework's files, and the safetensors file.
 */
public final class WeightsConverter {
    /** From the framework's format to safetensors. */
    public static final String EXPORT = "export";
    /** From safetensors to the framework's format. */
    public static final String IMPORT = "import";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int UNSUITABLE = 2;

    private WeightsConverter() {}

    public static void main(String[] arguments) {
        // Threads of frameworks would keep the JVM alive.
        System.exit(run(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3])));
    }

    private static int run(String direction, Path description, Path model, Path file) {
        try {
            JsonMapper json = new JsonMapper();
            JsonNode network = json.readTree(description.toFile());
            ModelSpec spec = json.treeToValue(network.path("spec"), ModelSpec.class);
            TrainingSpec training = json.treeToValue(network.path("training"), TrainingSpec.class);
            Engine engine = ServiceLoader.load(Engine.class).findFirst().orElseThrow();
            engine.info(); // loads the native library
            if (direction.equals(EXPORT)) {
                try (Learner learner = engine.load(spec, training, model)) {
                    SafetensorsWriter.write(file, learner.weights().asMap());
                }
            } else {
                Weights weights = weights(file);
                weights.check(spec);
                try (Learner learner = engine.create(spec, training, weights)) {
                    learner.save(model);
                }
            }
            return DONE;
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            System.err.println(message.startsWith(file.toString()) ? message : file + ": " + message);
            return UNSUITABLE;
        } catch (IOException | UncheckedIOException e) {
            System.err.println(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return FAILED;
        }
    }

    /** A damaged file is bad input, like a file with other weights. */
    private static Weights weights(Path file) {
        try {
            return Safetensors.open(file).weights();
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
