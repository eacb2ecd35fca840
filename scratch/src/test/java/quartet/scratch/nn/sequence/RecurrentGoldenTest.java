package quartet.scratch.nn.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.nn.Golden;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** Recurrent layers with padding, a first state and a gradient of the last state, against PyTorch. */
class RecurrentGoldenTest {
    private static final Golden GOLDEN = new Golden("recurrent");
    private static final StepMask PADDING =
            (sequence, step) -> step >= GOLDEN.get("lengths").get(sequence);

    private static RecurrentLayer layer(String name, String cell, Precision precision) {
        Backend backend = new Backend(new ScalarKernels(), precision);
        return cell.equals("rnn")
                ? new SimpleRecurrent(name, 2, 3, backend)
                : new Lstm(name, 2, 3, backend).forgetBias(1);
    }

    /** A tensor of the state of one direction: PyTorch stacks the directions along the first axis. */
    private static List<Tensor> state(String name, int tensors, int direction, Precision precision) {
        List<Tensor> state = new ArrayList<>();
        for (int k = 0; k < tensors; k++) {
            Tensor part = precision.zeros(3, 3);
            part.copyRange(0, GOLDEN.get(name + k), 9 * direction, 9);
            state.add(part);
        }
        return state;
    }

    private static void assertStates(String name, int direction, List<Tensor> actual) {
        for (int k = 0; k < actual.size(); k++) {
            Tensor expected = DoubleTensor.zeros(3, 3);
            expected.copyRange(0, GOLDEN.get(name + k), 9 * direction, 9);
            Golden.assertClose(name + k, actual.get(k), expected);
        }
    }

    private static void assertParameters(String name, Layer layer) {
        for (int i = 0; i < 3; i++) {
            GOLDEN.assertEquals(name + ".d" + i, layer.parameters().get(i).gradient());
        }
    }

    /** Where PyTorch has zeros, the layer repeats the state; only steps that are no padding are compared. */
    private static void assertOutput(String name, Tensor actual) {
        Tensor withoutPadding = actual.copy();
        int width = actual.dimension(2);
        for (int i = 0; i < actual.size(); i++) {
            if (PADDING.hides(i / width / 5, i / width % 5)) {
                withoutPadding.set(i, 0);
            }
        }
        GOLDEN.assertEquals(name, withoutPadding);
    }

    @ParameterizedTest
    @CsvSource({"rnn,FLOAT32", "rnn,FLOAT64", "lstm,FLOAT32", "lstm,FLOAT64"})
    void oneDirection(String cell, Precision precision) {
        int tensors = cell.equals("rnn") ? 1 : 2;
        RecurrentLayer layer = layer("r", cell, precision).masked(PADDING);
        GOLDEN.copyTo(layer.parameters(), List.of(cell + ".0.p0", cell + ".0.p1", cell + ".0.p2"));
        layer.startFrom(state(cell + ".first", tensors, 0, precision));
        assertOutput(cell + ".y", layer.forward(GOLDEN.get("x", precision), true));
        assertStates(cell + ".last", 0, layer.lastState());
        Tensor dy = GOLDEN.get(cell + ".direction", precision);
        GOLDEN.assertEquals(cell + ".dx", layer.backward(dy, state(cell + ".dlast", tensors, 0, precision)));
        assertStates(cell + ".dfirst", 0, layer.firstStateGradient());
        assertParameters(cell + ".0", layer);
    }

    @ParameterizedTest
    @CsvSource({"rnn,FLOAT32", "rnn,FLOAT64", "lstm,FLOAT32", "lstm,FLOAT64"})
    void bothDirections(String cell, Precision precision) {
        String name = cell + ".bidirectional";
        int tensors = cell.equals("rnn") ? 1 : 2;
        List<RecurrentLayer> layers = List.of(layer("f", cell, precision), layer("b", cell, precision));
        for (int d = 0; d < 2; d++) {
            String prefix = name + "." + d + ".p";
            GOLDEN.copyTo(layers.get(d).parameters(), List.of(prefix + 0, prefix + 1, prefix + 2));
            layers.get(d).startFrom(state(name + ".first", tensors, d, precision));
        }
        Bidirectional both = new Bidirectional(layers.get(0), layers.get(1)).masked(PADDING);
        assertOutput(name + ".y", both.forward(GOLDEN.get("x", precision), true));
        assertStates(name + ".last", 0, layers.get(0).lastState());
        assertStates(name + ".last", 1, layers.get(1).lastState());
        GOLDEN.assertEquals(name + ".dx", both.backward(GOLDEN.get(name + ".direction", precision)));
        for (int d = 0; d < 2; d++) {
            assertStates(name + ".dfirst", d, layers.get(d).firstStateGradient());
            assertParameters(name + "." + d, layers.get(d));
        }
    }

    /** PyTorch's GRU is another model, so this one is checked by central differences. */
    @Test
    void maskedGatedUnitsInBothDirections() {
        for (Precision precision : Precision.values()) {
            Backend backend = new Backend(new ScalarKernels(), precision);
            Layer layer = new Bidirectional(new Gru("f", 2, 3, backend), new Gru("b", 2, 2, backend)).masked(PADDING);
            GradientCheck.randomized(layer, 3);
            if (precision == Precision.FLOAT64) {
                GradientCheck.ofLayer(layer, GOLDEN.get("x").copy());
            }
            // The state of a sequence of padding and one token is that of the token alone.
            Tensor tail = precision.zeros(3, 2, 2);
            for (int row = 0; row < 3; row++) {
                tail.copyRange(row * 4, GOLDEN.get("x"), row * 10, 4);
            }
            Gru gru = GradientCheck.randomized(new Gru("g", 2, 3, backend), 5);
            Tensor unmasked = gru.forward(tail, false).copy();
            Tensor masked = gru.masked((sequence, step) -> step == 1).forward(tail, false);
            for (int row = 0; row < 3; row++) {
                for (int j = 0; j < 3; j++) {
                    assertThat(masked.get(row * 6 + 3 + j)).isEqualTo(unmasked.get(row * 6 + j));
                }
            }
        }
    }

    /** A sequence in two parts, each starting from the state of the part before, is the whole sequence. */
    @Test
    void theStateContinuesASequence() {
        for (RecurrentLayer layer : List.of(
                new SimpleRecurrent("r", 2, 3, Backend.reference()),
                new Lstm("l", 2, 3, Backend.reference()),
                new Gru("g", 2, 3, Backend.reference()))) {
            GradientCheck.randomized(layer, 3);
            Tensor x = GradientCheck.random(1, 1, 1, 5, 2);
            Tensor whole = layer.forward(x, false).copy();
            Tensor head = DoubleTensor.zeros(1, 2, 2);
            Tensor tail = DoubleTensor.zeros(1, 3, 2);
            head.copyRange(0, x, 0, 4);
            tail.copyRange(0, x, 4, 6);
            layer.forward(head, false);
            layer.startFrom(layer.lastState());
            Tensor continued = layer.forward(tail, false);
            for (int i = 0; i < continued.size(); i++) {
                assertThat(continued.get(i)).isEqualTo(whole.get(6 + i));
            }
            layer.startFrom(List.of());
            Golden.assertClose("from zeros", layer.forward(x, false), whole);
        }
    }

    @Test
    void theLastOutputIsThatOfTheLastToken() {
        Lstm lstm = GradientCheck.randomized(new Lstm("l", 2, 3, Backend.reference()), 3);
        Tensor x = GOLDEN.get("x");
        Tensor y = lstm.masked(PADDING).forward(x, false);
        for (int j = 0; j < 3; j++) {
            assertThat(y.get((5 + 4) * 3 + j)).isEqualTo(y.get((5 + 1) * 3 + j));
        }
    }

    @Test
    void forgetBiasIsSet() {
        Lstm lstm = new Lstm("l", 2, 2).forgetBias(1.5);
        Tensor bias = lstm.parameters().get(2).value();
        for (int i = 0; i < 8; i++) {
            assertThat(bias.get(i)).isEqualTo(i == 2 || i == 3 ? 1.5 : 0);
        }
    }

    @Test
    void saysWhatIsWrong() {
        Lstm lstm = new Lstm("l", 2, 3);
        assertThatThrownBy(lstm::lastState)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("l: expected forward before lastState");
        assertThatThrownBy(() -> lstm.startFrom(List.of(DoubleTensor.zeros(1, 3))))
                .hasMessage("l: expected a state of 2 tensors, but was 1");
        lstm.startFrom(List.of(DoubleTensor.zeros(2, 3), DoubleTensor.zeros(2, 3)));
        assertThatThrownBy(() -> lstm.forward(FloatTensor.zeros(1, 4, 2), false))
                .hasMessage("l: expected a first state [1, 3], but was [2, 3]");
        assertThatThrownBy(() -> new Bidirectional(lstm, lstm)).hasMessageContaining("one Lstm occurs twice");
        assertThatThrownBy(() -> new Bidirectional(lstm, new Lstm("l", 2, 3)))
                .hasMessage("Bidirectional: expected distinct parameter names, but was l.weight twice");
    }
}
