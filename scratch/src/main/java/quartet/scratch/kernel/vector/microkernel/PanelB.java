package quartet.scratch.kernel.vector.microkernel;

/**
 * The columns of B that a micro-kernel multiplies, in place or packed: the columns of one term are contiguous.
 * <pre>{@code B[p, j] = data[at + termOffsets[p] + j] }</pre>
 *
 * @param data the array, read from an index {@code at} that each call of the micro-kernel names
 * @param termOffsets the offset of each term p of the sums
 */
public record PanelB(float[] data, int[] termOffsets) {}
