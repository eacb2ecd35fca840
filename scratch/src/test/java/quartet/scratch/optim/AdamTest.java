package quartet.scratch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.ScalarKernels;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Precision;

class AdamTest {
    /**
     * By hand, with learning rate 0.1, beta1 0.5, beta2 0.75, epsilon 0.5 and the gradients 2, -1, 3:
     * <pre>{@code
     * m: 1, 0, 1.5                 v: 1, 1, 3
     * mHat: 1/0.5 = 2, 0/0.75 = 0, 1.5/0.875 = 12/7
     * vHat: 1/0.25 = 4, 1/0.4375 = 16/7, 3/0.578125 = 192/37
     * }</pre>
     */
    @Test
    void threeStepsByHand() {
        double p1 = 1 - 0.1 * 2 / (2 + 0.5);
        double p3 = p1 - 0.1 * (12 / 7.0) / (Math.sqrt(192 / 37.0) + 0.5);
        for (Precision precision : Precision.values()) {
            Adam adam = new Adam(0.1, 0.5, 0.75, 0.5, new ScalarKernels());
            Parameter parameter = Parameter.of("p", precision.zeros(1));
            parameter.value().fill(1);
            double tolerance = precision == Precision.FLOAT64 ? 1e-15 : 1e-7;
            double[] expected = {p1, p1, p3};
            double[] gradients = {2, -1, 3};
            for (int step = 0; step < 3; step++) {
                parameter.gradient().fill(gradients[step]);
                adam.step(List.of(parameter));
                assertThat(parameter.value().get(0)).isCloseTo(expected[step], within(tolerance));
            }
        }
    }

    @Test
    void hyperParametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Adam(0)).hasMessage("Adam: expected learningRate > 0, but was 0.0");
        assertThatThrownBy(() -> new Adam(0.1, 1, 0.9, 1e-8, new ScalarKernels()))
                .hasMessage("Adam: expected beta1 in [0, 1), but was 1.0");
        assertThatThrownBy(() -> new Adam(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
