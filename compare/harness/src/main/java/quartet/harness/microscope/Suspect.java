package quartet.harness.microscope;

/** The mistakes that the microscope can distinguish. */
public enum Suspect {
    /** {@code sqrt(v + epsilon)} in place of {@code sqrt(v) + epsilon}. */
    EPSILON_INSIDE_ROOT("Adam's epsilon is inside the root"),
    /** {@code (sqrt(v) + epsilon) / sqrt(1 - beta2^t)}: epsilon is scaled by the bias correction. */
    EPSILON_BIAS_CORRECTED("Adam's epsilon is added before the bias correction"),
    /** {@code m} in place of {@code m / (1 - beta1^t)}, or {@code v} in place of {@code v / (1 - beta2^t)}. */
    NO_BIAS_CORRECTION("Adam lacks the bias correction"),
    /** beta1 decays the squares and beta2 the means. */
    BETAS_SWAPPED("Adam's beta1 and beta2 are swapped"),
    /** {@code g + lambda w} in place of g, or {@code w - learningRate lambda w} in place of w. */
    WEIGHT_DECAY("weight decay is switched on"),
    /** A last batch that is smaller than the others is padded, dropped, or divided by the full batch size. */
    LAST_BATCH("the last, smaller batch is handled wrongly"),
    /** The sum over the rows in place of the mean, or a mean over something else. */
    LOSS_REDUCTION("the loss is reduced wrongly"),
    /** Images are flattened in another order than channel, row, column. */
    FLATTEN_ORDER("images are flattened in the wrong order"),
    /** A weight tensor is read with its axes exchanged. */
    TRANSPOSED_WEIGHT("a weight tensor is transposed"),
    /** A padding other than one row of zeros on each side of an image. */
    CONVOLUTION_PADDING("convolutions pad images wrongly"),
    /** The mean of embeddings uses the padding mask of the previous batch. */
    STALE_MASK("the padding mask of the previous batch is used"),
    /** Weights or activations have 11 (float16) or 8 (bfloat16) significant bits. */
    HALF_PRECISION("the engine computes in half precision");

    private final String sentence;

    Suspect(String sentence) {
        this.sentence = sentence;
    }

    /** Returns a sentence that describes the mistake, without a full stop. */
    public String sentence() {
        return sentence;
    }
}
