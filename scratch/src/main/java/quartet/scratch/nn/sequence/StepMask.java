package quartet.scratch.nn.sequence;

/**
 * Says which steps of a batch of sequences are padding. {@link PaddingMask} reads it off the tokens.
 *
 * <p>Layers ask it during the forward pass, so the steps may differ from batch to batch.
 */
@FunctionalInterface
public interface StepMask {
    /** Returns whether a step of a sequence is padding. Both are counted from 0. */
    boolean hides(int sequence, int step);

    /** Returns the mask of sequences without padding. */
    static StepMask none() {
        return (sequence, step) -> false;
    }
}
