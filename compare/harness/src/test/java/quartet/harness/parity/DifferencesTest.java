package quartet.harness.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quartet.contract.Tensor;

class DifferencesTest {
    @Test
    void differencesAreRelativeToTheLargestNumberOfTheReference() {
        Tensor reference = Tensor.vector(-4, 1);
        assertThat(Differences.between(Tensor.vector(-4, 1.5f), reference)).isCloseTo(0.125, within(1e-12));
        assertThat(Differences.between(Tensor.vector(0, 0.25f), Tensor.vector(0, 0)))
                .isEqualTo(0.25);
    }

    @Test
    void notANumberAndOtherShapesNeverPass() {
        Tensor reference = Tensor.vector(1, 2);
        assertThat(Differences.between(Tensor.vector(1, Float.NaN), reference)).isGreaterThan(1e30);
        assertThat(Differences.between(Tensor.vector(1, 2, 3), reference)).isGreaterThan(1e30);
        assertThat(Differences.between(Tensor.vector(1, 2), Tensor.vector(1, Float.POSITIVE_INFINITY)))
                .isGreaterThan(1e30);
    }
}
