package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.datasets.Datasets;
import quartet.harness.worker.BadAnswerException;

/** Predictions for the 30 test rows of iris. */
class EpochScoresTest {
    private static final Experiment IRIS =
            Experiment.of(Project.CLASSIFICATION, Datasets.load("iris", 42), TrainingSpec.adam(100_000, 64), 42);

    private final WorkerFolder folder;
    private final EpochScores scores;

    EpochScoresTest(@TempDir Path path) {
        folder = new WorkerFolder(path);
        scores = new EpochScores(folder, IRIS);
    }

    private void report(int epoch, float value) {
        float[] logits = new float[30 * 3];
        logits[0] = value;
        SafetensorsWriter.write(folder.predictions(epoch), Map.of("predictions", Tensor.of(logits, 30, 3)));
        scores.add(new WorkerEvent.Epoch(epoch, 0.5, 1));
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.count();
        }
    }

    @Test
    void scoresInOrderWithABoundedNumberOfFiles() throws IOException, BadAnswerException {
        int epochs = EpochScores.MAXIMUM_WAITING + 50;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            report(epoch, epoch);
            assertThat(files()).isEqualTo(Math.min(epoch, EpochScores.MAXIMUM_WAITING));
        }
        scores.finish();
        assertThat(files()).isZero();
        assertThat(scores.epochs()).hasSize(epochs);
        assertThat(scores.last()).containsKeys("accuracy", "macroF1");
    }

    @Test
    void refusesPredictionsThatAreNotFinite() {
        report(1, Float.NaN);
        assertThatThrownBy(scores::finish)
                .isInstanceOf(BadAnswerException.class)
                .hasMessage("predictions-1.safetensors: expected finite numbers, but was NaN");
    }

    @Test
    void remembersAMissingFileUntilTheEnd() {
        for (int epoch = 1; epoch <= EpochScores.MAXIMUM_WAITING + 1; epoch++) {
            scores.add(new WorkerEvent.Epoch(epoch, 0.5, 1));
        }
        assertThatThrownBy(scores::finish).hasMessage("predictions-1.safetensors is missing");
    }
}
