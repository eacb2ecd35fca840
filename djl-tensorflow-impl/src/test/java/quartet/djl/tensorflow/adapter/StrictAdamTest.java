package quartet.djl.tensorflow.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.Batch;
import quartet.contract.MlpSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/** A network of one bias: y = b with the loss (b - 1)^2, whose gradient is 2 (b - 1). */
final class StrictAdamTest {
    private static final MlpSpec SPEC = MlpSpec.regressor(1, List.of());
    private static final Batch BATCH =
            new Batch(new Features.Values(new int[] {1, 1}, new float[] {0}), new Targets.Values(new float[] {1}));

    @Test
    void addsEpsilonAfterTheBiasCorrection() {
        // With an epsilon as large as this, the two places to add it give clearly different steps.
        TrainingSpec settings = new TrainingSpec(1, 1, 0.1, 0.5, 0.75, 3);
        double b = 0;
        double m = 0;
        double v = 0;
        try (StrictLearner learner = StrictLearner.create(SPEC, settings, bias(0))) {
            for (int t = 1; t <= 10; t++) {
                double g = 2 * (b - 1);
                m = 0.5 * m + 0.5 * g;
                v = 0.75 * v + 0.25 * g * g;
                b -= 0.1 * (m / (1 - Math.pow(0.5, t))) / (Math.sqrt(v / (1 - Math.pow(0.75, t))) + 3);
                learner.trainBatch(BATCH);
                assertThat((double) bias(learner)).as("step %d", t).isCloseTo(b, within(1e-6));
            }
        }
    }

    @Test
    void aLoadedNetworkRestartsAdamWithTheGivenSettings(@TempDir Path directory) {
        try (StrictLearner learner = StrictLearner.create(SPEC, TrainingSpec.adam(1, 1), bias(0))) {
            for (int t = 0; t < 5; t++) {
                learner.trainBatch(BATCH);
            }
            learner.save(directory);
            TrainingSpec faster = new TrainingSpec(1, 1, 0.25, 0.9, 0.999, 1e-8);
            try (StrictLearner loaded = StrictLearner.load(SPEC, faster, directory)) {
                loaded.trainBatch(BATCH);
                // The length of Adam's first step is the learning rate, for any gradient.
                assertThat(bias(loaded) - bias(learner)).isCloseTo(0.25f, within(1e-5f));
            }
        }
    }

    private static Weights bias(float value) {
        return new Weights(
                Map.of("output.weight", Tensor.of(new float[] {0}, 1, 1), "output.bias", Tensor.vector(value)));
    }

    private static float bias(StrictLearner learner) {
        return learner.weights().get("output.bias").data()[0];
    }
}
