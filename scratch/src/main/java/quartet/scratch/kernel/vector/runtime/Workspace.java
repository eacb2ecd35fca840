package quartet.scratch.kernel.vector.runtime;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import quartet.scratch.kernel.vector.microkernel.ConvolutionMicroKernel;
import quartet.scratch.kernel.vector.microkernel.GemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.WeightGradientMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideConvolutionMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideGemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideWeightGradientMicroKernel;

/**
 * The memory that kernels need beside their tensors. Each thread has one; a buffer grows to the largest size asked for
 * and is then used again and again, so that training produces no garbage.
 */
public final class Workspace {
    private static final float[] NOTHING = {};
    private static final int[] NO_INDICES = {};
    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    /** What a buffer is for: two that are in use at the same time have different roles. */
    public enum Role {
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
    public enum Indices {
        TERMS_OF_A,
        TERMS_OF_B
    }

    /** The register tiles with their settings. */
    public final GemmMicroKernel matrixTile = new GemmMicroKernel();

    public final WideGemmMicroKernel wideMatrixTile = new WideGemmMicroKernel();
    public final WideWeightGradientMicroKernel panelTile = new WideWeightGradientMicroKernel();

    private final ConvolutionMicroKernel pixelTile = new ConvolutionMicroKernel();
    private final WideConvolutionMicroKernel widePixelTile = new WideConvolutionMicroKernel();
    public final WeightGradientMicroKernel windowTile = new WeightGradientMicroKernel();

    private final Map<Role, float[]> buffers = new EnumMap<>(Role.class);
    private final Map<Indices, int[]> tables = new EnumMap<>(Indices.class);

    public static Workspace ofThread() {
        return OF_THREAD.get();
    }

    /** The tile for a convolution to so many channels. */
    public MicroKernel pixelTile(int outputs) {
        return outputs > ConvolutionMicroKernel.COLUMNS ? widePixelTile : pixelTile;
    }

    /** At least {@code size} numbers, left as the last use left them. */
    public float[] floats(Role role, int size) {
        float[] buffer = buffers.getOrDefault(role, NOTHING);
        if (buffer.length < size) {
            buffer = new float[size];
            buffers.put(role, buffer);
        }
        return buffer;
    }

    /** As {@link #floats}, with {@code size} zeros. */
    public float[] zeros(Role role, int size) {
        float[] buffer = floats(role, size);
        Arrays.fill(buffer, 0, size, 0);
        return buffer;
    }

    /** At least {@code size} positions. */
    public int[] ints(Indices role, int size) {
        int[] table = tables.getOrDefault(role, NO_INDICES);
        if (table.length < size) {
            table = new int[size];
            tables.put(role, table);
        }
        return table;
    }

    /** As {@link MicroKernel#distances}, at the beginning of such a table. */
    public int[] distances(Indices role, int count, int distance) {
        int[] table = ints(role, count);
        for (int i = 0; i < count; i++) {
            table[i] = i * distance;
        }
        return table;
    }
}
