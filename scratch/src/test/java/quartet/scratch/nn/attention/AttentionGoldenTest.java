package quartet.scratch.nn.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.nn.Golden;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.sequence.StepMask;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** Attention and Transformer block against PyTorch, in float32 and float64, outputs and all gradients. */
class AttentionGoldenTest {
    private static final StepMask TWO_OF_PADDING = (sequence, step) -> sequence == 1 && step >= 3;
    private static final List<String> NAMES = List.of(
            "query.weight",
            "query.bias",
            "key.weight",
            "key.bias",
            "value.weight",
            "value.bias",
            "output.weight",
            "output.bias");

    private static Backend backend(Precision precision) {
        return new Backend(new ScalarKernels(), precision);
    }

    @ParameterizedTest
    @EnumSource
    void multiHeadAttention(Precision precision) {
        check("plain", false, StepMask.none(), precision);
        check("causal", true, StepMask.none(), precision);
        check("padding", false, TWO_OF_PADDING, precision);
        check("both", true, TWO_OF_PADDING, precision);
    }

    private static void check(String name, boolean causal, StepMask mask, Precision precision) {
        Golden golden = new Golden("attention");
        MultiHeadAttention layer = new MultiHeadAttention("a", 8, 2, causal, backend(precision)).masked(mask);
        golden.copyTo(layer.parameters(), NAMES);
        golden.assertEquals(name + ".y", layer.forward(golden.get("x", precision), true));
        golden.assertEquals(name + ".dx", layer.backward(golden.get("dy", precision)));
        for (int i = 0; i < NAMES.size(); i++) {
            golden.assertEquals(
                    name + ".d." + NAMES.get(i), layer.parameters().get(i).gradient());
        }
    }

    /** Three steps read a memory of five. */
    @ParameterizedTest
    @EnumSource
    void crossAttention(Precision precision) {
        Golden golden = new Golden("cross-attention");
        CrossAttention attention = new CrossAttention("c", 8, 2, backend(precision));
        List<Parameter> parameters = attention.children().stream()
                .flatMap(child -> child.parameters().stream())
                .toList();
        golden.copyTo(parameters, NAMES);
        for (String name : List.of("plain", "padding")) {
            attention.masked(name.equals("padding") ? TWO_OF_PADDING : StepMask.none());
            List<Tensor> inputs = List.of(golden.get("x", precision), golden.get("memory", precision));
            golden.assertEquals(name + ".y", attention.forward(inputs));
            List<Tensor> gradients = attention.backward(golden.get("dy", precision));
            golden.assertEquals(name + ".dx", gradients.get(0));
            golden.assertEquals(name + ".dmemory", gradients.get(1));
            for (int i = 0; i < NAMES.size(); i++) {
                golden.assertEquals(
                        name + ".d." + NAMES.get(i), parameters.get(i).gradient());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void transformerBlock(Precision precision) {
        Golden golden = new Golden("transformer-block");
        TransformerSettings settings = TransformerSettings.of(8, 2).hidden(12).causally();
        Layer block = new TransformerBlock("b", settings, backend(precision));
        golden.copyTo(
                block.parameters(),
                IntStream.range(0, 16).mapToObj(i -> "p" + i).toList());
        golden.assertEquals("y", block.forward(golden.get("x", precision), true));
        golden.assertEquals("dx", block.backward(golden.get("dy", precision)));
        for (int i = 0; i < 16; i++) {
            golden.assertEquals("d" + i, block.parameters().get(i).gradient());
        }
    }

    @Test
    void gradientsAreThoseOfCentralDifferences() {
        for (int batch : new int[] {1, 2}) {
            for (StepMask mask : List.of(StepMask.none(), TWO_OF_PADDING)) {
                Layer attention = new MultiHeadAttention("a", 4, 2, batch == 1, Backend.reference()).masked(mask);
                GradientCheck.ofLayer(GradientCheck.randomized(attention, 3), GradientCheck.random(1, 1, batch, 5, 4));
            }
        }
        Layer positions = new LearnedPositions("p", 5, 3, Backend.reference());
        GradientCheck.ofLayer(GradientCheck.randomized(positions, 3), GradientCheck.random(1, 1, 2, 4, 3));
        GradientCheck.ofLayer(new SinusoidalPositions(), GradientCheck.random(1, 1, 2, 4, 3));
    }

    /** Sequence 1 is all padding: its output is the bias of the projection, and no number is NaN. */
    @Test
    void aSequenceOfPaddingIsNoNumberTrouble() {
        MultiHeadAttention layer = GradientCheck.randomized(
                new MultiHeadAttention("a", 4, 2, false, Backend.reference()).masked((sequence, step) -> sequence == 1),
                3);
        Tensor y = layer.forward(GradientCheck.random(1, 1, 2, 3, 4), true);
        for (int i = 0; i < 12; i++) {
            assertThat(y.get(12 + i))
                    .isEqualTo(layer.parameters().get(7).value().get(i % 4));
        }
        Tensor dx = layer.backward(y);
        for (int i = 0; i < dx.size(); i++) {
            assertThat(dx.get(i)).isFinite();
        }
        for (int i = 0; i < 18; i++) {
            assertThat(layer.weights().get(18 + i)).isZero();
        }
    }

    /** Position 3 of 4 features: sin 3, cos 3, sin 0.03, cos 0.03. */
    @Test
    void sinusoidsByHand() {
        Tensor x = DoubleTensor.zeros(1, 4, 4);
        x.fill(10);
        Tensor y = new SinusoidalPositions().forward(x, true);
        double[] expected = {10 + Math.sin(3), 10 + Math.cos(3), 10 + Math.sin(0.03), 10 + Math.cos(0.03)};
        for (int j = 0; j < 4; j++) {
            assertThat(y.get(12 + j)).isCloseTo(expected[j], within(1e-14));
            assertThat(y.get(j)).isEqualTo(10 + j % 2);
        }
    }

    @Test
    void theFileOfABlockNamesItsParts() {
        Layer block = new TransformerBlock("block1", TransformerSettings.of(4, 2));
        assertThat(block.parameters())
                .extracting(Parameter::name)
                .contains("block1.norm1.gamma", "block1.attention.output.bias", "block1.contract.weight");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new MultiHeadAttention("a", 6, 4, true))
                .hasMessage("a: expected a multiple of 4 features, but was 6");
        assertThatThrownBy(() -> new MultiHeadAttention("a", 6, 2, true).forward(DoubleTensor.zeros(1, 2, 5), true))
                .hasMessage("a: expected input [batch, time >= 1, 6], but was [1, 2, 5]");
        CrossAttention cross = new CrossAttention("c", 4, 2);
        Tensor two = DoubleTensor.zeros(2, 3, 4);
        assertThatThrownBy(() -> cross.forward(List.of(two)))
                .hasMessage("c: expected 2 tensors, an input and a memory, but was 1");
        assertThatThrownBy(() -> cross.forward(List.of(two, DoubleTensor.zeros(1, 5, 4))))
                .hasMessage("c: expected memory [2, time >= 1, 4], but was [1, 5, 4]");
        assertThatThrownBy(() -> new LearnedPositions("p", 3, 2).forward(DoubleTensor.zeros(1, 4, 2), true))
                .hasMessage("p: expected input [batch, time <= 3, 2], but was [1, 4, 2]");
        assertThatThrownBy(() -> TransformerSettings.of(4, 2).dropout(1, new Random(1)))
                .hasMessage("TransformerSettings: expected dropout in [0, 1), but was 1.0");
    }
}
