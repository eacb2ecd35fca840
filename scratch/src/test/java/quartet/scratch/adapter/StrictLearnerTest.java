package quartet.scratch.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.Learner;
import quartet.contract.MlpSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.InitialWeights;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.safetensors.SafetensorsWriter;

class StrictLearnerTest {
    private static final TrainingSpec ADAM = TrainingSpec.adam(1, 8);
    private static final MlpSpec SPEC = MlpSpec.classifier(4, List.of(3), 2);
    private static final Weights WEIGHTS = InitialWeights.draw(SPEC, 1);

    private final Path directory;

    StrictLearnerTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void writesAFileThatTheContractReads() {
        try (Learner learner = StrictLearner.create(SPEC, ADAM, WEIGHTS)) {
            learner.save(directory);
        }
        assertThat(directory).isDirectoryContaining("glob:**weights.safetensors");
        assertThat(Safetensors.open(directory.resolve("weights.safetensors")).weights())
                .isEqualTo(WEIGHTS);
    }

    @Test
    void readsAFileThatTheContractWrote() {
        SafetensorsWriter.write(directory.resolve("weights.safetensors"), WEIGHTS.asMap());
        try (Learner learner = StrictLearner.load(SPEC, ADAM, directory)) {
            assertThat(learner.weights()).isEqualTo(WEIGHTS);
        }
    }

    @Test
    void rejectsTheWeightsOfAnotherNetwork() {
        for (MlpSpec other : List.of(
                MlpSpec.classifier(4, List.of(5), 2),
                MlpSpec.classifier(4, List.of(3, 3), 2),
                MlpSpec.classifier(4, List.of(), 2))) {
            try (Learner learner = StrictLearner.create(other, ADAM, InitialWeights.draw(other, 1))) {
                learner.save(directory);
            }
            assertThatThrownBy(() -> StrictLearner.load(SPEC, ADAM, directory))
                    .as("%s", other)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(directory.toString());
        }
    }
}
