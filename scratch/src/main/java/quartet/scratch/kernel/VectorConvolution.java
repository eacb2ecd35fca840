package quartet.scratch.kernel;

import java.util.Arrays;
import quartet.scratch.kernel.Workspace.Role;

/**
 * Convolution of stride 1 and its gradient by the input as matrix products that never build the matrix of image
 * patches.
 *
 * <p>The trick: copy an image once into planes with a border of zeros. In such a plane, the pixel under weight (u, v)
 * stands {@code u width + v} after the pixel under weight (0, 0), and it does so at every position of the window. So
 * the row of the patch matrix that belongs to one weight is the plane itself, read from another place on:
 * <pre>{@code
 * grid[o, q] = b[o] + sum_{c,u,v} w[o, (c,u,v)] plane_c[q + u width + v];    q = i width + j
 * }</pre>
 * which is what a {@link VectorTile} computes from a table of these places. The positions q between the end of an
 * output row and the end of a plane's row are computed for nothing, and left out when the grid is copied to the output.
 *
 * <p>The gradient by the input is the same with the output's gradient as image and mirrored weights. What it means:
 * {@link ScalarConvolution}.
 */
final class VectorConvolution {
    private VectorConvolution() {}

    /** The numbers that {@link #copyWeights} writes. */
    static int panelsSize(ConvolutionGeometry g) {
        return VectorTile.roundUp(g.outputs(), VectorTile.ROWS) * g.taps();
    }

    /**
     * The weights in the order in which tiles read them: panels of {@link VectorTile#ROWS} outputs, in which a row too
     * few is zero.
     *
     * @param mirror whether w is that of the convolution whose mirrored geometry is g: [in, out, kh, kw], and each
     *     kernel
     *     is to be turned by 180 degrees
     */
    static void copyWeights(ConvolutionGeometry g, float[] w, boolean mirror, float[] panels) {
        int kernel = g.kernelHeight() * g.kernelWidth();
        Arrays.fill(panels, 0, panelsSize(g), 0);
        for (int o = 0; o < g.outputs(); o++) {
            int lane = o % VectorTile.ROWS;
            int panel = (o - lane) * g.taps() + lane;
            for (int c = 0; c < g.inputs(); c++) {
                for (int t = 0; t < kernel; t++) {
                    int from = mirror
                            ? (c * g.outputs() + o) * kernel + kernel - 1 - t
                            : (o * g.inputs() + c) * kernel + t;
                    panels[panel + (c * kernel + t) * VectorTile.ROWS] = w[from];
                }
            }
        }
    }

    /** Some images of a batch: {@code y = max(floor, b + w * x)}, with the weights in panels. */
    static void forward(
            ConvolutionGeometry g,
            float[] x,
            float[] panels,
            float[] b,
            float floor,
            float[] y,
            int fromImage,
            int toImage) {
        Workspace workspace = Workspace.ofThread();
        int gridWidth = VectorTile.roundUp(g.positions(), VectorTile.COLUMNS);
        int gridRows = VectorTile.roundUp(g.outputs(), VectorTile.ROWS);
        int planeSize = g.planeSize(1);
        float[] planes = workspace.zeros(Role.IMAGE, g.inputs() * planeSize + VectorTile.COLUMNS);
        VectorTile tile = workspace.tile;
        tile.a = panels;
        tile.columns = VectorTile.COLUMNS;
        tile.b = planes;
        tile.bRows = workspace.bRows(g.taps());
        g.tapTable(tile.bRows, planeSize);
        tile.depth = g.taps();
        tile.start = workspace.zeros(Role.START, gridRows * VectorTile.COLUMNS);
        tile.startStride = VectorTile.COLUMNS;
        for (int o = 0; o < g.outputs(); o++) {
            int row = o * VectorTile.COLUMNS;
            Arrays.fill(tile.start, row, row + VectorTile.COLUMNS, b[o]);
        }
        tile.c = workspace.floats(Role.GRID, gridRows * gridWidth);
        tile.cStride = gridWidth;
        tile.floor = floor;
        for (int image = fromImage; image < toImage; image++) {
            g.toPlanes(x, image, planes, planeSize, 0);
            for (int q = 0; q < gridWidth; q += VectorTile.COLUMNS) {
                for (int o = 0; o < gridRows; o += VectorTile.ROWS) {
                    tile.multiply(o * g.taps(), q, o * VectorTile.COLUMNS, o * gridWidth + q);
                }
            }
            fromGrid(g, tile.c, gridWidth, y, image * g.resultSize());
        }
    }

    private static void fromGrid(ConvolutionGeometry g, float[] grid, int gridWidth, float[] y, int image) {
        int size = g.rows() * g.columns();
        for (int o = 0; o < g.outputs(); o++) {
            Rectangles.copy(
                    grid, o * gridWidth, g.planeWidth(), y, image + o * size, g.columns(), g.rows(), g.columns());
        }
    }
}
