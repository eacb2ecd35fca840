package quartet.scratch.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
    @Test
    void reuseKeepsTheArrayWhileItIsLargeEnough() {
        Tensor input = FloatTensor.zeros(64, 3);
        Tensor first = input.reuse(Tensor.none(), 64, 10);
        assertThat(first.hasShape(64, 10)).isTrue();
        assertThat(input.reuse(first, 64, 10)).isSameAs(first);
        Tensor last = input.reuse(first, 7, 10);
        assertThat(last).isSameAs(first);
        assertThat(last.hasShape(7, 10)).isTrue();
        assertThat(last.size()).isEqualTo(70);
        assertThat(input.reuse(last, 64, 10)).isSameAs(first);
        assertThat(input.reuse(first, 65, 10)).isNotSameAs(first);
        assertThat(DoubleTensor.zeros(1).reuse(first, 2, 2)).isInstanceOf(DoubleTensor.class);
    }

    @Test
    void aShrunkTensorIsFilledOnlyInItsOwnPart() {
        FloatTensor tensor = FloatTensor.zeros(4);
        tensor.reuse(tensor, 2).fill(3);
        assertThat(tensor.data()).containsExactly(3, 3, 0, 0);
    }

    @Test
    void viewsShareTheNumbersAndCopiesDoNot() {
        Tensor tensor = DoubleTensor.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
        Tensor view = tensor.view(3, 2);
        Tensor copy = tensor.copy();
        tensor.set(4, 50);
        assertThat(view.get(4)).isEqualTo(50);
        assertThat(copy.get(4)).isEqualTo(5);
        assertThat(view).hasToString("FLOAT64[3, 2]");
    }

    @Test
    void copyingConvertsThePrecision() {
        Tensor narrow = FloatTensor.zeros(2);
        narrow.copyFrom(DoubleTensor.of(new double[] {0.1, 16_777_216}, 2));
        assertThat(narrow.get(0)).isEqualTo((double) 0.1f);
        assertThat(narrow.get(1)).isEqualTo(16_777_216);
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThatThrownBy(() -> FloatTensor.zeros(2, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tensor: expected dimensions of at least 0, but was [2, -1]");
        assertThatThrownBy(() -> FloatTensor.zeros(1 << 16, 1 << 16))
                .hasMessageContaining("expected fewer than 2^31 numbers");
        assertThatThrownBy(() -> DoubleTensor.of(new double[3], 2, 2))
                .hasMessage("DoubleTensor: expected 4 numbers for shape [2, 2], but was 3");
        assertThatThrownBy(() -> FloatTensor.zeros(4).view(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FloatTensor.zeros(4).copyFrom(FloatTensor.zeros(2, 2)))
                .hasMessage("Tensor.copyFrom: expected [4], but was [2, 2]");
    }

    @Test
    void intTensorsHoldWholeNumbersOnly() {
        IntTensor ids = IntTensor.of(new int[] {7, 0, Integer.MAX_VALUE, 2}, 2, 2);
        assertThat(ids).hasToString("INT32[2, 2]");
        assertThat(ids.get(2)).isEqualTo(2_147_483_647);
        assertThat(ids.copy().get(2)).isEqualTo(2_147_483_647);
        ids.set(1, 3);
        ids.add(1, -1);
        assertThat(ids.data()).containsExactly(7, 2, Integer.MAX_VALUE, 2);
        ids.copyFrom(DoubleTensor.of(new double[] {1, 2, 3, 4}, 2, 2));
        assertThat(ids.view(4).get(3)).isEqualTo(4);
        assertThat(IntTensor.labels(5, 6).shape()).containsExactly(2);
        ids.requireIndices("id", 5);
        assertThatThrownBy(() -> ids.requireIndices("id", 4))
                .hasMessage("id: expected a number in 0..3, but was 4 at position 3 of INT32[2, 2]");
        for (double value : new double[] {0.5, Double.NaN, 1e10}) {
            assertThatThrownBy(() -> ids.set(0, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("IntTensor: expected an int, but was " + value);
        }
        assertThatThrownBy(() -> ids.copyFrom(DoubleTensor.of(new double[] {1, 2, 3, 4.5}, 2, 2)))
                .hasMessage("IntTensor: expected an int, but was 4.5");
        assertThatThrownBy(() -> IntTensor.of(new int[3], 2, 2))
                .hasMessage("IntTensor: expected 4 numbers for shape [2, 2], but was 3");
        assertThatThrownBy(() -> ids.view(3)).isInstanceOf(IllegalArgumentException.class);
    }
}
