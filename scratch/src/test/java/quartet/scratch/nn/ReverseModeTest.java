package quartet.scratch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.nn.TapeComparison.compare;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.Backend;
import quartet.scratch.calculus.autodiff.MatrixTape;
import quartet.scratch.calculus.autodiff.MatrixVariable;
import quartet.scratch.nn.activation.Gelu;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.activation.Sigmoid;
import quartet.scratch.nn.activation.Silu;
import quartet.scratch.nn.activation.Softmax;
import quartet.scratch.nn.activation.Softplus;
import quartet.scratch.nn.activation.Tanh;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.BinaryCrossEntropy;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.nn.sequence.Embedding;
import quartet.scratch.nn.sequence.EmbeddingBag;
import quartet.scratch.nn.sequence.Gru;
import quartet.scratch.nn.sequence.Lstm;
import quartet.scratch.nn.sequence.SelfAttention;
import quartet.scratch.nn.sequence.SimpleRecurrent;
import quartet.scratch.nn.training.BatchNormalization;
import quartet.scratch.nn.training.LayerNormalization;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/** The backward passes of layers and losses, written by hand, against reverse mode on a tape of matrices. */
class ReverseModeTest {
    private static final Backend REFERENCE = Backend.reference();
    private static final double EPSILON = 1e-5;

    private static Tensor random(int... shape) {
        return GradientCheck.random(4, 1, shape);
    }

    @Test
    void denseLayers() {
        Layer affine = new Dense("d", 4, 3, REFERENCE);
        compare(affine, random(5, 4), (tape, x, p) -> x.matmul(p.get(0)).plus(p.get(1)));
        Layer network = new Sequential(
                new Dense("a", 4, 6, REFERENCE), new Relu(REFERENCE), new Dense("b", 6, 2, REFERENCE), new Tanh());
        compare(network, random(5, 4), (tape, x, p) -> {
            MatrixVariable hidden = x.matmul(p.get(0)).plus(p.get(1)).relu();
            return hidden.matmul(p.get(2)).plus(p.get(3)).tanh();
        });
    }

    @Test
    void activations() {
        compare(new Sigmoid(), random(3, 4), (tape, x, p) -> x.sigmoid());
        compare(new Tanh(), random(3, 4), (tape, x, p) -> x.tanh());
        compare(new Relu(REFERENCE), random(3, 4), (tape, x, p) -> x.relu());
        compare(new Silu(), random(3, 4), (tape, x, p) -> x.times(x.sigmoid()));
        compare(new Softplus(), random(3, 4), (tape, x, p) -> x.exp()
                .plus(tape.variable(1))
                .log());
        compare(new Gelu(Gelu.Form.TANH), random(3, 4), (tape, x, p) -> {
            MatrixVariable u = x.plus(x.power(3).times(0.044715)).times(Math.sqrt(2 / Math.PI));
            return x.times(u.tanh().plus(tape.variable(1))).times(0.5);
        });
        compare(new Softmax(), random(3, 4), (tape, x, p) -> softmax(x));
    }

    private static MatrixVariable softmax(MatrixVariable x) {
        return x.exp().dividedBy(x.exp().sumEachRow());
    }

    @Test
    void normalizations() {
        compare(new LayerNormalization("n", 4, REFERENCE), random(3, 4), (tape, x, p) -> {
            MatrixVariable centered = x.minus(x.sumEachRow().times(1.0 / 4));
            MatrixVariable variance = centered.power(2).sumEachRow().times(1.0 / 4);
            return normalized(tape, centered, variance).times(p.get(0)).plus(p.get(1));
        });
        compare(new BatchNormalization("n", 4, 0.1, REFERENCE), random(3, 4), (tape, x, p) -> {
            MatrixVariable centered = x.minus(x.sumEachColumn().times(1.0 / 3));
            MatrixVariable variance = centered.power(2).sumEachColumn().times(1.0 / 3);
            return normalized(tape, centered, variance).times(p.get(0)).plus(p.get(1));
        });
    }

    private static MatrixVariable normalized(MatrixTape tape, MatrixVariable centered, MatrixVariable variance) {
        return centered.times(variance.plus(tape.variable(EPSILON)).power(-0.5));
    }

    @Test
    void embeddings() {
        IntTensor ids = IntTensor.of(new int[] {2, 0, 2, 3, 1, 0}, 2, 3);
        compare(new Embedding("e", 5, 4, REFERENCE), ids, (tape, x, p) -> {
            double[][] oneHot = new double[6][5];
            for (int i = 0; i < 6; i++) {
                oneHot[i][ids.data()[i]] = 1;
            }
            return tape.variable(oneHot).matmul(p.get(0));
        });
        // The first text has two tokens, the second one too; 0 is padding.
        double[][] shares = {{0, 0, 1, 0, 0}, {0, 0.5, 0, 0.5, 0}};
        compare(new EmbeddingBag("e", 5, 4, REFERENCE), ids, (tape, x, p) -> tape.variable(shares)
                .matmul(p.get(0)));
    }

    @Test
    void simpleRecurrent() {
        compare(new SimpleRecurrent("r", 3, 2, REFERENCE), random(2, 4, 3), (tape, x, p) -> {
            Steps steps = new Steps(tape, 2, 4);
            MatrixVariable h = tape.variable(new double[2][2]);
            for (int t = 0; t < 4; t++) {
                h = affine(steps.input(x, t), h, p).tanh();
                steps.output(h, t);
            }
            return steps.output;
        });
    }

    @Test
    void lstm() {
        compare(new Lstm("l", 3, 2, REFERENCE), random(2, 4, 3), (tape, x, p) -> {
            Steps steps = new Steps(tape, 2, 4);
            MatrixVariable h = tape.variable(new double[2][2]);
            MatrixVariable c = tape.variable(new double[2][2]);
            for (int t = 0; t < 4; t++) {
                MatrixVariable gates = affine(steps.input(x, t), h, p);
                MatrixVariable i = columns(tape, gates, 0, 2).sigmoid();
                MatrixVariable f = columns(tape, gates, 2, 2).sigmoid();
                MatrixVariable g = columns(tape, gates, 4, 2).tanh();
                MatrixVariable o = columns(tape, gates, 6, 2).sigmoid();
                c = f.times(c).plus(i.times(g));
                h = o.times(c.tanh());
                steps.output(h, t);
            }
            return steps.output;
        });
    }

    @Test
    void gru() {
        compare(new Gru("g", 3, 2, REFERENCE), random(2, 4, 3), (tape, x, p) -> {
            Steps steps = new Steps(tape, 2, 4);
            MatrixVariable h = tape.variable(new double[2][2]);
            for (int t = 0; t < 4; t++) {
                MatrixVariable gates = affine(steps.input(x, t), h, p).sigmoid();
                MatrixVariable r = columns(tape, gates, 0, 2);
                MatrixVariable z = columns(tape, gates, 2, 2);
                MatrixVariable n =
                        affine(steps.input(x, t), r.times(h), p.subList(3, 6)).tanh();
                h = z.times(h).plus(tape.variable(1).minus(z).times(n));
                steps.output(h, t);
            }
            return steps.output;
        });
    }

    /** {@code X W + S U + b}. */
    private static MatrixVariable affine(MatrixVariable x, MatrixVariable s, List<MatrixVariable> p) {
        return x.matmul(p.get(0)).plus(s.matmul(p.get(1))).plus(p.get(2));
    }

    /** Some columns of a matrix, as a product with a selection matrix. */
    private static MatrixVariable columns(MatrixTape tape, MatrixVariable x, int from, int count) {
        double[][] selection = new double[x.columns()][count];
        for (int j = 0; j < count; j++) {
            selection[from + j][j] = 1;
        }
        return x.matmul(tape.variable(selection));
    }

    /** Picks the steps of a sequence [batch time, features], and puts results together in the same way. */
    private static final class Steps {
        private final MatrixTape tape;
        private final int batch;
        private final int time;
        private MatrixVariable output;

        Steps(MatrixTape tape, int batch, int time) {
            this.tape = tape;
            this.batch = batch;
            this.time = time;
            this.output = tape.variable(0);
        }

        MatrixVariable input(MatrixVariable x, int t) {
            return selection(t).matmul(x);
        }

        void output(MatrixVariable h, int t) {
            output = output.plus(selection(t).transpose().matmul(h));
        }

        private MatrixVariable selection(int t) {
            double[][] selection = new double[batch][batch * time];
            for (int row = 0; row < batch; row++) {
                selection[row][row * time + t] = 1;
            }
            return tape.variable(selection);
        }
    }

    @Test
    void selfAttention() {
        compare(new SelfAttention("a", 3, 2, false, REFERENCE), random(1, 4, 3), (tape, x, p) -> {
            MatrixVariable q = x.matmul(p.get(0));
            MatrixVariable k = x.matmul(p.get(1));
            MatrixVariable scores = q.matmul(k.transpose()).times(1 / Math.sqrt(2));
            return softmax(scores).matmul(x.matmul(p.get(2)));
        });
    }

    @Test
    void losses() {
        Tensor prediction = random(4, 3);
        Tensor target = GradientCheck.random(6, 1, 4, 3);
        MatrixTape tape = new MatrixTape();
        MatrixVariable p = TapeComparison.variable(tape, prediction);
        MatrixVariable t = TapeComparison.variable(tape, target);
        MeanSquaredError squares = new MeanSquaredError(REFERENCE);
        double value = squares.forward(prediction, target);
        compareLoss(tape, p.minus(t).power(2).mean(), p, value, squares.backward());

        BinaryCrossEntropy binary = new BinaryCrossEntropy();
        value = binary.forward(prediction, positive(target));
        MatrixVariable bits = TapeComparison.variable(tape, positive(target));
        MatrixVariable one = tape.variable(1);
        MatrixVariable likelihood = bits.times(p.sigmoid().log())
                .plus(one.minus(bits).times(one.minus(p.sigmoid()).log()));
        compareLoss(tape, likelihood.mean().times(-1), p, value, binary.backward());

        SoftmaxCrossEntropy categorical = new SoftmaxCrossEntropy(REFERENCE);
        value = categorical.forward(prediction, IntTensor.labels(2, 0, 1, 1));
        MatrixVariable oneHot = tape.variable(new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {0, 1, 0}});
        MatrixVariable logLikelihood = softmax(p).log().times(oneHot).sum();
        compareLoss(tape, logLikelihood.times(-1.0 / 4), p, value, categorical.backward());
    }

    private static Tensor positive(Tensor tensor) {
        Tensor bits = tensor.copy();
        for (int i = 0; i < bits.size(); i++) {
            bits.set(i, tensor.get(i) > 0 ? 1 : 0);
        }
        return bits;
    }

    private static void compareLoss(
            MatrixTape tape, MatrixVariable onTape, MatrixVariable p, double value, Tensor gradient) {
        assertThat(value).isCloseTo(onTape.scalar(), within(1e-13));
        TapeComparison.assertClose("prediction", gradient, tape.backward(onTape).of(p));
    }
}
