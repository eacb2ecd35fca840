package quartet.scratch.kernel.vector.microkernel;

/**
 * The rows of A that a micro-kernel multiplies, in place or packed: tables contain the indices of its numbers.
 * <pre>{@code A[r, p] = data[at + termOffsets[p] + rowOffsets[r]] }</pre>
 *
 * @param data the array, read from an index {@code at} that is an argument of each call of the micro-kernel
 * @param termOffsets the offset of each term p of the sums
 * @param rowOffsets the offset of each row r; see the micro-kernel for the expected layout
 */
public record PanelA(float[] data, int[] termOffsets, int[] rowOffsets) {
    /** Returns the distance between rows, where all rows are equally far apart. */
    int rowStride() {
        return rowOffsets[1];
    }
}
