package quartet.harness.microscope;

/** The quantities that an engine reports for one step of a probe, in the order of the computation. */
public enum Quantity {
    /** Predictions for the batch, before the update. */
    LOGITS,
    /** The loss of the batch, before the update. */
    LOSS,
    /** Gradients of that loss. */
    GRADIENTS,
    /** The weights after the update. */
    UPDATE
}
