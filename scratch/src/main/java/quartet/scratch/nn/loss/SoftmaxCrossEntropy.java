package quartet.scratch.nn.loss;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Categorical cross-entropy of a softmax, from logits, in nats.
 * <pre>{@code
 * L = 1/n sum_i (log sum_j exp z_ij - z_i,t(i));   dz_ij = (softmax(z_i)_j - [j = t(i)]) / n
 * }</pre>
 * Shapes: logits z [n, classes]; targets t [n] in 0..classes-1. Sequences have logits [n, time, classes] and targets
 * [n, time]; each step is a row of the sums. Softmax and logarithm are one step, so nothing overflows and no logarithm
 * of zero appears. Source: Goodfellow, Bengio, Courville (2016), section 6.2.2.3.
 *
 * <p>With {@link CrossEntropySettings}, class weights w, smoothing s over C classes and rows I that count:
 * <pre>{@code
 * q_ij = w_j ((1 - s) [j = t(i)] + s / C);   W = sum_{i in I} w_t(i)
 * L = 1/W sum_{i in I} sum_j -q_ij log softmax(z_i)_j
 * dz_ij = (softmax(z_i)_j sum_k q_ik - q_ij) / W for i in I, else 0
 * }</pre>
 * These are the definitions of PyTorch. Source of the smoothing: Szegedy et al. (2016), "Rethinking the Inception
 * Architecture for Computer Vision", section 7, which has no weights.
 */
public final class SoftmaxCrossEntropy implements Loss<IntTensor> {
    private static final String NAME = "SoftmaxCrossEntropy";

    private final Kernels kernels;
    private final CrossEntropySettings settings;
    private Tensor gradient = Tensor.none();

    /** Creates a loss on the standard backend. */
    public SoftmaxCrossEntropy() {
        this(Backend.standard());
    }

    /** Creates a loss on the given backend. */
    public SoftmaxCrossEntropy(Backend backend) {
        this(CrossEntropySettings.none(), backend);
    }

    /** Creates a loss with settings on the standard backend. */
    public SoftmaxCrossEntropy(CrossEntropySettings settings) {
        this(settings, Backend.standard());
    }

    private SoftmaxCrossEntropy(CrossEntropySettings settings, Backend backend) {
        this.settings = Require.notNull(NAME, "settings", settings);
        this.kernels = Require.notNull(NAME, "backend", backend).kernels();
    }

    @Override
    public double forward(Tensor logits, IntTensor classes) {
        Require.notNull("SoftmaxCrossEntropy", "logits", logits);
        Require.notNull("SoftmaxCrossEntropy", "classes", classes);
        requireShapes(logits, classes);
        gradient = logits.reuse(gradient);
        double loss = settings.isPlain() ? plain(logits, classes) : weighted(logits, classes);
        Losses.requireFinite(NAME, loss, logits);
        return loss;
    }

    private double plain(Tensor logits, IntTensor classes) {
        int count = logits.dimension(logits.rank() - 1);
        classes.requireIndices(NAME + ": class", count);
        if (logits.rank() == 2) {
            return kernels.softmaxCrossEntropy(logits, classes, gradient);
        }
        int rows = classes.size();
        IntTensor flat = (IntTensor) classes.view(rows);
        return kernels.softmaxCrossEntropy(logits.view(rows, count), flat, gradient.view(rows, count));
    }

    private double weighted(Tensor logits, IntTensor classes) {
        int count = logits.dimension(logits.rank() - 1);
        if (!settings.classWeights().isEmpty() && settings.classWeights().size() != count) {
            throw new IllegalArgumentException(NAME + ": expected " + count + " class weights, but was "
                    + settings.classWeights().size());
        }
        requireClasses(classes, count);
        WeightedRows rows = new WeightedRows(settings, count);
        if (rows.totalWeight(classes) == 0) {
            throw new IllegalArgumentException(
                    NAME + ": expected at least one target that counts, but all of " + classes + " have no weight");
        }
        return rows.loss(logits, classes, gradient);
    }

    private void requireClasses(IntTensor classes, int count) {
        for (int i = 0; i < classes.size(); i++) {
            int target = classes.data()[i];
            if (!settings.ignores(target) && (target < 0 || target >= count)) {
                throw new IllegalArgumentException(NAME + ": class: expected a number in 0.." + (count - 1)
                        + ", but was " + target + " at position " + i + " of " + classes);
            }
        }
    }

    private static void requireShapes(Tensor logits, IntTensor classes) {
        if (logits.rank() < 2 || logits.size() == 0) {
            throw Shapes.mismatch(NAME, "logits [n, classes] or [n, ..., classes]", logits);
        }
        int[] expected = Arrays.copyOf(logits.shape(), logits.rank() - 1);
        if (!classes.hasShape(expected)) {
            throw Shapes.mismatch(NAME, "classes " + Arrays.toString(expected), classes);
        }
    }

    @Override
    public Tensor backward() {
        return Losses.requireForward(NAME, gradient);
    }
}
