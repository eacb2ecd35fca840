package quartet.contract;

/** The loss of one row. Training minimizes its mean over the batch. */
public enum Objective {
    /** Softmax cross-entropy of class logits, in nats. */
    CROSS_ENTROPY,
    /** The squared difference. */
    SQUARED_ERROR
}
