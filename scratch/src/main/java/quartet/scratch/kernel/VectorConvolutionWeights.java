package quartet.scratch.kernel;

import java.util.Arrays;
import quartet.scratch.kernel.Workspace.Role;

/**
 * Gradients of a convolution by its weights and bias, as one product over the positions of the window.
 * <pre>{@code
 * dw^T[(c,u,v), o] = sum_q plane_c[q + u width + v] dy^T[q, o];    db[o] = sum_q 1 dy^T[q, o]
 * }</pre>
 *
 * <p>The trick: as in {@link VectorConvolution}, a row of the patch matrix is a plane read from another place on. The
 * bias is a weight whose input is always 1, so its gradient is one more row, which points to ones. Each part of a batch
 * sums up by itself; the parts' sums are added in their order. What it means: {@link ScalarConvolution}.
 */
final class VectorConvolutionWeights {
    /** Outputs that are transposed together. */
    private static final int BLOCK = 8;

    private final ConvolutionGeometry g;
    private final int parts;
    private final int sumRows;
    private final int sumWidth;
    private final float[] sums;

    /** Sums in the memory of the calling thread. */
    VectorConvolutionWeights(ConvolutionGeometry geometry, int parts) {
        this.g = geometry;
        this.parts = parts;
        sumRows = VectorTile.roundUp(g.taps() + 1, VectorTile.ROWS);
        sumWidth = VectorTile.roundUp(g.outputs(), VectorTile.COLUMNS);
        sums = Workspace.ofThread().zeros(Role.SUMS, parts * sumRows * sumWidth);
    }

    /** Adds the gradients of some images to the sums of a part. */
    void add(float[] x, float[] dy, int part, int fromImage, int toImage) {
        Workspace workspace = Workspace.ofThread();
        int ones = g.inputs() * g.planeSize() + g.planeWidth() * g.kernelHeight();
        float[] planes = workspace.zeros(Role.IMAGE, ones + g.positions());
        Arrays.fill(planes, ones, ones + g.positions(), 1);
        float[] panels = workspace.zeros(Role.GRID, sumWidth * g.positions());
        VectorTile tile = workspace.tile;
        tile.a = planes;
        tile.aRows = workspace.aRows(sumRows);
        g.tapTable(tile.aRows);
        Arrays.fill(tile.aRows, g.taps(), sumRows, ones);
        tile.aStep = 1;
        tile.columns = VectorTile.COLUMNS;
        tile.b = panels;
        tile.bRows = VectorGemm.PANEL_ROWS;
        tile.start = sums;
        tile.startStride = sumWidth;
        tile.c = sums;
        tile.cStride = sumWidth;
        tile.floor = Float.NEGATIVE_INFINITY;
        for (int image = fromImage; image < toImage; image++) {
            g.toPlanes(x, image, planes);
            transpose(dy, image * g.resultSize(), panels);
            multiply(tile, part * sumRows * sumWidth);
        }
    }

    private void multiply(VectorTile tile, int partSums) {
        for (int q = 0; q < g.positions(); q += VectorGemm.DEPTH) {
            tile.aStart = q;
            tile.depth = Math.min(VectorGemm.DEPTH, g.positions() - q);
            for (int o = 0; o < sumWidth; o += VectorTile.COLUMNS) {
                int panel = o * g.positions() + q * VectorTile.COLUMNS;
                for (int tap = 0; tap < sumRows; tap += VectorTile.ROWS) {
                    int at = partSums + tap * sumWidth + o;
                    tile.multiply(tap, panel, at, at);
                }
            }
        }
    }

    /**
     * [out, rows, columns] to panels of [positions, COLUMNS]; positions between rows stay zero. Row by row of the image,
     * so that the part of the panel that is being written stays in the cache.
     */
    private void transpose(float[] dy, int image, float[] panels) {
        int plane = g.rows() * g.columns();
        for (int i = 0; i < g.rows(); i++) {
            int row = i * g.planeWidth() * VectorTile.COLUMNS;
            int from = image + i * g.columns();
            int o = 0;
            for (; VectorTile.COLUMNS >= BLOCK && o + BLOCK <= g.outputs(); o += BLOCK) {
                transposeRows(dy, from + o * plane, plane, panels, panel(o) + row, g.columns());
            }
            for (; o < g.outputs(); o++) {
                transposeRow(dy, from + o * plane, panels, panel(o) + row, g.columns());
            }
        }
    }

    /** Where the column of an output begins. */
    private int panel(int output) {
        int lane = output % VectorTile.COLUMNS;
        return (output - lane) * g.positions() + lane;
    }

    /** A row of an image for {@link #BLOCK} outputs at a time, because each turn of the loop has its cost. */
    private static void transposeRows(float[] dy, int from, int plane, float[] panels, int to, int count) {
        for (int j = 0; j < count; j++) {
            int at = to + j * VectorTile.COLUMNS;
            panels[at] = dy[from + j];
            panels[at + 1] = dy[from + plane + j];
            panels[at + 2] = dy[from + 2 * plane + j];
            panels[at + 3] = dy[from + 3 * plane + j];
            panels[at + 4] = dy[from + 4 * plane + j];
            panels[at + 5] = dy[from + 5 * plane + j];
            panels[at + 6] = dy[from + 6 * plane + j];
            panels[at + 7] = dy[from + 7 * plane + j];
        }
    }

    private static void transposeRow(float[] dy, int from, float[] panels, int to, int count) {
        for (int j = 0; j < count; j++) {
            panels[to + j * VectorTile.COLUMNS] = dy[from + j];
        }
    }

    /** The gradients, turned back to [out, (c, u, v)]. */
    void write(float[] dw, float[] db) {
        for (int part = 1; part < parts; part++) {
            int other = part * sumRows * sumWidth;
            for (int i = 0; i < sumRows * sumWidth; i++) {
                sums[i] += sums[other + i];
            }
        }
        for (int o = 0; o < g.outputs(); o++) {
            for (int tap = 0; tap < g.taps(); tap++) {
                dw[o * g.taps() + tap] = sums[tap * sumWidth + o];
            }
            db[o] = sums[g.taps() * sumWidth + o];
        }
    }
}
