package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quartet.contract.Tensor;

class ParityCheckTest {
    @Test
    void differencesAreRelativeToTheLargestNumberOfTheReference() {
        Tensor reference = Tensor.vector(-4, 1);
        assertThat(ParityCheck.difference(Tensor.vector(-4, 1.5f), reference)).isCloseTo(0.125, within(1e-12));
        assertThat(ParityCheck.difference(Tensor.vector(0, 0.25f), Tensor.vector(0, 0)))
                .isEqualTo(0.25);
    }

    @Test
    void notANumberAndOtherShapesNeverPass() {
        Tensor reference = Tensor.vector(1, 2);
        assertThat(ParityCheck.difference(Tensor.vector(1, Float.NaN), reference))
                .isGreaterThan(1e30);
        assertThat(ParityCheck.difference(Tensor.vector(1, 2, 3), reference)).isGreaterThan(1e30);
        assertThat(ParityCheck.difference(Tensor.vector(1, 2), Tensor.vector(1, Float.POSITIVE_INFINITY)))
                .isGreaterThan(1e30);
    }

    @Test
    void leavesOutWeightsWhoseGradientsAreRoundingAndDiffer() {
        Tensor expected = Tensor.vector(1, 2, 3, 4);
        Tensor actual = Tensor.vector(10, 20, 30, 40);
        // In the order of the weights: large, rounding, rounding but the same, small but more than rounding.
        Tensor expectedGradient = Tensor.vector(-2, 1e-7f, -1e-8f, 3e-6f);
        Tensor actualGradient = Tensor.vector(-2.1f, -1e-8f, -1e-8f, 4e-6f);
        assertThat(ParityCheck.withoutRounding(actual, expected, actualGradient, expectedGradient)
                        .data())
                .containsExactly(10, 2, 30, 40);
        assertThat(ParityCheck.withoutRounding(actual, expected, expectedGradient, expectedGradient))
                .isSameAs(actual);
    }

    @Test
    void aDeadNetworkIsJudgedInAllItsWeights() {
        Tensor zeros = Tensor.vector(0, 0);
        Tensor actual = Tensor.vector(1, 2);
        assertThat(ParityCheck.withoutRounding(actual, Tensor.vector(1, 1), Tensor.vector(1e-9f, 0), zeros))
                .isSameAs(actual);
    }
}
