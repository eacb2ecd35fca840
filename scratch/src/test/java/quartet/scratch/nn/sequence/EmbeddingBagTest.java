package quartet.scratch.nn.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

class EmbeddingBagTest {
    private final EmbeddingBag layer = new EmbeddingBag("embedding", 4, 2, Backend.reference());

    private void setTable(double... numbers) {
        layer.parameters().get(0).value().copyFrom(DoubleTensor.of(numbers, 4, 2));
    }

    @Test
    void averagesTheTokensWithoutThePadding() {
        setTable(100, 100, 1, 2, 3, 4, 5, 6);
        Tensor output = layer.forward(IntTensor.of(new int[] {1, 3, 0, 0, 2, 2, 1, 0, 0, 0, 0, 0}, 3, 4), true);
        // Rows: (E1 + E3) / 2; (E2 + E2 + E1) / 3; padding only.
        double[] expected = {3, 4, 7 / 3.0, 10 / 3.0, 0, 0};
        for (int i = 0; i < expected.length; i++) {
            assertThat(output.get(i)).isCloseTo(expected[i], within(1e-15));
        }
    }

    @Test
    void gradientIsThatOfCentralDifferences() {
        setTable(1, 1, 0.1, 0.2, -0.3, 0.4, 0.5, -0.6);
        for (int[] ids : new int[][] {{1}, {0}, {1, 3, 0, 2, 2, 1}, {0, 0, 0, 3, 0, 3}}) {
            int rows = ids.length == 1 ? 1 : 2;
            GradientCheck.ofLayer(layer, IntTensor.of(ids, rows, ids.length / rows), true);
        }
    }

    @Test
    void tokensHaveNoGradient() {
        layer.forward(IntTensor.of(new int[] {1, 2}, 1, 2), true);
        assertThat(layer.backward(DoubleTensor.zeros(1, 2)).isNone()).isTrue();
    }

    @Test
    void refusesWhatIsNoToken() {
        assertThatThrownBy(() -> layer.forward(IntTensor.of(new int[] {1, 4}, 1, 2), true))
                .hasMessage("embedding: token id: expected a number in 0..3, but was 4 at position 1 of INT32[1, 2]");
        assertThatThrownBy(() -> layer.forward(IntTensor.of(new int[] {-1}, 1, 1), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> layer.forward(DoubleTensor.zeros(3, 1), true))
                .hasMessage("embedding: expected token ids INT32[batch, length], but was FLOAT64[3, 1]");
        assertThatThrownBy(() -> layer.forward(IntTensor.zeros(3), true))
                .hasMessage("embedding: expected token ids INT32[batch, length], but was INT32[3]");
    }
}
