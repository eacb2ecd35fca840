package quartet.scratch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
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
import quartet.scratch.nn.image.AveragePool2d;
import quartet.scratch.nn.sequence.Embedding;
import quartet.scratch.nn.sequence.Gru;
import quartet.scratch.nn.sequence.LastStep;
import quartet.scratch.nn.sequence.Lstm;
import quartet.scratch.nn.sequence.ScaledDotProductAttention;
import quartet.scratch.nn.sequence.SimpleRecurrent;
import quartet.scratch.nn.training.BatchNormalization;
import quartet.scratch.nn.training.Dropout;
import quartet.scratch.nn.training.LayerNormalization;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/** Outputs that were worked out by hand, or by an independent library. */
class GoldenLayerTest {
    private static final Backend REFERENCE = Backend.reference();

    private static Tensor tensor(int[] shape, double... numbers) {
        return DoubleTensor.of(numbers, shape);
    }

    private static void assertNumbers(Tensor actual, double tolerance, double... expected) {
        assertThat(actual.size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.get(i)).as("element %d", i).isCloseTo(expected[i], within(tolerance));
        }
    }

    private static Tensor apply(Layer layer, double... x) {
        return layer.forward(DoubleTensor.of(x, 1, x.length), false);
    }

    @Test
    void activationsByHand() {
        double ln3 = Math.log(3);
        assertNumbers(apply(new Sigmoid(), 0, ln3, -ln3), 1e-15, 0.5, 0.75, 0.25);
        assertNumbers(apply(new Tanh(), 0, ln3), 1e-15, 0, 0.8);
        assertNumbers(apply(new Relu(REFERENCE), -2, 0, 3), 0, 0, 0, 3);
        assertNumbers(apply(new LeakyRelu(), -2, 0, 3), 1e-15, -0.02, 0, 3);
        assertNumbers(apply(new Elu(2), -ln3, 0, 3), 1e-15, -4 / 3.0, 0, 3);
        assertNumbers(apply(new Silu(), ln3, -ln3), 1e-15, 0.75 * ln3, -0.25 * ln3);
        assertNumbers(apply(new Softplus(), 0, ln3), 1e-15, Math.log(2), Math.log(4));
        assertNumbers(apply(new Softmax(), 0, ln3, Math.log(4)), 1e-15, 0.125, 0.375, 0.5);
        // The standard normal's distribution function at 1 and -2 is 0.8413447460685429 and 0.02275013194817921.
        assertNumbers(apply(new Gelu(), 1, -2), 1e-15, 0.8413447460685429, -0.04550026389635842);
        double u = Math.sqrt(2 / Math.PI) * (1 + 0.044715);
        assertNumbers(apply(new Gelu(Gelu.Form.TANH), 1), 1e-15, 1 / (1 + Math.exp(-2 * u)));
    }

    @Test
    void geluAgreesWithHipparchusIntoItsTails() {
        Gelu gelu = new Gelu();
        for (double x = -8; x <= 8; x += 0.037) {
            double expected = 0.5 * x * Erf.erfc(-x / Math.sqrt(2));
            assertThat(gelu.value(x)).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
        }
    }

    @Test
    void activationsStayFiniteAtExtremeInputs() {
        List<Layer> layers = List.of(
                new Sigmoid(),
                new Tanh(),
                new Relu(),
                new LeakyRelu(),
                new Elu(),
                new Silu(),
                new Softplus(),
                new Gelu(),
                new Gelu(Gelu.Form.TANH),
                new Softmax());
        Tensor wide = DoubleTensor.of(new double[] {1e4, -1e4, 0, 1e-300, -1e-300}, 1, 5);
        Tensor narrow = FloatTensor.of(new float[] {1e4f, -1e4f, 0, 1e-30f, -1e-30f}, 1, 5);
        for (Layer layer : layers) {
            for (Tensor input : List.of(wide, narrow)) {
                Tensor output = layer.forward(input, true);
                Tensor gradient = layer.backward(output);
                for (int i = 0; i < 5; i++) {
                    assertThat(output.get(i)).isFinite();
                    assertThat(gradient.get(i)).isFinite();
                }
            }
        }
    }

    @Test
    void averagesByHand() {
        Tensor x = tensor(new int[] {1, 1, 3, 4}, 1, 2, 3, 4, 5, 6, 7, 8, 99, 99, 99, 99);
        assertNumbers(new AveragePool2d(2).forward(x, false), 0, 3.5, 5.5);
    }

    @Test
    void embeddingLooksUpRows() {
        Embedding embedding = new Embedding("e", 3, 2, REFERENCE);
        embedding.parameters().get(0).value().copyFrom(tensor(new int[] {3, 2}, 1, 2, 3, 4, 5, 6));
        Tensor output = embedding.forward(IntTensor.of(new int[] {2, 0, 2}, 1, 3), false);
        assertThat(output.shape()).containsExactly(1, 3, 2);
        assertNumbers(output, 0, 5, 6, 1, 2, 5, 6);
        GradientCheck.ofLayer(embedding, IntTensor.of(new int[] {2, 0, 2}, 1, 3), true);
        GradientCheck.ofLayer(embedding, IntTensor.of(new int[] {1, 1, 0, 1}, 2, 2), true);
        assertThatThrownBy(() -> embedding.forward(IntTensor.of(new int[] {3}, 1, 1), false))
                .hasMessageContaining("e: token id: expected a number in 0..2, but was 3");
    }

    @Test
    void normalizationsByHand() {
        // Mean 2, variance 1 over each pair 1, 3; the other row is constant. Epsilon is 1e-5.
        double one = 1 / Math.sqrt(1 + 1e-5);
        LayerNormalization rows = new LayerNormalization("n", 2, REFERENCE);
        assertNumbers(rows.forward(tensor(new int[] {2, 2}, 1, 3, 5, 5), true), 1e-15, -one, one, 0, 0);

        BatchNormalization columns = new BatchNormalization("n", 2, 0.25, REFERENCE);
        Tensor x = tensor(new int[] {2, 2}, 1, 5, 3, 5);
        assertNumbers(columns.forward(x, true), 1e-15, -one, 0, one, 0);
        // Running: mean 0.75 0 + 0.25 (2, 5); variance 0.75 1 + 0.25 (2, 0), the unbiased one of 1, 3 being 2.
        assertNumbers(columns.runningMean(), 1e-15, 0.5, 1.25);
        assertNumbers(columns.runningVariance(), 1e-15, 1.25, 0.75);
        double first = Math.sqrt(1.25 + 1e-5);
        double second = Math.sqrt(0.75 + 1e-5);
        assertNumbers(columns.forward(x, false), 1e-14, 0.5 / first, 3.75 / second, 2.5 / first, 3.75 / second);
        assertThatThrownBy(() -> columns.forward(tensor(new int[] {1, 2}, 1, 2), true))
                .hasMessage("n: expected more than one value per channel in training, but was [1, 2]");
    }

    @Test
    void dropoutScalesWhatItKeeps() {
        Tensor x = DoubleTensor.zeros(100, 100);
        x.fill(3);
        Dropout dropout = new Dropout(0.25, new Random(1));
        Tensor y = dropout.forward(x, true);
        int kept = 0;
        for (int i = 0; i < y.size(); i++) {
            assertThat(y.get(i)).isIn(0.0, 4.0);
            kept += y.get(i) > 0 ? 1 : 0;
        }
        // 10,000 draws with probability 0.75: five standard deviations are 217.
        assertThat(kept).isBetween(7283, 7717);
        assertNumbers(dropout.forward(tensor(new int[] {1, 2}, 5, 6), false), 0, 5, 6);
        assertThatThrownBy(() -> new Dropout(1, new Random(1)))
                .hasMessage("Dropout: expected rate in [0, 1), but was 1.0");
    }

    /** Two steps of one hidden unit with weight ln 3, recurrent weight 1, bias 0: tanh(ln 3) = 0.8. */
    @Test
    void simpleRecurrentByHand() {
        SimpleRecurrent layer = new SimpleRecurrent("r", 1, 1, REFERENCE);
        layer.parameters().get(0).value().fill(Math.log(3));
        layer.parameters().get(1).value().fill(1);
        assertNumbers(layer.forward(tensor(new int[] {1, 2, 1}, 1, 0), false), 1e-15, 0.8, Math.tanh(0.8));
    }

    /**
     * All weights zero; biases make i = 3/4, f = 1/4, g = 4/5, o = 1/2 in every step: c = 3/5, then 3/20 + 3/5 = 3/4.
     */
    @Test
    void lstmByHand() {
        double ln3 = Math.log(3);
        Lstm layer = new Lstm("l", 1, 1, REFERENCE);
        layer.parameters().get(2).value().copyFrom(tensor(new int[] {4}, ln3, -ln3, ln3, 0));
        Tensor output = layer.forward(tensor(new int[] {1, 2, 1}, 7, 7), false);
        assertNumbers(output, 1e-15, 0.5 * Math.tanh(0.6), 0.5 * Math.tanh(0.75));
    }

    /** Weights zero but U' = 1; r = 1/2, z = 1/4 and b' = ln 3: n = tanh(ln 3 + h/2), h' = h/4 + 3n/4. */
    @Test
    void gruByHand() {
        double ln3 = Math.log(3);
        Gru layer = new Gru("g", 1, 1, REFERENCE);
        layer.parameters().get(2).value().copyFrom(tensor(new int[] {2}, 0, -ln3));
        layer.parameters().get(4).value().fill(1);
        layer.parameters().get(5).value().fill(ln3);
        Tensor output = layer.forward(tensor(new int[] {1, 2, 1}, 7, 7), false);
        assertNumbers(output, 1e-15, 0.6, 0.15 + 0.75 * Math.tanh(ln3 + 0.3));
    }

    /** d = 4, so scores are halved: q . k = (0, 2 ln 3) gives the weights 1/4 and 3/4. */
    @Test
    void attentionByHand() {
        ScaledDotProductAttention attention = new ScaledDotProductAttention(false, REFERENCE);
        Tensor q = tensor(new int[] {1, 1, 4}, 1, 0, 0, 0);
        Tensor k = tensor(new int[] {1, 2, 4}, 0, 5, 5, 5, 2 * Math.log(3), 1, 1, 1);
        Tensor v = tensor(new int[] {1, 2, 1}, 8, 4);
        assertNumbers(attention.forward(q, k, v), 1e-14, 5);
        assertNumbers(attention.weights(), 1e-15, 0.25, 0.75);
    }

    @Test
    void causalAttentionSeesNoLaterStep() {
        ScaledDotProductAttention attention = new ScaledDotProductAttention(true, REFERENCE);
        Tensor zeros = DoubleTensor.zeros(1, 3, 2);
        Tensor values = tensor(new int[] {1, 3, 1}, 1, 3, 8);
        assertNumbers(attention.forward(zeros, zeros, values), 1e-15, 1, 2, 4);
        assertThatThrownBy(() -> attention.forward(zeros, DoubleTensor.zeros(1, 2, 2), DoubleTensor.zeros(1, 2, 1)))
                .hasMessage("ScaledDotProductAttention: expected as many keys as queries, 3, but was [1, 2, 2]");
    }

    @Test
    void lastStepIsTheLast() {
        assertNumbers(new LastStep().forward(tensor(new int[] {2, 2, 1}, 1, 2, 3, 4), false), 0, 2, 4);
    }
}
