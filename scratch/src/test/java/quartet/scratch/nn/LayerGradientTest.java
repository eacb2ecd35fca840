package quartet.scratch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.activation.Elu;
import quartet.scratch.nn.activation.Gelu;
import quartet.scratch.nn.activation.LeakyRelu;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.activation.Sigmoid;
import quartet.scratch.nn.activation.Silu;
import quartet.scratch.nn.activation.Softmax;
import quartet.scratch.nn.activation.Softplus;
import quartet.scratch.nn.activation.Tanh;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.dense.Flatten;
import quartet.scratch.nn.image.AveragePool2d;
import quartet.scratch.nn.image.Conv2d;
import quartet.scratch.nn.image.MaxPool2d;
import quartet.scratch.nn.image.Padding;
import quartet.scratch.nn.sequence.Gru;
import quartet.scratch.nn.sequence.LastStep;
import quartet.scratch.nn.sequence.Lstm;
import quartet.scratch.nn.sequence.SelfAttention;
import quartet.scratch.nn.sequence.SimpleRecurrent;
import quartet.scratch.nn.training.BatchNormalization;
import quartet.scratch.nn.training.Dropout;
import quartet.scratch.nn.training.LayerNormalization;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/** What holds for every layer, over one product of layers and inputs. */
class LayerGradientTest {
    private static final Backend REFERENCE = Backend.reference();

    private record Case(String description, Supplier<Layer> layer, Tensor input) {
        @Override
        public String toString() {
            return description;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(1, 2, 5)
                .flatMap(batch -> Stream.of(affineAndImages(batch), activations(batch), sequences(batch)))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> activations(int batch) {
        List<Supplier<Layer>> layers = List.of(
                Sigmoid::new,
                Tanh::new,
                LeakyRelu::new,
                () -> new LeakyRelu(0.3),
                Elu::new,
                () -> new Elu(0.5),
                Silu::new,
                Softplus::new,
                Gelu::new,
                () -> new Gelu(Gelu.Form.TANH),
                Softmax::new,
                () -> new Dropout(0.4, new RepeatingRandom(batch * 7)));
        // The steps between the numbers: small ones around zero, and such that the largest are beyond 30.
        return layers.stream().flatMap(layer -> Stream.of(distinct(layer, batch, 7), spread(layer, batch, 7)));
    }

    private static Stream<Case> sequences(int batch) {
        return Stream.of(
                of(() -> new SimpleRecurrent("r", 3, 2, REFERENCE), 1, batch, 5, 3),
                of(() -> new SimpleRecurrent("r", 1, 1, REFERENCE), 1, batch, 1, 1),
                of(() -> new Lstm("l", 3, 2, REFERENCE), 1, batch, 5, 3),
                of(() -> new Lstm("l", 1, 3, REFERENCE), 1, batch, 1, 1),
                of(() -> new Lstm("l", 3, 2, REFERENCE), 30, batch, 3, 3),
                of(() -> new Gru("g", 3, 2, REFERENCE), 1, batch, 5, 3),
                of(() -> new Gru("g", 1, 3, REFERENCE), 1, batch, 1, 1),
                of(() -> new Gru("g", 3, 2, REFERENCE), 30, batch, 3, 3),
                of(LastStep::new, 1, batch, 3, 2),
                of(() -> new SelfAttention("a", 3, 2, false, REFERENCE), 1, batch, 4, 3),
                of(() -> new SelfAttention("a", 3, 5, true, REFERENCE), 1, batch, 3, 3),
                of(() -> new SelfAttention("a", 2, 1, true, REFERENCE), 1, batch, 1, 2),
                of(() -> new LayerNormalization("n", 5, REFERENCE), 1, batch, 5),
                of(() -> new LayerNormalization("n", 3, REFERENCE), 100, batch, 2, 3));
    }

    private static Stream<Case> affineAndImages(int batch) {
        return Stream.of(
                of(() -> new Dense("d", 3, 5, REFERENCE), 1, batch, 3),
                of(() -> new Dense("d", 1, 1, REFERENCE), 1, batch, 1),
                of(() -> new Dense("d", 7, 3, REFERENCE), 100, batch, 7),
                of(() -> new Dense("d", 3, 2, REFERENCE), 1, batch, 4, 3),
                of(() -> new Dense("d", 2, 3, REFERENCE), 1, batch, 2, 3, 2),
                of(() -> new Sequential(new Dense("d", 3, 2, REFERENCE), new Relu(REFERENCE)), 1, batch, 4, 3),
                of(() -> new Sequential(new Dense("d", 3, 5, REFERENCE), new Relu(REFERENCE)), 1, batch, 3),
                of(() -> new Conv2d("c", 2, 3, 3, Padding.SAME, REFERENCE), 1, batch, 2, 5, 4),
                of(() -> new Conv2d("c", 1, 2, 3, Padding.SAME, REFERENCE), 1, batch, 1, 1, 1),
                of(() -> new Conv2d("c", 1, 2, 2, Padding.SAME, REFERENCE), 1, batch, 1, 3, 3),
                of(() -> new Conv2d("c", 2, 3, 3, Padding.VALID, REFERENCE), 1, batch, 2, 5, 7),
                of(() -> new Conv2d("c", 3, 1, 5, Padding.VALID, REFERENCE), 1, batch, 3, 5, 5),
                of(() -> chain(2, 2, Padding.SAME, new Relu(REFERENCE)), 1, batch, 2, 3, 3),
                of(() -> chain(3, 2, Padding.SAME, pool(2), new Relu(REFERENCE)), 1, batch, 3, 5, 6),
                of(() -> chain(3, 2, Padding.SAME, new Relu(REFERENCE), pool(2)), 1, batch, 3, 5, 6),
                of(() -> chain(2, 3, Padding.VALID, pool(2)), 1, batch, 2, 6, 7),
                of(() -> chain(2, 3, Padding.SAME, new Tanh(), pool(2), new Gelu()), 1, batch, 2, 4, 5),
                distinct(() -> new Relu(REFERENCE), batch, 7),
                distinct(() -> new Relu(REFERENCE), batch, 2, 3, 5),
                distinct(() -> new Sequential(pool(2), new Relu(REFERENCE)), batch, 2, 5, 4),
                distinct(() -> pool(3), batch, 1, 3, 8),
                distinct(() -> new AveragePool2d(2), batch, 2, 5, 4),
                distinct(() -> new AveragePool2d(3), batch, 1, 3, 8),
                distinct(Flatten::new, batch, 2, 3, 2),
                distinct(() -> new Sequential(new Flatten(), new Relu(REFERENCE), denseAfterFlatten()), batch, 1, 3, 5),
                distinct(() -> new Sequential(new Tanh(), new Sequential(new Softplus())), batch, 3),
                distinct(LayerGradientTest::network, batch, 2, 5, 5));
    }

    private static Layer pool(int size) {
        return new MaxPool2d(size, REFERENCE);
    }

    private static Layer chain(int inputs, int outputs, Padding padding, Layer... successors) {
        List<Layer> layers = new ArrayList<>(List.of(successors));
        layers.add(0, new Conv2d("c", inputs, outputs, 3, padding, REFERENCE));
        return new Sequential(layers);
    }

    private static Layer denseAfterFlatten() {
        return new Dense("d", 15, 2, REFERENCE);
    }

    private static Layer network() {
        return new Sequential(
                new Conv2d("conv", 2, 2, 3, Padding.SAME, REFERENCE),
                new Relu(REFERENCE),
                pool(2),
                new Flatten(),
                new Dense("output", 8, 3, REFERENCE));
    }

    private static Case of(Supplier<Layer> layer, double scale, int... shape) {
        return named(layer, GradientCheck.random(7, scale, shape));
    }

    private static Case distinct(Supplier<Layer> layer, int... shape) {
        return named(layer, GradientCheck.awayFromKinks(7, shape));
    }

    private static Case spread(Supplier<Layer> layer, int... shape) {
        Tensor input = GradientCheck.awayFromKinks(7, shape);
        for (int i = 0; i < input.size(); i++) {
            input.set(i, 200 * input.get(i));
        }
        return named(layer, input);
    }

    private static Case named(Supplier<Layer> layer, Tensor input) {
        String name = layer.get().getClass().getSimpleName();
        return new Case(name + " on " + input, () -> GradientCheck.randomized(layer.get(), 3), input);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreThoseOfCentralDifferences(Case c) {
        GradientCheck.ofLayer(c.layer().get(), c.input());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backwardNeedsForward(Case c) {
        assertThatThrownBy(() -> c.layer().get().backward(DoubleTensor.zeros(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected forward before backward");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backwardRefusesAGradientOfAnotherShape(Case c) {
        Layer layer = c.layer().get();
        layer.forward(c.input(), true);
        assertThatThrownBy(() -> layer.backward(DoubleTensor.zeros(1, 2, 3, 4, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but was [1, 2, 3, 4, 5]");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parameterGradientsAreTheSameWithoutTheInputGradient(Case c) {
        Layer whole = c.layer().get();
        Layer first = c.layer().get();
        Tensor direction =
                GradientCheck.random(5, 1, whole.forward(c.input(), true).shape());
        whole.backward(direction);
        first.forward(c.input(), true);
        first.backwardParameters(direction);
        for (int i = 0; i < whole.parameters().size(); i++) {
            assertSameNumbers(
                    first.parameters().get(i).gradient(),
                    whole.parameters().get(i).gradient());
        }
    }

    /** A prediction for one row may not depend on its neighbours, nor on what a larger batch left in the buffers. */
    @ParameterizedTest
    @MethodSource("cases")
    void predictionsDoNotDependOnTheBatch(Case c) {
        Layer layer = c.layer().get();
        Tensor whole = layer.forward(c.input(), false).copy();
        int batch = c.input().dimension(0);
        int rowSize = c.input().size() / batch;
        int[] shape = c.input().shape();
        shape[0] = 1;
        for (int row = 0; row < batch; row++) {
            Tensor one = c.input().like(shape);
            for (int i = 0; i < rowSize; i++) {
                one.set(i, c.input().get(row * rowSize + i));
            }
            Tensor output = layer.forward(one, false);
            for (int i = 0; i < output.size(); i++) {
                assertThat(output.get(i)).isEqualTo(whole.get(row * output.size() + i));
            }
        }
    }

    private static void assertSameNumbers(Tensor actual, Tensor expected) {
        assertThat(actual.sameShape(expected)).isTrue();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void wrongInputsAreRefusedWithWhatWasExpected() {
        assertThatThrownBy(() -> new Dense("Dense", 784, 10).forward(DoubleTensor.zeros(32, 28, 28), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dense: expected input [batch, 784] (flatten it first), but was [32, 28, 28]");
        assertThatThrownBy(() -> new Dense("d", 0, 10)).hasMessage("d: expected inputs > 0, but was 0");
        assertThatThrownBy(() -> new Conv2d("c", 3, 1, 5, Padding.VALID).forward(DoubleTensor.zeros(1, 3, 4, 9), true))
                .hasMessage("c: expected images of at least 5 x 5 pixels, but was [1, 3, 4, 9]");
        assertThatThrownBy(() -> new Conv2d("c", 3, 1, 5, Padding.VALID).forward(DoubleTensor.zeros(1, 2, 9, 8), true))
                .hasMessage("c: expected images [batch, 3, height, width], but was [1, 2, 9, 8]");
        assertThatThrownBy(() -> new Sequential(new Conv2d("c", 3, 1, 3, Padding.VALID), new MaxPool2d(2), new Relu())
                        .forward(DoubleTensor.zeros(1, 3, 3, 9), true))
                .hasMessage("c: expected images of at least 4 x 4 pixels, but was [1, 3, 3, 9]");
        assertThatThrownBy(() -> new MaxPool2d(2).forward(DoubleTensor.zeros(1, 2, 1, 9), true))
                .hasMessage("MaxPool2d: expected images of at least 2 x 2 pixels, but was [1, 2, 1, 9]");
        assertThatThrownBy(() -> new MaxPool2d(0)).hasMessage("MaxPool2d: expected size > 0, but was 0");
        assertThatThrownBy(() -> new AveragePool2d(2).forward(DoubleTensor.zeros(1, 2, 3, 1), true))
                .hasMessageContaining("width >= 2");
        assertThatThrownBy(() -> new Conv2d("c", 1, 2, 3, Padding.SAME).forward(DoubleTensor.zeros(2, 784), true))
                .hasMessage("c: expected images [batch, channels, height, width], but was [2, 784]");
        assertThatThrownBy(() -> new Lstm("l", 3, 2).forward(DoubleTensor.zeros(1, 2, 4), true))
                .hasMessage("l: expected input [batch, time >= 1, 3], but was [1, 2, 4]");
        assertThatThrownBy(() -> new SelfAttention("a", 3, 2, true).forward(DoubleTensor.zeros(1, 3), true))
                .hasMessage("a: expected input [batch, time >= 1, 3], but was [1, 3]");
        assertThatThrownBy(() -> new LayerNormalization("n", 3).forward(DoubleTensor.zeros(2, 2), true))
                .hasMessage("n: expected input [batch, ..., 3], but was [2, 2]");
        assertThatThrownBy(() -> new BatchNormalization("n", 3).forward(DoubleTensor.zeros(2, 2), true))
                .hasMessage("n: expected input [batch, 3] or [batch, 3, ...], but was [2, 2]");
        assertThatThrownBy(() -> new Flatten().forward(DoubleTensor.zeros(3), true))
                .hasMessageContaining("rank 2 or more");
        assertThatThrownBy(() -> new Dense("d", 2, 2).forward(DoubleTensor.zeros(1, 2), true))
                .hasMessageContaining("expected tensors of one precision");
        assertThat(Shapes.sizeOf()).isEqualTo(1);
    }
}
