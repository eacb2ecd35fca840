package quartet.scratch.kernel;

/** An activation that a kernel applies to its result before it writes it. */
public enum Activation {
    /** {@code y = z}. */
    IDENTITY,
    /** {@code y = max(0, z)}. */
    RELU
}
