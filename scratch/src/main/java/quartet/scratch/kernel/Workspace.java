package quartet.scratch.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The memory that kernels need beside their tensors. Each thread has one; a buffer grows to the largest size asked for
 * and is then used again and again, so that training produces no garbage.
 */
final class Workspace {
    private static final float[] NOTHING = {};
    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    /** What a buffer is for: two that are in use at the same time have different roles. */
    enum Role {
        PANEL_OF_A,
        PANELS_OF_B,
        START,
        EDGE,
        IMAGE,
        GRID,
        WEIGHTS,
        SUMS
    }

    /** The register tile with its settings. */
    final VectorTile tile = new VectorTile();

    final VectorDots dots = new VectorDots();

    private final Map<Role, float[]> buffers = new EnumMap<>(Role.class);
    private int[] bRows = new int[0];

    static Workspace ofThread() {
        return OF_THREAD.get();
    }

    /** At least {@code size} numbers, left as the last use left them. */
    float[] floats(Role role, int size) {
        float[] buffer = buffers.getOrDefault(role, NOTHING);
        if (buffer.length < size) {
            buffer = new float[size];
            buffers.put(role, buffer);
        }
        return buffer;
    }

    /** As {@link #floats}, with {@code size} zeros. */
    float[] zeros(Role role, int size) {
        float[] buffer = floats(role, size);
        Arrays.fill(buffer, 0, size, 0);
        return buffer;
    }

    /** A table of row positions for the tile's B. */
    int[] bRows(int size) {
        if (bRows.length < size) {
            bRows = new int[size];
        }
        return bRows;
    }
}
