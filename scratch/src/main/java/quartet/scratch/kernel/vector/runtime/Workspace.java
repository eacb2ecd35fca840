package quartet.scratch.kernel.vector.runtime;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Scratch memory of the kernels, one workspace for each thread. A buffer grows to the largest size requested and is then
 * reused, so a training step allocates next to nothing.
 */
public final class Workspace {
    private static final float[] NO_FLOATS = {};
    private static final int[] NO_INTS = {};
    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    /** The purposes of float buffers. Buffers in use at the same time have different purposes. */
    public enum Buffer {
        /** Packed rows of op(A) of a matrix product. */
        PACKED_A,
        /** Packed panels of op(B) of a matrix product. */
        PACKED_B,
        /** Weights of a convolution, packed for a micro-kernel. */
        PACKED_WEIGHTS,
        /** The row from which sums start: a bias padded to whole vectors, or zeros. */
        INITIAL_ROW,
        /** A block of the result that does not fit into the result's array. */
        EDGE_BLOCK,
        /** One image with its border of zeros. */
        PADDED_IMAGE,
        /** One image after Winograd's transform. */
        WINOGRAD_IMAGE,
        /** Products of Winograd's method before the inverse transform. */
        WINOGRAD_PRODUCTS,
        /** A copy of an output gradient with padding behind it. */
        GRADIENT_COPY,
        /** A convolution's output before pooling, or its gradient. */
        UNPOOLED,
        /** A bias of zeros. */
        ZERO_BIAS,
        /** The elements of an output gradient that are not zero. */
        SPARSE_VALUES,
        /** Weight gradients of a few images. */
        WEIGHT_SUMS,
        /** Weight gradients of all images of a batch. */
        WEIGHT_TOTALS,
        /** Bias gradients of all images of a batch. */
        BIAS_TOTALS
    }

    /** The purposes of tables of array offsets. */
    public enum Offsets {
        /** The terms of a sum in A. */
        TERMS_OF_A,
        /** The rows of a block in A. */
        ROWS_OF_A,
        /** The terms of a sum in B. */
        TERMS_OF_B,
        /** The operands of the elements of an output gradient that are not zero. */
        SPARSE_ELEMENTS,
        /** How many of these elements a channel or a pixel has. */
        SPARSE_COUNTS
    }

    private final Map<Buffer, float[]> buffers = new EnumMap<>(Buffer.class);
    private final Map<Offsets, int[]> tables = new EnumMap<>(Offsets.class);

    private Workspace() {}

    /** Returns the workspace of the calling thread. */
    public static Workspace ofThread() {
        return OF_THREAD.get();
    }

    /** Returns a buffer of at least size floats. It contains the data of its last use. */
    public float[] floats(Buffer purpose, int size) {
        float[] buffer = buffers.getOrDefault(purpose, NO_FLOATS);
        if (buffer.length < size) {
            buffer = new float[size];
            buffers.put(purpose, buffer);
        }
        return buffer;
    }

    /** Returns a buffer that begins with size zeros. */
    public float[] zeros(Buffer purpose, int size) {
        float[] buffer = floats(purpose, size);
        Arrays.fill(buffer, 0, size, 0);
        return buffer;
    }

    /** Returns a table of at least size offsets. It contains the data of its last use. */
    public int[] offsets(Offsets purpose, int size) {
        int[] table = tables.getOrDefault(purpose, NO_INTS);
        if (table.length < size) {
            table = new int[size];
            tables.put(purpose, table);
        }
        return table;
    }

    /** Returns a table that begins with {@code 0, distance, 2 distance, ...}, count entries. */
    public int[] multiples(Offsets purpose, int count, int distance) {
        int[] table = offsets(purpose, count);
        fillMultiples(table, count, distance);
        return table;
    }

    /** Returns a new table of {@code 0, distance, 2 distance, ...}, count entries. */
    public static int[] multiples(int count, int distance) {
        int[] table = new int[count];
        fillMultiples(table, count, distance);
        return table;
    }

    private static void fillMultiples(int[] table, int count, int distance) {
        for (int i = 0; i < count; i++) {
            table[i] = i * distance;
        }
    }
}
