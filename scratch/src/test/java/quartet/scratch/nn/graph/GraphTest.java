package quartet.scratch.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Golden;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.TapeComparison;
import quartet.scratch.nn.activation.Sigmoid;
import quartet.scratch.nn.activation.Tanh;
import quartet.scratch.nn.attention.CrossAttention;
import quartet.scratch.nn.attention.TransformerBlock;
import quartet.scratch.nn.attention.TransformerSettings;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.sequence.Embedding;
import quartet.scratch.nn.training.BatchNormalization;
import quartet.scratch.nn.training.Dropout;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

class GraphTest {
    private static final Backend REFERENCE = Backend.reference();

    private static Dense dense(String name, int inputs, int outputs) {
        return new Dense(name, inputs, outputs, REFERENCE);
    }

    /** One layer at three places, a gate, a concatenation and a node that nobody reads. */
    private static Graph graph() {
        GraphBuilder builder = new GraphBuilder();
        Dense shared = dense("shared", 3, 3);
        Node once = builder.apply(new Tanh(), builder.apply(shared, builder.input()));
        Node twice = builder.apply(shared, once);
        Node thrice = builder.apply(shared, builder.sum(once, twice, builder.input()));
        builder.apply(dense("unused", 3, 1), thrice);
        Node gate = builder.multiply(builder.apply(new Sigmoid(), twice), thrice);
        Node joined = builder.concatenate(1, gate, builder.input(), once);
        return builder.build(builder.apply(dense("output", 9, 2), joined));
    }

    @Test
    void gradientsAreThoseOfCentralDifferences() {
        for (int batch : new int[] {1, 4}) {
            GradientCheck.ofLayer(GradientCheck.randomized(graph(), 3), GradientCheck.random(1, 1, batch, 3));
        }
    }

    @Test
    void gradientsAreThoseOfReverseMode() {
        GraphBuilder builder = new GraphBuilder();
        Dense shared = dense("shared", 3, 3);
        Node once = builder.apply(new Tanh(), builder.apply(shared, builder.input()));
        Node twice = builder.apply(shared, builder.sum(once, builder.input()));
        Graph graph = builder.build(builder.multiply(twice, once));
        TapeComparison.compare(graph, GradientCheck.random(4, 1, 5, 3), (tape, x, p) -> {
            var first = x.matmul(p.get(0)).plus(p.get(1)).tanh();
            var second = first.plus(x).matmul(p.get(0)).plus(p.get(1));
            return second.times(first);
        });
    }

    @Test
    void computesOnlyWhatTheOutputNeeds() {
        assertThat(graph().parameters())
                .extracting(Parameter::name)
                .containsExactly("shared.weight", "shared.bias", "output.weight", "output.bias");
    }

    @Test
    void parameterGradientsAreTheSameWithoutTheInputGradient() {
        Graph graph = GradientCheck.randomized(graph(), 3);
        Tensor input = GradientCheck.random(1, 1, 4, 3);
        Tensor direction = GradientCheck.random(2, 1, 4, 2);
        graph.forward(input, true);
        graph.backward(direction);
        List<Tensor> expected =
                graph.parameters().stream().map(p -> p.gradient().copy()).toList();
        graph.forward(input, true);
        graph.backwardParameters(direction);
        for (int i = 0; i < expected.size(); i++) {
            Golden.assertClose("gradient", graph.parameters().get(i).gradient(), expected.get(i));
        }
    }

    @Test
    void aResidualConnectionIsTheGraphOfASum() {
        Layer residual = GradientCheck.randomized(new Residual(dense("a", 4, 4), new Tanh()), 3);
        GraphBuilder builder = new GraphBuilder();
        Node branch = builder.apply(new Tanh(), builder.apply(dense("a", 4, 4), builder.input()));
        Graph graph = GradientCheck.randomized(builder.build(builder.sum(builder.input(), branch)), 3);
        Tensor input = GradientCheck.random(1, 1, 3, 4);
        Golden.assertClose("output", residual.forward(input, true), graph.forward(input, true));
        Golden.assertClose("gradient", residual.backward(input), graph.backward(input));
        GradientCheck.ofLayer(residual, input);
        GradientCheck.ofLayer(
                GradientCheck.randomized(new Sequential(dense("b", 2, 4), residual, dense("c", 4, 1)), 5),
                GradientCheck.random(2, 1, 3, 2));
    }

    @Test
    void concatenatesAlongAnyAxis() {
        Concatenation channels = new Concatenation(1);
        Tensor a = DoubleTensor.of(new double[] {1, 2, 3, 4}, 2, 1, 2);
        Tensor b = DoubleTensor.of(new double[] {5, 6, 7, 8, 9, 10, 11, 12}, 2, 2, 2);
        Tensor joined = channels.forward(List.of(a, b));
        assertThat(joined.shape()).containsExactly(2, 3, 2);
        assertThat(((DoubleTensor) joined).data()).containsExactly(1, 2, 5, 6, 7, 8, 3, 4, 9, 10, 11, 12);
        List<Tensor> gradients = channels.backward(joined);
        Golden.assertClose("first", gradients.get(0), a);
        Golden.assertClose("second", gradients.get(1), b);
        assertThatThrownBy(() -> channels.forward(List.of(a, DoubleTensor.zeros(2, 2, 3))))
                .hasMessage("Concatenation: expected an input [2, *, 2] with an axis 1, but was [2, 2, 3]");
        assertThatThrownBy(() -> new Concatenation(3).forward(List.of(a, a)))
                .hasMessage("Concatenation: expected an input [2, 1, 2] with an axis 3, but was [2, 1, 2]");
    }

    /** Two embeddings of the same tokens, whose input has no gradient. */
    @Test
    void readsTokens() {
        GraphBuilder builder = new GraphBuilder();
        Node first = builder.apply(new Embedding("first", 5, 2, REFERENCE), builder.input());
        Node second = builder.apply(new Embedding("second", 5, 2, REFERENCE), builder.input());
        Graph graph = GradientCheck.randomized(builder.build(builder.multiply(first, second)), 3);
        GradientCheck.ofLayer(graph, IntTensor.of(new int[] {1, 4, 4, 0}, 2, 2));
    }

    @Test
    void aTransformerBlockCanBeShared() {
        GraphBuilder builder = new GraphBuilder();
        Layer block =
                new TransformerBlock("b", TransformerSettings.of(4, 2).hidden(3).causally(), REFERENCE);
        Graph graph = builder.build(builder.apply(block, builder.apply(block, builder.input())));
        GradientCheck.ofLayer(GradientCheck.randomized(graph, 3), GradientCheck.random(2, 1, 2, 3, 4));
    }

    @Test
    void slicesAreTheInverseOfAConcatenation() {
        Tensor x = GradientCheck.random(1, 1, 2, 5, 3);
        GraphBuilder builder = new GraphBuilder();
        Node first = builder.apply(new Slice(1, 0, 2), builder.input());
        Node second = builder.apply(new Slice(1, 2, 5), builder.input());
        Graph graph = builder.build(builder.concatenate(1, first, second));
        Golden.assertClose("output", graph.forward(x, true), x);
        Golden.assertClose("gradient", graph.backward(x), x);
        GradientCheck.ofLayer(new Slice(2, 1, 2), x);
        assertThatThrownBy(() -> new Slice(1, 3, 6).forward(x, true))
                .hasMessage("Slice: expected an input with at least 6 indices along axis 1, but was [2, 5, 3]");
        assertThatThrownBy(() -> new Slice(1, 3, 3))
                .hasMessage("Slice: expected a range with 0 <= from < to, but was 3 to 3");
    }

    /** An encoder and a decoder with two tables of tokens: the decoder's three steps read the encoder's four. */
    @Test
    void aDecoderReadsAnEncoder() {
        GraphBuilder builder = new GraphBuilder();
        Node source = builder.apply(
                new Embedding("source", 5, 4, REFERENCE), builder.apply(new Slice(1, 0, 4), builder.input()));
        Node target = builder.apply(
                new Embedding("target", 5, 4, REFERENCE), builder.apply(new Slice(1, 4, 7), builder.input()));
        Node read = builder.join(new CrossAttention("cross", 4, 2, REFERENCE), target, source);
        Graph graph = GradientCheck.randomized(builder.build(builder.sum(target, read)), 3);
        assertThat(graph.parameters())
                .extracting(Parameter::name)
                .contains("source.weight", "target.weight", "cross.key.weight", "cross.output.bias");
        for (int batch : new int[] {1, 2}) {
            int[] tokens = new Random(4).ints(batch * 7L, 0, 5).toArray();
            GradientCheck.ofLayer(graph, IntTensor.of(tokens, batch, 7));
        }
    }

    @Test
    void saysWhatIsWrong() {
        GraphBuilder builder = new GraphBuilder();
        assertThatThrownBy(() -> builder.build(builder.input())).hasMessageContaining("but was the input");
        assertThatThrownBy(() -> builder.apply(new Tanh(), new GraphBuilder().input()))
                .hasMessage("GraphBuilder: expected a node of this builder, but was one of another");
        for (Layer layer : List.of(new Dropout(0.5, new Random(1)), new BatchNormalization("n", 3))) {
            GraphBuilder sharing = new GraphBuilder();
            Node twice = sharing.apply(layer, sharing.apply(layer, sharing.input()));
            assertThatThrownBy(() -> sharing.build(twice))
                    .hasMessageContaining("expected a shared layer without random numbers and running statistics");
        }
        GraphBuilder merging = new GraphBuilder();
        Sum merge = new Sum();
        Node sumOfSum = merging.join(merge, merging.join(merge, merging.input()), merging.input());
        assertThatThrownBy(() -> merging.build(sumOfSum))
                .hasMessage("Graph: expected a new merge at each place, but one Sum occurs twice");
        GraphBuilder borrowing = new GraphBuilder();
        CrossAttention cross = new CrossAttention("c", 4, 2);
        Node lent =
                borrowing.apply(cross.children().get(0), borrowing.join(cross, borrowing.input(), borrowing.input()));
        assertThatThrownBy(() -> borrowing.build(lent)).hasMessageContaining("one Dense occurs twice");
        GraphBuilder nested = new GraphBuilder();
        Layer tanh = new Tanh();
        Node inside = nested.apply(new Sequential(tanh), nested.apply(tanh, nested.input()));
        assertThatThrownBy(() -> nested.build(inside)).hasMessageContaining("one Tanh occurs twice");
        assertThatThrownBy(() -> new Residual(dense("d", 3, 2)).forward(DoubleTensor.zeros(1, 3), true))
                .hasMessage("Residual: expected a branch that keeps the shape of FLOAT64[1, 3], but was [1, 2]");
        GraphBuilder unequal = new GraphBuilder();
        Node narrow = unequal.apply(dense("d", 3, 2), unequal.input());
        Graph sum = unequal.build(unequal.sum(unequal.input(), narrow));
        assertThatThrownBy(() -> sum.forward(DoubleTensor.zeros(1, 3), true))
                .hasMessage("Sum: expected a term [1, 3], but was [1, 2]");
        assertThatThrownBy(() -> graph().backward(DoubleTensor.zeros(1, 2))).isInstanceOf(IllegalStateException.class);
    }
}
