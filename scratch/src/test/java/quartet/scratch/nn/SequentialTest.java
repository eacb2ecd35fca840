package quartet.scratch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.nn.activation.Gelu;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.activation.Tanh;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.dense.Flatten;
import quartet.scratch.nn.image.AveragePool2d;
import quartet.scratch.nn.image.Conv2d;
import quartet.scratch.nn.image.MaxPool2d;
import quartet.scratch.nn.image.Padding;
import quartet.scratch.nn.training.BatchNormalization;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** A network computes what its layers compute one after the other, whatever it fuses. */
class SequentialTest {
    private static final List<Integer> IMAGES = List.of(3, 2, 8, 6);

    private record Case(String description, Function<Backend, List<Layer>> layers, List<Integer> input) {
        @Override
        public String toString() {
            return description;
        }
    }

    static Stream<Case> networks() {
        return Stream.of(
                new Case("dense, ReLU", b -> List.of(new Dense("a", 5, 4, b), new Relu(b)), List.of(3, 5)),
                new Case(
                        "dense, dense, ReLU, tanh",
                        b -> List.of(new Dense("a", 5, 4, b), new Dense("b", 4, 3, b), new Relu(b), new Tanh()),
                        List.of(3, 5)),
                images("convolution", b -> List.of()),
                images("convolution, ReLU", b -> List.of(new Relu(b))),
                images("convolution, pooling", b -> List.of(new MaxPool2d(2, b))),
                images("convolution, ReLU, pooling", b -> List.of(new Relu(b), new MaxPool2d(2, b))),
                images("convolution, pooling, ReLU", b -> List.of(new MaxPool2d(2, b), new Relu(b))),
                images("pooling of 3", b -> List.of(new MaxPool2d(3, b), new Relu(b))),
                images("two ReLUs", b -> List.of(new Relu(b), new Relu(b), new MaxPool2d(2, b))),
                images("two poolings", b -> List.of(new MaxPool2d(2, b), new MaxPool2d(2, b), new Relu(b))),
                images("GELU before pooling", b -> List.of(new Gelu(), new MaxPool2d(2, b))),
                images("average pooling", b -> List.of(new Relu(b), new AveragePool2d(2))),
                images("normalization", b -> List.of(new BatchNormalization("n", 3, 0.1, b), new Relu(b))),
                images("whole classifier", SequentialTest::classifier));
    }

    private static List<Layer> classifier(Backend b) {
        return List.of(
                new Relu(b),
                new MaxPool2d(2, b),
                new Conv2d("second", 3, 4, 3, Padding.SAME, b),
                new MaxPool2d(2, b),
                new Relu(b),
                new Flatten(),
                new Dense("hidden", 8, 5, b),
                new Relu(b),
                new Dense("output", 5, 3, b));
    }

    private static Case images(String description, Function<Backend, List<Layer>> successors) {
        return new Case(
                description,
                backend -> {
                    List<Layer> layers = new ArrayList<>();
                    layers.add(new Conv2d("first", 2, 3, 3, Padding.SAME, backend));
                    layers.addAll(successors.apply(backend));
                    return layers;
                },
                IMAGES);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithItsLayersInFloat64(Case c) {
        agreesWithItsLayers(c, Backend.reference(), 1e-13);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithItsLayersInFloat32(Case c) {
        agreesWithItsLayers(c, new Backend(new ScalarKernels(), Precision.FLOAT32), 1e-5);
        agreesWithItsLayers(c, Backend.standard(), 1e-4);
    }

    private static void agreesWithItsLayers(Case c, Backend backend, double tolerance) {
        List<Layer> layers = c.layers().apply(backend);
        Sequential network = GradientCheck.randomized(new Sequential(layers), 3);
        int[] shape = c.input().stream().mapToInt(Integer::intValue).toArray();
        Tensor input = backend.precision().zeros(shape);
        input.copyFrom(GradientCheck.random(1, 1, shape));

        Tensor expected = input;
        for (Layer layer : layers) {
            expected = layer.forward(expected, true);
        }
        Tensor gradient = expected.like(expected.shape());
        gradient.copyFrom(GradientCheck.random(2, 1, expected.shape()));
        Tensor expectedGradient = gradient;
        for (int i = layers.size() - 1; i >= 0; i--) {
            expectedGradient = layers.get(i).backward(expectedGradient);
        }
        List<Tensor> expectedGradients = network.parameters().stream()
                .map(parameter -> parameter.gradient().copy())
                .toList();

        assertClose("output", network.forward(input, true), expected, tolerance);
        assertClose("input gradient", network.backward(gradient), expectedGradient, tolerance);
        network.parameters().forEach(parameter -> parameter.gradient().fill(0));
        network.backwardParameters(gradient);
        for (int i = 0; i < expectedGradients.size(); i++) {
            Parameter parameter = network.parameters().get(i);
            assertClose(parameter.name(), parameter.gradient(), expectedGradients.get(i), tolerance);
        }
    }

    private static void assertClose(String what, Tensor actual, Tensor expected, double tolerance) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            double allowed = tolerance * Math.max(1, Math.abs(expected.get(i)));
            assertThat(actual.get(i)).as("%s[%d]", what, i).isCloseTo(expected.get(i), within(allowed));
        }
    }

    @Test
    void keepsLayersAndParametersInOrder() {
        List<Layer> layers = List.of(
                new Conv2d("first", 1, 2, 3, Padding.SAME),
                new MaxPool2d(2),
                new Relu(),
                new Flatten(),
                new Dense("output", 8, 3),
                new Relu());
        Sequential network = new Sequential(layers);
        assertThat(network.layers()).isEqualTo(layers);
        assertThat(network.parameters().stream().map(Parameter::name))
                .containsExactly("first.weight", "first.bias", "output.weight", "output.bias");
        assertThat(network.parameters().get(0).value().shape()).containsExactly(2, 1, 3, 3);
        assertThat(network.forward(FloatTensor.zeros(5, 1, 4, 4), false).shape())
                .containsExactly(5, 3);
    }

    @Test
    void refusesALayerThatOccursTwice() {
        Layer tanh = new Tanh();
        String message = "Sequential: expected a new layer at each position, but one Tanh occurs twice; a layer keeps"
                + " only its last input, so its gradient would be wrong; use a Graph to share it";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(tanh, tanh))
                .withMessage(message);
        Sequential inner = new Sequential(new Relu(), tanh);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(tanh, new Flatten(), new Sequential(inner)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(inner, inner))
                .withMessageContaining("one Sequential occurs twice");
    }

    @Test
    void refusesEqualParameterNamesAndNoLayers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(new Dense("a", 2, 2), new Dense("a", 2, 2)))
                .withMessage("Sequential: expected distinct parameter names, but was a.weight twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(List.of()))
                .withMessage("Sequential: expected at least one layer, but was none");
    }
}
