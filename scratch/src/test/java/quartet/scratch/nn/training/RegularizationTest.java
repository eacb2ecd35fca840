package quartet.scratch.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.Tensor;

class RegularizationTest {
    private final Parameter weight = Parameter.of("w", DoubleTensor.of(new double[] {3, -4, 0}, 3, 1));
    private final Parameter bias = Parameter.of("b", DoubleTensor.of(new double[] {100}, 1));
    private final List<Parameter> parameters = List.of(weight, bias);

    @Test
    void penaltiesByHand() {
        Penalty l1 = new L1Penalty(0.5);
        Penalty l2 = new L2Penalty(0.5);
        assertThat(l1.value(parameters)).isCloseTo(3.5, within(1e-15));
        assertThat(l2.value(parameters)).isCloseTo(6.25, within(1e-15));
        weight.gradient().fill(1);
        l1.addGradients(parameters);
        assertThat(((DoubleTensor) weight.gradient()).data()).containsExactly(1.5, 0.5, 1);
        l2.addGradients(parameters);
        assertThat(((DoubleTensor) weight.gradient()).data()).containsExactly(3, -1.5, 1);
        assertThat(bias.gradient().get(0)).isZero();
        assertThatThrownBy(() -> new L1Penalty(-1)).hasMessage("L1Penalty: expected strength > 0, but was -1.0");
    }

    @Test
    void stopsAfterItsPatienceAndRestoresTheBest() {
        EarlyStopping stopping = new EarlyStopping(2, 0.1);
        BatchNormalization network = new BatchNormalization("n", 1, 0.1, Backend.reference());
        Tensor gamma = network.parameters().get(0).value();
        assertThatThrownBy(() -> stopping.restoreBest(network)).isInstanceOf(IllegalStateException.class);
        double[] losses = {5, 4, 3.95, 3.5, Double.NaN, 3.45};
        boolean[] stops = {false, false, false, false, false, true};
        for (int i = 0; i < losses.length; i++) {
            gamma.fill(i);
            network.runningMean().fill(10 + i);
            assertThat(stopping.shouldStop(losses[i], network))
                    .as("evaluation %d", i)
                    .isEqualTo(stops[i]);
        }
        // 3.45 is the lowest loss, although it improves 3.5 by too little to go on.
        assertThat(stopping.bestLoss()).isEqualTo(3.45);
        gamma.fill(-1);
        network.runningMean().fill(-1);
        stopping.restoreBest(network);
        assertThat(gamma.get(0)).isEqualTo(5);
        assertThat(network.runningMean().get(0)).isEqualTo(15);
        assertThatThrownBy(() -> new EarlyStopping(0, 0)).hasMessage("EarlyStopping: expected patience > 0, but was 0");
        assertThatThrownBy(() -> new EarlyStopping(1, -1))
                .hasMessage("EarlyStopping: expected minimumImprovement >= 0, but was -1.0");
    }
}
