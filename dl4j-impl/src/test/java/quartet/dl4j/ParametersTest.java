package quartet.dl4j;

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

class ParametersTest {
    private static final TrainingSpec ADAM = TrainingSpec.adam(1, 1);

    @Test
    void aNetworkOfAnotherFormIsRefused(@TempDir Path directory) {
        MlpSpec saved = MlpSpec.classifier(3, List.of(4), 2);
        try (TabularClassifier classifier = new TabularClassifier(saved, ADAM, InitialWeights.draw(saved, 1))) {
            classifier.save(directory);
        }
        for (MlpSpec other : List.of(MlpSpec.classifier(4, List.of(4), 2), MlpSpec.classifier(3, List.of(4, 4), 2))) {
            assertThatThrownBy(() -> TabularClassifier.load(other, ADAM, directory))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(directory + " holds no network of " + other);
        }
    }

    @Test
    void aDamagedFileIsRefused(@TempDir Path directory) throws IOException {
        MlpSpec spec = MlpSpec.classifier(3, List.of(4), 2);
        Files.write(directory.resolve("network.zip"), new byte[100]);
        assertThatThrownBy(() -> TabularClassifier.load(spec, ADAM, directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory.toString());
    }
}
