package quartet.djl.pytorch.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.Learner;
import quartet.contract.MlpSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.InitialWeights;

class StrictLearnerTest {
    private static final TrainingSpec ADAM = TrainingSpec.adam(1, 8);
    private static final MlpSpec SPEC = MlpSpec.classifier(4, List.of(3), 2);

    private final Path directory;

    StrictLearnerTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void savesOneFileEvenWhenItSavesAgain() throws IOException {
        save(SPEC);
        save(SPEC);
        assertThat(directory).isDirectoryContaining("glob:**network-0000.params");
        assertThat(files()).hasSize(1);
    }

    @Test
    void refusesTheParametersOfAnotherNetwork() {
        for (MlpSpec other : List.of(
                MlpSpec.classifier(4, List.of(5), 2),
                MlpSpec.classifier(4, List.of(3, 3), 2),
                MlpSpec.classifier(4, List.of(), 2))) {
            save(other);
            assertThatThrownBy(() -> new PyTorchEngine().load(SPEC, ADAM, directory))
                    .as("%s", other)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    @Test
    void refusesADamagedFile() throws IOException {
        save(SPEC);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new PyTorchEngine().load(SPEC, ADAM, directory))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    private void save(MlpSpec spec) {
        try (Learner learner = new PyTorchEngine().create(spec, ADAM, InitialWeights.draw(spec, 1))) {
            learner.save(directory);
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }
}
