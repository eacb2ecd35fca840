package quartet.scratch.kernel.vector.microkernel;

/**
 * The numbers to which a micro-kernel adds its products: a bias, zeros, or an earlier result.
 * <pre>{@code initial[r, j] = data[at + r stride + j] }</pre>
 *
 * @param data the array, read from an index {@code at} that is an argument of each call of the micro-kernel
 * @param stride the distance between rows; 0 if all rows start from the same numbers
 */
public record InitialSums(float[] data, int stride) {}
