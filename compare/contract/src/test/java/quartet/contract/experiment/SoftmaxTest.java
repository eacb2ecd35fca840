package quartet.contract.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quartet.contract.Tensor;

class SoftmaxTest {
    /** exp(z) is 1, 2 and 5, so the probabilities are eighths. */
    @Test
    void probabilitiesByHand() {
        Tensor logits = Tensor.of(new float[] {9, 9, 9, /**/ 0, (float) Math.log(2), (float) Math.log(5)}, 2, 3);
        assertThat(Softmax.row(logits, 1)).containsExactly(new double[] {1 / 8.0, 2 / 8.0, 5 / 8.0}, within(1e-7));
        assertThat(Softmax.row(logits, 0)).containsOnly(1 / 3.0);
    }

    @Test
    void largeLogitsDoNotOverflow() {
        assertThat(Softmax.row(Tensor.of(new float[] {3e38f, -3e38f, 3e38f}, 1, 3), 0))
                .containsExactly(0.5, 0, 0.5);
    }

    @Test
    void nanIsNotHidden() {
        assertThat(Softmax.row(Tensor.of(new float[] {0, Float.NaN}, 1, 2), 0)).containsOnly(Double.NaN);
    }

    @Test
    void byClassTransposesTheRows() {
        Tensor logits = Tensor.of(new float[] {0, 1, /**/ 2, 0, /**/ 5, 5}, 3, 2);
        double[][] byClass = Softmax.byClass(logits);
        for (int row = 0; row < 3; row++) {
            assertThat(new double[] {byClass[0][row], byClass[1][row]}).containsExactly(Softmax.row(logits, row));
        }
    }
}
