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
    private static final int[] NO_INDICES = {};
    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    /** What a buffer is for: two that are in use at the same time have different roles. */
    enum Role {
        ROWS_OF_A,
        PANELS_OF_B,
        START,
        EDGE,
        IMAGE,
        TRANSFORMED,
        PRODUCTS,
        GRID,
        UNPOOLED,
        NO_BIAS,
        WEIGHTS,
        SUMS,
        TOTALS,
        BIAS_TOTALS
    }

    /** The same for tables of positions. */
    enum Indices {
        TERMS_OF_A,
        TERMS_OF_B
    }

    /** The register tiles with their settings. */
    final MatrixTile matrixTile = new MatrixTile();

    final WideMatrixTile wideMatrixTile = new WideMatrixTile();
    final PanelTile panelTile = new PanelTile();

    private final PixelTile pixelTile = new PixelTile();
    private final WidePixelTile widePixelTile = new WidePixelTile();
    final WindowTile windowTile = new WindowTile();

    private final Map<Role, float[]> buffers = new EnumMap<>(Role.class);
    private final Map<Indices, int[]> tables = new EnumMap<>(Indices.class);

    static Workspace ofThread() {
        return OF_THREAD.get();
    }

    /** The tile for a convolution to so many channels. */
    Tile pixelTile(int outputs) {
        return outputs > PixelTile.COLUMNS ? widePixelTile : pixelTile;
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

    /** At least {@code size} positions. */
    int[] ints(Indices role, int size) {
        int[] table = tables.getOrDefault(role, NO_INDICES);
        if (table.length < size) {
            table = new int[size];
            tables.put(role, table);
        }
        return table;
    }

    /** As {@link Tile#distances}, at the beginning of such a table. */
    int[] distances(Indices role, int count, int distance) {
        int[] table = ints(role, count);
        for (int i = 0; i < count; i++) {
            table[i] = i * distance;
        }
        return table;
    }
}
