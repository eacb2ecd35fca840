package quartet.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.InitialWeights;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/** Weights survive the way into the format of each framework and back, bit for bit. */
class WeightsIT {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final ModelSpec SPEC = new CnnSpec(2, 9, 11, List.of(3, 4), 5, 3);

    private final Path run;

    /** What a run writes beside a network. */
    private record Network(String project, String engine, ModelSpec spec, TrainingSpec training) {}

    WeightsIT(@TempDir Path run) {
        this.run = run;
    }

    static List<String> engines() {
        return InstalledEngines.scan(HOME).select(List.of()).stream()
                .map(InstalledEngine::name)
                .toList();
    }

    /** A run that knows the network from another engine. */
    @BeforeEach
    void describeNetwork() throws IOException {
        Path other = Files.createDirectories(run.resolve("models/cv/other"));
        Network network = new Network("cv", "other", SPEC, TrainingSpec.adam(1, 8));
        new JsonMapper().writeValue(other.resolve("network.json").toFile(), network);
        System.setProperty("quartet.home", HOME.toString());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void weightsGoThereAndBack(String engine) throws IOException {
        Weights weights = InitialWeights.draw(SPEC, 1);
        Path file = run.resolve("weights.safetensors");
        SafetensorsWriter.write(file, weights.asMap());
        Path back = run.resolve("back.safetensors");

        assertThat(Quartet.execute("weights", "import", file.toString(), run.toString(), engine, "cv"))
                .isZero();
        assertThat(Quartet.execute("weights", "export", run.toString(), engine, "cv", back.toString()))
                .isZero();

        assertThat(Safetensors.open(back).weights()).isEqualTo(weights);
        Path description = run.resolve("models/cv").resolve(engine).resolve("network.json");
        assertThat(new JsonMapper()
                        .readTree(description.toFile())
                        .path("engine")
                        .asText())
                .isEqualTo(engine);
    }

    @Test
    void writesOnnx() {
        Path file = run.resolve("weights.safetensors");
        SafetensorsWriter.write(file, InitialWeights.draw(SPEC, 1).asMap());
        Path onnx = run.resolve("network.onnx");

        assertThat(Quartet.execute("weights", "import", file.toString(), run.toString(), "scratch", "cv"))
                .isZero();
        assertThat(Quartet.execute("weights", "export", run.toString(), "scratch", "cv", onnx.toString()))
                .isZero();

        assertThat(onnx).isNotEmptyFile();
    }

    @Test
    void refusesWeightsOfAnotherNetworkAndDamagedFilesAndKeepsWhatIsThere() throws IOException {
        Path file = run.resolve("other.safetensors");
        ModelSpec other = MlpSpec.classifier(4, List.of(3), 2);
        SafetensorsWriter.write(file, InitialWeights.draw(other, 1).asMap());

        assertThat(Quartet.execute("weights", "import", file.toString(), run.toString(), "scratch", "cv"))
                .isEqualTo(2);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThat(Quartet.execute("weights", "import", file.toString(), run.toString(), "scratch", "cv"))
                .isEqualTo(2);
        assertThat(run.resolve("models/cv").toFile().list()).containsExactly("other");
    }

    @Test
    void refusesWhatIsNotThere() {
        Path file = run.resolve("none.safetensors");
        assertThat(Quartet.execute("weights", "export", run.toString(), "scratch", "cv", file.toString()))
                .isEqualTo(2);
        assertThat(Quartet.execute("weights", "export", run.toString(), "scratch", "nlp", file.toString()))
                .isEqualTo(2);
        assertThat(Quartet.execute("weights", "import", file.toString(), run.toString(), "scratch", "cv"))
                .isEqualTo(2);
        assertThat(file).doesNotExist();
    }
}
