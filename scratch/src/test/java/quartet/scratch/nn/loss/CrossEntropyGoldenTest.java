package quartet.scratch.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Golden;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** Cross-entropy of sequences [n, time, classes] with settings, against PyTorch. */
class CrossEntropyGoldenTest {
    private final Golden golden = new Golden("cross-entropy");
    private final IntTensor withPadding = IntTensor.of(new int[] {0, 3, 1, 2, 9, 2}, 2, 3);
    private final IntTensor inside = IntTensor.of(new int[] {0, 3, 1, 2, 1, 2}, 2, 3);

    private static final CrossEntropySettings NONE = CrossEntropySettings.none();
    private static final double[] WEIGHTS = {0.5, 2, 0, 1.25};

    @Test
    void plain() {
        check("plain", new SoftmaxCrossEntropy(), inside, Precision.FLOAT32);
        check("plain", new SoftmaxCrossEntropy(Backend.reference()), inside, Precision.FLOAT64);
    }

    @Test
    void settings() {
        check("ignoring", NONE.ignoring(9), withPadding);
        check("smoothing", NONE.smoothing(0.1), inside);
        check("weights", NONE.weights(WEIGHTS), inside);
        check("all", NONE.ignoring(9).smoothing(0.2).weights(WEIGHTS), withPadding);
    }

    private void check(String name, CrossEntropySettings settings, IntTensor classes) {
        for (Precision precision : Precision.values()) {
            check(name, new SoftmaxCrossEntropy(settings), classes, precision);
        }
        GradientCheck.ofLoss(new SoftmaxCrossEntropy(settings), golden.get("logits"), classes);
    }

    private void check(String name, SoftmaxCrossEntropy loss, IntTensor classes, Precision precision) {
        double value = loss.forward(golden.get("logits", precision), classes);
        double tolerance = precision == Precision.FLOAT64 ? 1e-14 : 1e-6;
        assertThat(value).isCloseTo(golden.get(name + ".loss").get(0), within(tolerance));
        golden.assertEquals(name + ".gradient", loss.backward());
    }

    @Test
    void staysFiniteAtHugeLogits() {
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(NONE.weights(1, 1, 1));
        Tensor logits = DoubleTensor.of(new double[] {1e4, -1e4, 0}, 1, 3);
        assertThat(loss.forward(logits, IntTensor.labels(1))).isEqualTo(2e4);
        assertThat(loss.backward().get(0)).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrong() {
        Tensor logits = DoubleTensor.zeros(2, 3, 4);
        assertThatThrownBy(() -> new SoftmaxCrossEntropy(NONE.ignoring(9)).forward(logits, IntTensor.zeros(6)))
                .hasMessage("SoftmaxCrossEntropy: expected classes [2, 3], but was [6]");
        assertThatThrownBy(() -> new SoftmaxCrossEntropy(NONE.ignoring(8)).forward(logits, withPadding))
                .hasMessage("SoftmaxCrossEntropy: class: expected a number in 0..3, but was 9 at position 4 of"
                        + " INT32[2, 3]");
        assertThatThrownBy(() -> new SoftmaxCrossEntropy(NONE.ignoring(0)).forward(logits, IntTensor.zeros(2, 3)))
                .hasMessageContaining("expected at least one target that counts");
        assertThatThrownBy(() -> new SoftmaxCrossEntropy(NONE.weights(1, 2)).forward(logits, inside))
                .hasMessage("SoftmaxCrossEntropy: expected 4 class weights, but was 2");
        assertThatThrownBy(() -> NONE.smoothing(1))
                .hasMessage("CrossEntropySettings: expected smoothing in [0, 1), but was 1.0");
        assertThatThrownBy(() -> NONE.weights(-1))
                .hasMessage("CrossEntropySettings: expected class weight >= 0, but was -1.0");
    }
}
