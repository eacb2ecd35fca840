package quartet.djl.pytorch.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import quartet.contract.TrainingSpec;

class StrictAdamTest {

    /**
     * Under a constant gradient g the bias-corrected moments are g and g^2 at every step, so a step is learningRate g /
     * (|g| + epsilon). The epsilon is as large as the gradient, to show where it is added: inside the bias correction,
     * the first step would be less than a sixth of that.
     */
    @Test
    void addsEpsilonOutsideTheBiasCorrection() {
        TrainingSpec settings = new TrainingSpec(1, 1, 0.01, 0.9, 0.999, 0.5);
        StrictAdam adam = new StrictAdam(settings);
        try (NDManager manager = NativeLibrary.engine().newBaseManager()) {
            NDArray weight = manager.create(new float[] {1, 1, 1});
            weight.setRequiresGradient(true);
            NDArray gradient = manager.create(new float[] {0.5f, -2, 0});
            for (int t = 1; t <= 20; t++) {
                adam.update("weight", weight, gradient);
                float[] values = weight.toFloatArray();
                assertThat((double) values[0]).isCloseTo(1 - t * 0.01 * 0.5 / (0.5 + 0.5), within(1e-5));
                assertThat((double) values[1]).isCloseTo(1 + t * 0.01 * 2 / (2 + 0.5), within(1e-5));
                assertThat(values[2]).isEqualTo(1);
            }
        }
    }
}
