package quartet.dl4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

class StrictAdamTest {
    /**
     * Of a constant gradient g both corrected moments are exact, so each step is learningRate * g / (|g| + epsilon):
     * half the learning rate where g is as small as epsilon. Epsilon inside the correction would make the first step
     * about a sixteenth of that.
     */
    @Test
    void aConstantGradientMovesByTheFormulaOfThePaper() {
        double learningRate = 0.01;
        double epsilon = 1e-8;
        float[] gradients = {1e-8f, -1e-8f, 1e-6f, 3};
        INDArray moments = Nd4j.zeros(2 * gradients.length);
        GradientUpdater<Adam> updater = new StrictAdam(learningRate, 0.9, 0.999, epsilon).instantiate(moments, true);
        for (int step = 0; step < 20; step++) {
            INDArray update = Nd4j.createFromArray(gradients);
            updater.applyUpdater(update, step, 0);
            for (int i = 0; i < gradients.length; i++) {
                double expected = learningRate * gradients[i] / (Math.abs(gradients[i]) + epsilon);
                assertThat(update.getDouble(i)).as("step %d", step).isCloseTo(expected, within(1e-4 * learningRate));
            }
        }
    }
}
