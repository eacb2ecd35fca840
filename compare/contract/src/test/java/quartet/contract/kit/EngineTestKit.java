package quartet.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.Engine;
import quartet.contract.EngineInfo;
import quartet.contract.Learner;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.Objective;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.InitialWeights;
import quartet.contract.experiment.Predictions;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.ReferenceAdam;
import quartet.contract.reference.ReferenceNetwork;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * What every engine must fulfil, for every kind of network, odd sizes included. An implementation's test extends this
 * class and names its engine; nothing else.
 */
public abstract class EngineTestKit {
    private static final int ROWS = 7;
    private static final TrainingSpec ADAM = TrainingSpec.adam(1, ROWS);

    private final Engine engine = ServiceLoader.load(Engine.class).findFirst().orElseThrow();

    /** The name that the engine must give itself. */
    protected abstract String engineName();

    /** Networks of every kind, odd sizes included. */
    public static List<ModelSpec> specs() {
        return List.of(
                MlpSpec.classifier(5, List.of(7, 6), 3),
                MlpSpec.classifier(4, List.of(), 3),
                MlpSpec.classifier(1, List.of(3), 2),
                MlpSpec.regressor(6, List.of(5, 4)),
                MlpSpec.regressor(3, List.of()),
                new CnnSpec(1, 9, 11, List.of(3, 4), 5, 3),
                new CnnSpec(3, 8, 8, List.of(2, 3), 4, 2),
                new TextSpec(20, 6, 5, List.of(4), 3),
                new TextSpec(12, 5, 4, List.of(), 2));
    }

    @Test
    void tellsWhatComputesAndOnHowManyThreads() {
        EngineInfo info = engine.info();
        assertThat(info.name()).isEqualTo(engineName());
        assertThat(List.of(info.framework(), info.nativeLibrary(), info.device()))
                .allMatch(text -> !text.isBlank());
        assertThat(info.threads()).isEqualTo(EngineInfo.requestedThreads());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void takesAndReturnsWeightsUnchanged(ModelSpec spec) {
        Weights initial = weights(spec);
        try (Learner learner = engine.create(spec, ADAM, initial)) {
            assertThat(learner.weights()).isEqualTo(initial);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void predictsWhatTheSpecificationComputes(ModelSpec spec) {
        Weights initial = weights(spec);
        Batch batch = batch(spec, ROWS);
        double[][] expected = new ReferenceNetwork(spec, initial).predict(batch.features());
        try (Learner learner = engine.create(spec, ADAM, initial)) {
            Tensor predictions = learner.predict(batch.features());
            assertThat(predictions.shape()).containsExactly(ROWS, spec.outputs());
            for (int i = 0; i < predictions.size(); i++) {
                double value = expected[i / spec.outputs()][i % spec.outputs()];
                assertThat((double) predictions.data()[i])
                        .isCloseTo(value, within(1e-5 * Math.max(1, Math.abs(value))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void predictionsDoNotDependOnTheBatch(ModelSpec spec) {
        Features features = batch(spec, ROWS).features();
        try (Learner learner = engine.create(spec, ADAM, weights(spec))) {
            Tensor together = learner.predict(features);
            Tensor oneByOne = Predictions.of(learner, features, 1);
            Tensor byThree = Predictions.of(learner, features, 3);
            for (int i = 0; i < together.size(); i++) {
                assertThat(oneByOne.data()[i]).isCloseTo(together.data()[i], within(1e-5f));
                assertThat(byThree.data()[i]).isCloseTo(together.data()[i], within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gradientsAreThoseOfTheMeanLossAndUpdateNothing(ModelSpec spec) {
        Weights initial = weights(spec);
        for (int rows : new int[] {1, ROWS}) {
            Batch batch = batch(spec, rows);
            try (Learner learner = engine.create(spec, ADAM, initial)) {
                Weights gradients = learner.gradients(batch);
                gradients.check(spec);
                NamedArrays expected =
                        new ReferenceNetwork(spec, initial).pass(batch).gradients();
                gradients.asMap().forEach((name, gradient) -> {
                    for (int i = 0; i < gradient.size(); i++) {
                        assertThat((double) gradient.data()[i])
                                .as("%s[%d]", name, i)
                                .isCloseTo(expected.get(name)[i], within(2e-5));
                    }
                });
                assertThat(learner.weights()).isEqualTo(initial);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void stepsAreAdamAndReturnTheLossBeforeTheUpdate(ModelSpec spec) {
        Weights initial = weights(spec);
        ReferenceAdam adam = new ReferenceAdam(ADAM);
        try (Learner learner = engine.create(spec, ADAM, initial)) {
            for (int rows : new int[] {ROWS, ROWS, 2, 1}) {
                Batch batch = batch(spec, rows);
                double expected = new ReferenceNetwork(spec, learner.weights()).loss(batch);
                NamedArrays updated = adam.step(learner.weights(), learner.gradients(batch));
                assertThat((double) learner.trainBatch(batch)).isCloseTo(expected, within(1e-5));
                assertClose(learner.weights(), updated);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void learnsAFewRowsByHeart(ModelSpec spec) {
        Batch batch = batch(spec, ROWS);
        TrainingSpec fast = new TrainingSpec(1, ROWS, 0.02, 0.9, 0.999, 1e-8);
        try (Learner learner = engine.create(spec, fast, weights(spec))) {
            float first = learner.trainBatch(batch);
            float last = first;
            for (int i = 0; i < 150; i++) {
                last = learner.trainBatch(batch);
            }
            assertThat(last).isLessThan(first);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aSavedNetworkPredictsTheSame(ModelSpec spec, @TempDir Path directory) {
        Batch batch = batch(spec, ROWS);
        try (Learner learner = engine.create(spec, ADAM, weights(spec))) {
            learner.trainBatch(batch);
            learner.save(directory);
            try (Learner loaded = engine.load(spec, ADAM, directory)) {
                assertThat(loaded.predict(batch.features())).isEqualTo(learner.predict(batch.features()));
                assertThat(loaded.weights()).isEqualTo(learner.weights());
                loaded.trainBatch(batch);
                assertThat(loaded.weights()).isNotEqualTo(learner.weights());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void networksDoNotShareState(ModelSpec spec) {
        Weights initial = weights(spec);
        try (Learner one = engine.create(spec, ADAM, initial);
                Learner other = engine.create(spec, ADAM, initial)) {
            one.trainBatch(batch(spec, ROWS));
            assertThat(other.weights()).isEqualTo(initial);
            assertThat(one.weights()).isNotEqualTo(initial);
        }
    }

    @Test
    void refusesWhatDoesNotFit(@TempDir Path empty) {
        MlpSpec spec = MlpSpec.classifier(5, List.of(7, 6), 3);
        Batch tooWide = batch(MlpSpec.classifier(6, List.of(), 3), 2);
        Batch otherClasses = batch(MlpSpec.classifier(5, List.of(), 9), 2);
        TextSpec text = new TextSpec(20, 6, 5, List.of(4), 3);
        try (Learner learner = engine.create(spec, ADAM, weights(spec))) {
            assertThatThrownBy(() -> learner.predict(tooWide.features()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Features: expected [batch, 5], but was [2, 6]");
            assertThatThrownBy(() -> learner.trainBatch(otherClasses)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> learner.gradients(tooWide)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> engine.create(spec, ADAM, weights(text))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.load(spec, ADAM, empty)).isInstanceOf(UncheckedIOException.class);
        try (Learner learner = engine.create(text, ADAM, weights(text))) {
            Features outOfRange = new Features.Tokens(1, 6, new int[] {1, 2, 20, 0, 0, 0});
            assertThatThrownBy(() -> learner.predict(outOfRange))
                    .hasMessage("Features: expected token ids in [0, 20), but was 20");
        }
    }

    /** A step is about as long as the learning rate: the tolerance is a hundredth of it. */
    private static void assertClose(Weights actual, NamedArrays expected) {
        for (String name : expected.names()) {
            double[] values = expected.get(name);
            for (int i = 0; i < values.length; i++) {
                assertThat((double) actual.get(name).data()[i])
                        .as("%s[%d]", name, i)
                        .isCloseTo(values[i], within(ADAM.learningRate() / 100));
            }
        }
    }

    /** Weights with biases that are not zero, so that a forgotten or misplaced bias shows. */
    public static Weights weights(ModelSpec spec) {
        Weights drawn = InitialWeights.draw(spec, 5);
        SplittableRandom random = new SplittableRandom(6);
        drawn.asMap().forEach((name, tensor) -> {
            if (name.endsWith(".bias")) {
                for (int i = 0; i < tensor.size(); i++) {
                    tensor.data()[i] = (float) (0.2 * random.nextDouble() - 0.1);
                }
            }
        });
        return drawn;
    }

    /** Random rows; of several texts the first is empty. */
    public static Batch batch(ModelSpec spec, int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        Features zeros = spec.zeros(rows);
        if (zeros instanceof Features.Values values) {
            for (int i = 0; i < values.data().length; i++) {
                values.data()[i] = (float) (2 * random.nextDouble() - 1);
            }
        } else if (spec instanceof TextSpec text) {
            int[] ids = zeros.asTokens().ids();
            // The first of several rows stays empty; the others end in padding after 1 to length tokens.
            for (int row = rows == 1 ? 0 : 1; row < rows; row++) {
                int count = 1 + row % text.length();
                for (int t = 0; t < count; t++) {
                    ids[row * text.length() + t] = 1 + random.nextInt(text.vocabulary() - 1);
                }
            }
        }
        if (spec.objective() == Objective.SQUARED_ERROR) {
            float[] values = new float[rows];
            for (int i = 0; i < rows; i++) {
                values[i] = (float) (2 * random.nextDouble() - 1);
            }
            return new Batch(zeros, new Targets.Values(values));
        }
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextInt(spec.outputs());
        }
        return new Batch(zeros, new Targets.Classes(labels, spec.outputs()));
    }
}
