package quartet.scratch.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

class ElementwiseLossTest {
    private static Tensor column(double... numbers) {
        return DoubleTensor.of(numbers, numbers.length, 1);
    }

    private static void assertLoss(
            Loss<Tensor> loss, Tensor prediction, Tensor target, double value, double... gradient) {
        assertThat(loss.forward(prediction, target)).isCloseTo(value, within(1e-14));
        for (int i = 0; i < gradient.length; i++) {
            assertThat(loss.backward().get(i)).isCloseTo(gradient[i], within(1e-15));
        }
    }

    @Test
    void byHand() {
        Tensor prediction = column(1, 2, 3);
        Tensor target = column(1, 0, 3.5);
        assertLoss(new MeanAbsoluteError(), prediction, target, 2.5 / 3, 0, 1 / 3.0, -1 / 3.0);
        assertLoss(new HuberLoss(), prediction, target, (1.5 + 0.125) / 3, 0, 1 / 3.0, -0.5 / 3);
        assertLoss(new HuberLoss(3), prediction, target, (2 + 0.125) / 3, 0, 2 / 3.0, -0.5 / 3);
        // sigmoid(ln 3) = 3/4: -log 3/4, -log 1/4, and the mean of both for the target 1/2.
        double hit = Math.log(4 / 3.0);
        double miss = Math.log(4);
        double ln3 = Math.log(3);
        assertLoss(
                new BinaryCrossEntropy(),
                column(ln3, ln3, ln3),
                column(1, 0, 0.5),
                (hit + miss + (hit + miss) / 2) / 3,
                -0.25 / 3,
                0.75 / 3,
                0.25 / 3);
        assertLoss(
                new HingeLoss(), column(0.5, -3, 2), column(1, 1, -1), (0.5 + 4 + 3) / 3, -1 / 3.0, -1 / 3.0, 1 / 3.0);
        assertLoss(new HingeLoss(), column(2, -1.5), column(1, -1), 0, 0, 0);
    }

    @Test
    void gradientsAreThoseOfCentralDifferences() {
        for (int batch : new int[] {1, 2, 7}) {
            for (double scale : new double[] {1, 20}) {
                Tensor prediction = scaled(GradientCheck.awayFromKinks(3, batch, 3), scale);
                Tensor target = DoubleTensor.zeros(batch, 3);
                for (Loss<Tensor> loss : List.of(new MeanAbsoluteError(), new HuberLoss(0.333), new HuberLoss(2.003))) {
                    GradientCheck.ofLoss(loss, prediction, target);
                }
                Tensor signs = scaled(target, 1);
                Tensor probabilities = scaled(target, 1);
                for (int i = 0; i < signs.size(); i++) {
                    signs.set(i, i % 2 == 0 ? 1 : -1);
                    probabilities.set(i, (i % 3) / 2.0);
                }
                GradientCheck.ofLoss(new HingeLoss(), scaled(prediction, 1.013), signs);
                GradientCheck.ofLoss(new BinaryCrossEntropy(), prediction, probabilities);
            }
        }
    }

    @Test
    void staysFiniteAtHugePredictions() {
        Tensor wide = DoubleTensor.of(new double[] {1e4, -1e4, 1e4, -1e4}, 4);
        Tensor narrow = FloatTensor.of(new float[] {1e4f, -1e4f, 1e4f, -1e4f}, 4);
        Tensor bits = DoubleTensor.of(new double[] {1, 0, 0, 1}, 4);
        Tensor signs = DoubleTensor.of(new double[] {1, -1, -1, 1}, 4);
        for (Tensor prediction : List.of(wide, narrow)) {
            assertLoss(new BinaryCrossEntropy(), prediction, bits, 5e3, 0, 0, 0.25, -0.25);
            assertLoss(new HingeLoss(), prediction, signs, 5000.5, 0, 0, 0.25, -0.25);
            assertLoss(new HuberLoss(), prediction, DoubleTensor.zeros(4), 9999.5, 0.25, -0.25, 0.25, -0.25);
        }
    }

    @Test
    void saysWhatIsWrong() {
        Tensor three = column(1, 2, 3);
        assertThatThrownBy(() -> new HingeLoss().forward(three, column(1, -1, 0)))
                .hasMessage("HingeLoss: expected targets -1 or 1, but was 0.0 at position 2 of FLOAT64[3, 1]");
        assertThatThrownBy(() -> new BinaryCrossEntropy().forward(three, column(1, 2, 0)))
                .hasMessageContaining("expected targets in [0, 1], but was 2.0");
        assertThatThrownBy(() -> new HuberLoss().forward(three, column(Double.NaN, 2, 0)))
                .hasMessageContaining("expected finite targets, but was NaN");
        assertThatThrownBy(() -> new MeanAbsoluteError().forward(column(1, Double.NaN, 3), three))
                .hasMessageContaining("expected finite predictions, but was NaN at position 1");
        assertThatThrownBy(() -> new MeanAbsoluteError().forward(three, column(1, 2)))
                .hasMessage("MeanAbsoluteError: expected target [3, 1], but was [2, 1]");
        assertThatThrownBy(() -> new HuberLoss(0)).hasMessage("HuberLoss: expected delta > 0, but was 0.0");
        assertThatThrownBy(new HingeLoss()::backward).isInstanceOf(IllegalStateException.class);
    }

    private static Tensor scaled(Tensor tensor, double factor) {
        Tensor scaled = tensor.copy();
        for (int i = 0; i < scaled.size(); i++) {
            scaled.set(i, factor * scaled.get(i));
        }
        return scaled;
    }
}
