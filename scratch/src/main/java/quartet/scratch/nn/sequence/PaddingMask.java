package quartet.scratch.nn.sequence;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Remembers which tokens of a batch are padding and passes the tokens on. Later layers of the network take it as their
 * mask.
 *
 * <pre>{@code
 * PaddingMask padding = new PaddingMask(0);
 * Sequential network = new Sequential(
 *         padding,
 *         new Embedding("embedding", vocabulary, 32),
 *         new Lstm("lstm", 32, 64).masked(padding),
 *         new LastStep(),
 *         new Dense("output", 64, 2));
 * }</pre>
 *
 * <p>Shapes: ids [batch, length] in an {@link IntTensor}, which are also the output. Tokens have no gradient.
 */
public final class PaddingMask implements Layer, StepMask {
    private final int paddingId;
    private IntTensor ids = IntTensor.zeros(0, 0);

    /** Creates a mask of the given token. */
    public PaddingMask(int paddingId) {
        this.paddingId = paddingId;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("PaddingMask", "input", input);
        ids = Tokens.require("PaddingMask", input, Integer.MAX_VALUE);
        return input;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull("PaddingMask", "output gradient", outputGradient);
        return outputGradient;
    }

    /** Returns whether a token of the last batch is padding. Tokens outside the batch are not. */
    @Override
    public boolean hides(int sequence, int step) {
        boolean inside = sequence < ids.dimension(0) && step < ids.dimension(1);
        return inside && ids.data()[sequence * ids.dimension(1) + step] == paddingId;
    }

    /** Returns false, because the mask changes with each forward pass. */
    @Override
    public boolean repeatable() {
        return false;
    }
}
