package quartet.dl4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.MlpSpec;

class ModelFileTest {
    private static final MlpSpec SPEC = MlpSpec.classifier(3, List.of(4), 2);

    @Test
    void refusesANetworkOfAnotherForm(@TempDir Path directory) {
        MultiLayerNetwork network = new MultiLayerNetwork(TabularClassifier.network(SPEC, 1));
        network.init();
        ModelFile.write(network, directory);
        for (MlpSpec other : List.of(MlpSpec.classifier(4, List.of(4), 2), MlpSpec.classifier(3, List.of(4, 4), 2))) {
            assertThatThrownBy(() -> TabularClassifier.load(other, directory))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(directory + " holds no such network");
        }
        TabularClassifier.load(SPEC, directory).close();
    }

    @Test
    void refusesADamagedFile(@TempDir Path directory) throws IOException {
        Files.write(directory.resolve("network.zip"), new byte[100]);
        assertThatThrownBy(() -> TabularClassifier.load(SPEC, directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory + " holds no such network");
    }
}
