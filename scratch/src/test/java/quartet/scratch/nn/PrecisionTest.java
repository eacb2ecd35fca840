package quartet.scratch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.nn.activation.Gelu;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.activation.Softmax;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.image.AveragePool2d;
import quartet.scratch.nn.image.Conv2d;
import quartet.scratch.nn.image.MaxPool2d;
import quartet.scratch.nn.image.Padding;
import quartet.scratch.nn.sequence.Embedding;
import quartet.scratch.nn.sequence.EmbeddingBag;
import quartet.scratch.nn.sequence.Gru;
import quartet.scratch.nn.sequence.LastStep;
import quartet.scratch.nn.sequence.Lstm;
import quartet.scratch.nn.sequence.SelfAttention;
import quartet.scratch.nn.sequence.SimpleRecurrent;
import quartet.scratch.nn.training.BatchNormalization;
import quartet.scratch.nn.training.Dropout;
import quartet.scratch.nn.training.LayerNormalization;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** The same layer in float32 and in float64 gives the same numbers up to rounding, output and gradients. */
class PrecisionTest {
    private static final double TOLERANCE = 2e-5;

    private record Case(String name, Function<Backend, Layer> layer, List<Integer> shape) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> layers() {
        return Stream.of(
                new Case("Dense", b -> new Sequential(new Dense("d", 5, 3, b), new Relu(b)), List.of(4, 5)),
                new Case("Conv2d", b -> new Conv2d("c", 2, 3, 3, Padding.SAME, b), List.of(2, 2, 5, 5)),
                new Case(
                        "Conv2d, MaxPool2d, Relu",
                        b -> new Sequential(
                                new Conv2d("c", 2, 3, 3, Padding.SAME, b), new MaxPool2d(2, b), new Relu(b)),
                        List.of(2, 2, 5, 5)),
                new Case("MaxPool2d", b -> new MaxPool2d(2, b), List.of(2, 2, 5, 4)),
                new Case("AveragePool2d", b -> new AveragePool2d(2), List.of(2, 2, 5, 4)),
                new Case("Relu", Relu::new, List.of(3, 4)),
                new Case("Gelu", b -> new Gelu(), List.of(3, 4)),
                new Case("Softmax", b -> new Softmax(), List.of(3, 4)),
                new Case("Dropout", b -> new Dropout(0.5, new RepeatingRandom(12)), List.of(3, 4)),
                new Case("BatchNormalization", b -> new BatchNormalization("n", 4, 0.1, b), List.of(6, 4)),
                new Case("LayerNormalization", b -> new LayerNormalization("n", 4, b), List.of(6, 4)),
                new Case("SimpleRecurrent", b -> new SimpleRecurrent("r", 3, 4, b), List.of(2, 5, 3)),
                new Case("Lstm", b -> new Lstm("l", 3, 4, b), List.of(2, 5, 3)),
                new Case("Gru", b -> new Gru("g", 3, 4, b), List.of(2, 5, 3)),
                new Case("LastStep", b -> new LastStep(), List.of(2, 5, 3)),
                new Case("SelfAttention", b -> new SelfAttention("a", 3, 4, true, b), List.of(2, 5, 3)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void singleAndDoublePrecisionAgree(Case c) {
        int[] shape = c.shape().stream().mapToInt(Integer::intValue).toArray();
        Layer wide = GradientCheck.randomized(c.layer().apply(Backend.reference()), 3);
        Layer narrow = c.layer().apply(new Backend(new ScalarKernels(), Precision.FLOAT32));
        for (int i = 0; i < wide.parameters().size(); i++) {
            narrow.parameters().get(i).value().copyFrom(wide.parameters().get(i).value());
        }
        Tensor wideInput = GradientCheck.random(1, 1, shape);
        Tensor output = wide.forward(wideInput, true);
        assertClose("output", narrow.forward(narrow(wideInput), true), output);
        Tensor gradient = GradientCheck.random(2, 1, output.shape());
        assertClose("input gradient", narrow.backward(narrow(gradient)), wide.backward(gradient));
        for (int i = 0; i < wide.parameters().size(); i++) {
            Parameter parameter = wide.parameters().get(i);
            assertClose(parameter.name(), narrow.parameters().get(i).gradient(), parameter.gradient());
        }
    }

    @ParameterizedTest
    @MethodSource("embeddings")
    void embeddingsAgree(Case c) {
        Layer wide = GradientCheck.randomized(c.layer().apply(Backend.reference()), 3);
        Layer narrow = c.layer().apply(new Backend(new ScalarKernels(), Precision.FLOAT32));
        narrow.parameters().get(0).value().copyFrom(wide.parameters().get(0).value());
        Tensor ids = IntTensor.of(new int[] {1, 2, 0, 6, 6, 3}, 2, 3);
        Tensor output = wide.forward(ids, true);
        assertClose("output", narrow.forward(ids, true), output);
        Tensor gradient = GradientCheck.random(2, 1, output.shape());
        wide.backward(gradient);
        narrow.backward(narrow(gradient));
        assertClose(
                "table",
                narrow.parameters().get(0).gradient(),
                wide.parameters().get(0).gradient());
    }

    static Stream<Case> embeddings() {
        return Stream.of(
                new Case("Embedding", b -> new Embedding("e", 7, 4, b), List.of()),
                new Case("EmbeddingBag", b -> new EmbeddingBag("e", 7, 4, b), List.of()));
    }

    private static Tensor narrow(Tensor wide) {
        Tensor narrow = FloatTensor.zeros(wide.shape());
        narrow.copyFrom(wide);
        return narrow;
    }

    private static void assertClose(String what, Tensor narrow, Tensor wide) {
        assertThat(narrow).as(what).isInstanceOf(FloatTensor.class);
        assertThat(narrow.shape()).as(what).isEqualTo(wide.shape());
        for (int i = 0; i < wide.size(); i++) {
            double allowed = TOLERANCE * Math.max(1, Math.abs(wide.get(i)));
            assertThat(narrow.get(i)).as("%s[%d]", what, i).isCloseTo(wide.get(i), within(allowed));
        }
    }
}
