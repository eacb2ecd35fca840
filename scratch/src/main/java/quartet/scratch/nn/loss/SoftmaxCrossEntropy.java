package quartet.scratch.nn.loss;

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
 * Shapes: logits z [n, classes]; targets t [n] in 0..classes-1. Softmax and logarithm are one step, so nothing overflows
 * and no logarithm of zero appears. Source: Goodfellow, Bengio, Courville (2016), section 6.2.2.3.
 */
public final class SoftmaxCrossEntropy implements Loss<IntTensor> {
    private final Kernels kernels;
    private Tensor gradient = Tensor.none();

    /** Creates a loss on the standard backend. */
    public SoftmaxCrossEntropy() {
        this(Backend.standard());
    }

    /** Creates a loss on the given backend. */
    public SoftmaxCrossEntropy(Backend backend) {
        this.kernels = backend.kernels();
    }

    @Override
    public double forward(Tensor logits, IntTensor classes) {
        if (logits.rank() != 2 || logits.size() == 0) {
            throw Shapes.mismatch("SoftmaxCrossEntropy", "logits [n, classes]", logits);
        }
        if (!classes.hasShape(logits.dimension(0))) {
            throw Shapes.mismatch("SoftmaxCrossEntropy", "classes [" + logits.dimension(0) + "]", classes);
        }
        classes.requireIndices("SoftmaxCrossEntropy: class", logits.dimension(1));
        gradient = logits.reuse(gradient);
        double loss = kernels.softmaxCrossEntropy(logits, classes, gradient);
        Losses.requireFinite("SoftmaxCrossEntropy", loss, logits);
        return loss;
    }

    @Override
    public Tensor backward() {
        return Losses.requireForward("SoftmaxCrossEntropy", gradient);
    }
}
