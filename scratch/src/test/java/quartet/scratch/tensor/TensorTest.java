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
        assertThat(DoubleTensor.zeros(1).reuse(first, 2, 2).precision()).isEqualTo(Precision.FLOAT64);
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
}
