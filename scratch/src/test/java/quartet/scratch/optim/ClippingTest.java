package quartet.scratch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.DoubleTensor;

class ClippingTest {
    private final DoubleTensor first = DoubleTensor.of(new double[] {2, -4}, 2);
    private final DoubleTensor second = DoubleTensor.of(new double[] {4}, 1);
    private final List<Parameter> parameters = List.of(
            new Parameter("a", DoubleTensor.zeros(2), first), new Parameter("b", DoubleTensor.zeros(1), second));

    @Test
    void byValue() {
        Clipping.byValue(parameters, 3);
        assertThat(first.data()).containsExactly(2, -3);
        assertThat(second.data()).containsExactly(3);
    }

    /** The norm of (2, -4, 4) is 6. */
    @Test
    void byGlobalNorm() {
        assertThat(Clipping.byGlobalNorm(parameters, 7)).isEqualTo(6);
        assertThat(first.data()).containsExactly(2, -4);
        assertThat(Clipping.byGlobalNorm(parameters, 3)).isEqualTo(6);
        assertThat(first.data()).containsExactly(new double[] {1, -2}, within(1e-15));
        assertThat(second.data()).containsExactly(new double[] {2}, within(1e-15));
    }

    /** The squares of the gradients overflow or underflow. The norm of (3, 0, 4) is 5. */
    @Test
    void globalNormOfExtremeGradients() {
        for (double factor : new double[] {1e200, 1e-200}) {
            first.set(0, 3 * factor);
            first.set(1, 0);
            second.set(0, 4 * factor);
            assertThat(Clipping.byGlobalNorm(parameters, factor)).isCloseTo(5 * factor, within(1e-15 * factor));
            assertThat(first.get(0)).isCloseTo(0.6 * factor, within(1e-15 * factor));
        }
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatThrownBy(() -> Clipping.byValue(parameters, 0))
                .hasMessage("Clipping: expected limit > 0, but was 0.0");
        second.set(0, Double.NaN);
        assertThatThrownBy(() -> Clipping.byValue(parameters, 1))
                .hasMessage("Clipping: expected finite gradients, but was NaN at position 0 of b");
        second.set(0, Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> Clipping.byGlobalNorm(parameters, 1))
                .hasMessage("Clipping: expected finite gradients, but was Infinity at position 0 of b");
    }
}
