package quartet.djl.tensorflow.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.InitialWeights;
import quartet.datasets.Features;
import quartet.datasets.Targets;

final class StrictLearnerTest {
    private static final TrainingSpec ADAM = TrainingSpec.adam(1, 4);
    private static final MlpSpec SPEC = MlpSpec.classifier(3, List.of(4), 2);

    @Test
    void djlLoadsASavedNetworkLikeAnyOtherSavedModel(@TempDir Path directory) throws Exception {
        Batch batch = batch();
        float[] features = batch.features().asValues().data();
        try (StrictLearner learner = learner()) {
            learner.trainBatch(batch);
            learner.save(directory);
            Criteria<NDList, NDList> criteria = Criteria.builder()
                    .setTypes(NDList.class, NDList.class)
                    .optEngine("TensorFlow")
                    .optModelPath(directory)
                    .build();
            try (ZooModel<NDList, NDList> model = criteria.loadModel();
                    Predictor<NDList, NDList> predictor = model.newPredictor();
                    NDManager manager = model.getNDManager().newSubManager()) {
                NDList logits = predictor.predict(new NDList(manager.create(features, new Shape(4, 3))));
                assertThat(logits.singletonOrThrow().toFloatArray())
                        .containsExactly(learner.predict(batch.features()).data());
            }
        }
    }

    @Test
    void savingAgainOverwritesTheNetworkAndLeavesNoOtherFile(@TempDir Path directory) throws IOException {
        try (StrictLearner learner = learner()) {
            learner.save(directory);
            learner.trainBatch(batch());
            learner.save(directory);
            try (StrictLearner loaded = StrictLearner.load(SPEC, ADAM, directory)) {
                assertThat(loaded.weights()).isEqualTo(learner.weights());
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> directory.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrder(
                            "saved_model.pb", "variables/variables.index", "variables/variables.data-00000-of-00001");
        }
    }

    @Test
    void refusesADirectoryWithoutSuchANetwork(@TempDir Path directory) throws IOException {
        assertRefused(SPEC, directory.resolve("missing"));
        try (StrictLearner learner = learner()) {
            learner.save(directory);
        }
        assertRefused(MlpSpec.classifier(3, List.of(5), 2), directory);
        assertRefused(MlpSpec.classifier(3, List.of(), 2), directory);
        assertRefused(MlpSpec.classifier(3, List.of(4, 4), 2), directory);
        assertThatThrownBy(() -> StrictLearner.load(new CnnSpec(1, 8, 8, List.of(1), 2, 2), ADAM, directory))
                .isInstanceOf(UncheckedIOException.class);

        Path definition = directory.resolve("saved_model.pb");
        byte[] whole = Files.readAllBytes(definition);
        Files.write(definition, new byte[] {1, 2, 3});
        assertRefused(SPEC, directory);
        Files.write(definition, whole);
        Files.delete(directory.resolve("variables/variables.index"));
        assertRefused(SPEC, directory);
    }

    @Test
    void refusesADirectoryThatCannotBeWritten(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        try (StrictLearner learner = learner()) {
            assertThatThrownBy(() -> learner.save(file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void aClosedNetworkRefusesToRun() {
        StrictLearner learner = learner();
        learner.close();
        learner.close();
        Batch batch = batch();
        assertThatThrownBy(() -> learner.trainBatch(batch)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> learner.predict(batch.features())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(learner::weights).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameBatchesGiveTheSameBits() {
        try (StrictLearner one = learner();
                StrictLearner other = learner()) {
            for (int step = 0; step < 20; step++) {
                assertThat(one.trainBatch(batch())).isEqualTo(other.trainBatch(batch()));
            }
            assertThat(one.weights()).isEqualTo(other.weights());
        }
    }

    @Test
    void predictsNothingForNoRows() {
        try (StrictLearner learner = learner()) {
            assertThat(learner.predict(SPEC.zeros(0)).shape()).containsExactly(0, 2);
        }
    }

    @Test
    void namesAPlatformWithoutANativeLibrary() {
        assertThatThrownBy(() -> NativeLibrary.require("linux-riscv64"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("TensorFlow: no native library for linux-riscv64")
                .hasMessageContaining("linux-x86_64");
    }

    private static void assertRefused(MlpSpec spec, Path directory) {
        assertThatThrownBy(() -> StrictLearner.load(spec, ADAM, directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory.toString());
    }

    private static StrictLearner learner() {
        Weights initial = InitialWeights.draw(SPEC, 3);
        return StrictLearner.create(SPEC, ADAM, initial);
    }

    private static Batch batch() {
        SplittableRandom random = new SplittableRandom(4);
        float[] features = new float[12];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextDouble();
        }
        return new Batch(
                new Features.Values(new int[] {4, 3}, features), new Targets.Classes(new int[] {0, 1, 1, 0}, 2));
    }
}
