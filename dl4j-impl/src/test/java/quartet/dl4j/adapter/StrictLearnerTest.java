package quartet.dl4j.adapter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.MlpSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.InitialWeights;

class StrictLearnerTest {
    private static final TrainingSpec ADAM = TrainingSpec.adam(1, 1);

    @Test
    void refusesANetworkOfAnotherForm(@TempDir Path directory) {
        MlpSpec saved = MlpSpec.classifier(3, List.of(4), 2);
        try (StrictLearner learner = new StrictLearner(saved, ADAM, InitialWeights.draw(saved, 1))) {
            learner.save(directory);
        }
        for (MlpSpec other : List.of(MlpSpec.classifier(4, List.of(4), 2), MlpSpec.classifier(3, List.of(4, 4), 2))) {
            assertThatThrownBy(() -> StrictLearner.load(other, ADAM, directory))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(directory + " holds no network of " + other);
        }
    }

    @Test
    void refusesADamagedFile(@TempDir Path directory) throws IOException {
        MlpSpec spec = MlpSpec.classifier(3, List.of(4), 2);
        Files.write(directory.resolve("network.zip"), new byte[100]);
        assertThatThrownBy(() -> StrictLearner.load(spec, ADAM, directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory.toString());
    }
}
