package quartet.scratch.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

class LossTest {
    private final SoftmaxCrossEntropy crossEntropy = new SoftmaxCrossEntropy(Backend.reference());
    private final MeanSquaredError squaredError = new MeanSquaredError(Backend.reference());

    @Test
    void crossEntropyByHand() {
        // softmax(0, ln 3) = (1/4, 3/4); softmax(0, 0) = (1/2, 1/2).
        Tensor logits = DoubleTensor.of(new double[] {0, Math.log(3), 0, 0}, 2, 2);
        double loss = crossEntropy.forward(logits, IntTensor.labels(1, 0));
        assertThat(loss).isCloseTo((Math.log(4 / 3.0) + Math.log(2)) / 2, within(1e-15));
        double[] expected = {0.125, -0.125, -0.25, 0.25};
        for (int i = 0; i < 4; i++) {
            assertThat(crossEntropy.backward().get(i)).isCloseTo(expected[i], within(1e-15));
        }
    }

    @Test
    void squaredErrorByHand() {
        Tensor prediction = DoubleTensor.of(new double[] {1, 2, 3}, 3, 1);
        Tensor target = DoubleTensor.of(new double[] {1, 0, 6}, 3, 1);
        assertThat(squaredError.forward(prediction, target)).isCloseTo(13 / 3.0, within(1e-15));
        double[] expected = {0, 4 / 3.0, -2};
        for (int i = 0; i < 3; i++) {
            assertThat(squaredError.backward().get(i)).isCloseTo(expected[i], within(1e-15));
        }
    }

    @Test
    void gradientsAreThoseOfCentralDifferences() {
        for (int batch : new int[] {1, 3}) {
            for (double scale : new double[] {0.1, 1, 30}) {
                Tensor prediction = GradientCheck.random(1, scale, batch, 5);
                GradientCheck.ofLoss(crossEntropy, prediction, classes(batch, 5));
                GradientCheck.ofLoss(squaredError, prediction, GradientCheck.random(2, 1, batch, 5));
            }
        }
    }

    @Test
    void crossEntropyStaysFiniteAtHugeLogits() {
        double[] logits = {1e4, -1e4, 0, -1e4, 1e4, 1e4};
        float[] narrow = {1e4f, -1e4f, 0, -1e4f, 1e4f, 1e4f};
        IntTensor classes = IntTensor.labels(1, 1);
        for (Tensor z : new Tensor[] {DoubleTensor.of(logits, 2, 3), FloatTensor.of(narrow, 2, 3)}) {
            SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(Backend.reference());
            assertThat(loss.forward(z, classes)).isCloseTo((2e4 + Math.log(2)) / 2, within(1e-9));
            double[] expected = {0.5, -0.5, 0, 0, -0.25, 0.25};
            for (int i = 0; i < 6; i++) {
                assertThat(loss.backward().get(i)).isCloseTo(expected[i], within(1e-12));
            }
        }
    }

    @Test
    void saysWhatIsWrong() {
        Tensor logits = DoubleTensor.zeros(2, 3);
        assertThatThrownBy(() -> crossEntropy.forward(logits, IntTensor.zeros(3)))
                .hasMessage("SoftmaxCrossEntropy: expected classes [2], but was [3]");
        assertThatThrownBy(() -> crossEntropy.forward(logits, IntTensor.labels(0, 3)))
                .hasMessage(
                        "SoftmaxCrossEntropy: class: expected a number in 0..2, but was 3 at position 1 of INT32[2]");
        logits.set(4, Double.NaN);
        assertThatThrownBy(() -> crossEntropy.forward(logits, IntTensor.zeros(2)))
                .hasMessage("SoftmaxCrossEntropy: expected finite predictions, but was NaN at position 4 of"
                        + " FLOAT64[2, 3]");
        assertThatThrownBy(() -> squaredError.forward(logits, DoubleTensor.zeros(2)))
                .hasMessage("MeanSquaredError: expected target [2, 3], but was [2]");
        Tensor target = DoubleTensor.zeros(2, 3);
        target.set(5, Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> squaredError.forward(DoubleTensor.zeros(2, 3), target))
                .hasMessage("MeanSquaredError: expected finite targets, but was Infinity at position 5 of"
                        + " FLOAT64[2, 3]");
        target.set(5, 0);
        assertThatThrownBy(() -> squaredError.forward(logits, target))
                .hasMessage("MeanSquaredError: expected finite predictions, but was NaN at position 4 of"
                        + " FLOAT64[2, 3]");
        assertThatThrownBy(new MeanSquaredError()::backward).isInstanceOf(IllegalStateException.class);
    }

    private static IntTensor classes(int batch, int count) {
        return IntTensor.labels(
                IntStream.range(0, batch).map(i -> (2 * i + 1) % count).toArray());
    }
}
