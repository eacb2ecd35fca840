package quartet.scratch.kernel.vector.microkernel;

/**
 * The block of C that a micro-kernel writes.
 * <pre>{@code C[r, j] = data[at + r stride + j] }</pre>
 *
 * @param data the array, written from an index {@code at} that each call of the micro-kernel names
 * @param stride the distance between rows
 * @param floor the least number that is written: 0 for ReLU, negative infinity for no activation
 */
public record BlockOfC(float[] data, int stride, float floor) {}
