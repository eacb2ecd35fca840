package quartet.scratch.kernel;

import java.util.Arrays;
import quartet.scratch.kernel.Workspace.Role;

/**
 * Convolution of stride 1 and its two gradients as matrix products that never build the matrix of image patches.
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
 * <p>The gradient by the input is the same with the output's gradient as image and mirrored weights. The gradient by
 * the weights is a product over positions, {@code dw^T[(c,u,v), o] = sum_q plane_c[q + u width + v] dy^T[q, o]}, with a
 * row of ones below the planes whose product is the gradient by the bias. What it means: {@link ScalarConvolution}.
 */
final class VectorConvolution {
    private VectorConvolution() {}

    /** Some images of a batch: {@code y = max(floor, b + w * x)}. */
    static void forward(
            ConvolutionGeometry g,
            float[] x,
            float[] weights,
            float[] b,
            float floor,
            float[] y,
            int fromImage,
            int toImage) {
        Workspace workspace = Workspace.ofThread();
        int gridWidth = VectorTile.roundUp(g.positions(), VectorTile.COLUMNS);
        int gridRows = VectorTile.roundUp(g.outputs(), VectorTile.ROWS);
        float[] planes = workspace.zeros(Role.IMAGE, g.inputs() * g.planeSize() + g.kernelWidth() + VectorTile.COLUMNS);
        VectorTile tile = workspace.tile;
        tile.a = weights;
        tile.aRows = workspace.aRows(gridRows);
        for (int o = 0; o < gridRows; o++) {
            tile.aRows[o] = Math.min(o, g.outputs() - 1) * g.taps();
        }
        tile.aStart = 0;
        tile.aStep = 1;
        tile.columns = VectorTile.COLUMNS;
        tile.b = planes;
        tile.bRows = workspace.bRows(g.taps());
        g.tapTable(tile.bRows);
        tile.depth = g.taps();
        tile.start = workspace.floats(Role.START, gridRows * VectorTile.COLUMNS);
        tile.startStride = VectorTile.COLUMNS;
        for (int o = 0; o < g.outputs(); o++) {
            int row = o * VectorTile.COLUMNS;
            Arrays.fill(tile.start, row, row + VectorTile.COLUMNS, b[o]);
        }
        tile.c = workspace.floats(Role.GRID, gridRows * gridWidth);
        tile.cStride = gridWidth;
        tile.floor = floor;
        for (int image = fromImage; image < toImage; image++) {
            g.toPlanes(x, image, planes);
            for (int q = 0; q < gridWidth; q += VectorTile.COLUMNS) {
                for (int o = 0; o < gridRows; o += VectorTile.ROWS) {
                    tile.multiply(o, q, o * VectorTile.COLUMNS, o * gridWidth + q);
                }
            }
            fromGrid(g, tile.c, gridWidth, y, image * g.resultSize());
        }
    }

    /** The weights of {@link ConvolutionGeometry#mirrored}: [in, out, kh, kw], each kernel turned by 180 degrees. */
    static void mirror(ConvolutionGeometry g, float[] w, float[] mirrored) {
        int kernel = g.kernelHeight() * g.kernelWidth();
        for (int o = 0; o < g.outputs(); o++) {
            for (int c = 0; c < g.inputs(); c++) {
                for (int t = 0; t < kernel; t++) {
                    mirrored[(c * g.outputs() + o) * kernel + kernel - 1 - t] = w[(o * g.inputs() + c) * kernel + t];
                }
            }
        }
    }

    private static void fromGrid(ConvolutionGeometry g, float[] grid, int gridWidth, float[] y, int image) {
        int to = image;
        for (int o = 0; o < g.outputs(); o++) {
            int from = o * gridWidth;
            for (int i = 0; i < g.rows(); i++) {
                System.arraycopy(grid, from, y, to, g.columns());
                from += g.planeWidth();
                to += g.columns();
            }
        }
    }
}
