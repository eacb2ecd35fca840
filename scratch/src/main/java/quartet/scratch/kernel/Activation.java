package quartet.scratch.kernel;

/** The activations that a kernel applies in the same sweep as the affine map before it. */
public enum Activation {
    /** {@code y = z}. */
    IDENTITY,
    /** {@code y = max(0, z)}. */
    RELU
}
