package quartet.scratch.kernel;

import java.util.Arrays;
import quartet.scratch.kernel.ConvolutionGeometry.Visible;
import quartet.scratch.kernel.Workspace.Indices;
import quartet.scratch.kernel.Workspace.Role;

/**
 * Gradients of a convolution by its weights and bias, as sums over the positions of the window.
 * <pre>{@code
 * dw[(u,v,c), o] = sum_{i,j} x[(i+u, j+v), c] dy[(i,j), o];    db[o] = sum_{i,j} dy[(i,j), o]
 * }</pre>
 *
 * <p>The trick: the patch matrix is needed transposed, which is again only a matter of tables: in an image with a border
 * of zeros, all that one row of the window sees is contiguous, pixels and their channels. A {@link WindowTile} takes
 * some of it from three rows; the output's gradient is read where it stands.
 *
 * <p>Sums that run long lose digits, so each holds some images only, before it is added to the total. Each part of a
 * batch sums up by itself; the parts' totals are added in their order. What it means: {@link ScalarConvolution}.
 */
final class VectorConvolutionWeights {
    /** Images in one sum. */
    private static final int IMAGES = 4;

    private final ConvolutionGeometry g;
    private final int parts;
    /** Weights under one row of the window: pixels and their channels. */
    private final int run;

    /** Output channels, as many as the tiles have columns. */
    private final int outputs;

    private final int tiles;
    private final float[] totals;
    private final float[] biasTotals;

    /** Totals in the memory of the calling thread. */
    VectorConvolutionWeights(ConvolutionGeometry geometry, int parts) {
        this.g = geometry;
        this.parts = parts;
        run = g.kernelWidth() * g.inputs();
        outputs = Tile.roundUp(g.outputs(), WindowTile.COLUMNS);
        tiles = divide(g.kernelHeight(), WindowTile.RUNS)
                * divide(run, WindowTile.RUN)
                * divide(g.outputs(), WindowTile.COLUMNS);
        totals = Workspace.ofThread().zeros(Role.TOTALS, parts * totalSize());
        biasTotals = Workspace.ofThread().zeros(Role.BIAS_TOTALS, parts * outputs);
    }

    private static int divide(int count, int size) {
        return (count + size - 1) / size;
    }

    private int totalSize() {
        return tiles * WindowTile.ROWS * WindowTile.COLUMNS;
    }

    /** Adds the gradients of some images to the totals of a part. */
    void add(float[] x, float[] dy, int part, int fromImage, int toImage) {
        Workspace workspace = Workspace.ofThread();
        WindowTile tile = workspace.windowTile;
        tile.a = workspace.zeros(Role.IMAGE, g.planeSize() * g.inputs() + WindowTile.RUN);
        tile.depth = g.positions();
        tile.aTerms = workspace.ints(Indices.TERMS_OF_A, g.positions());
        tile.bTerms = workspace.ints(Indices.TERMS_OF_B, g.positions());
        for (int q = 0; q < g.positions(); q++) {
            tile.aTerms[q] = (q / g.columns() * g.planeWidth() + q % g.columns()) * g.inputs();
            tile.bTerms[q] = q * g.outputs();
        }
        tile.start = workspace.floats(Role.SUMS, totalSize());
        tile.startStride = WindowTile.COLUMNS;
        tile.c = tile.start;
        tile.cStride = WindowTile.COLUMNS;
        float[] copy = workspace.floats(Role.GRID, g.resultSize() + WindowTile.COLUMNS);
        for (int image = fromImage; image < toImage; image++) {
            if ((image - fromImage) % IMAGES == 0) {
                Arrays.fill(tile.c, 0, totalSize(), 0);
            }
            copyToPlane(x, image, tile.a);
            tile.b = dy;
            int dyAt = image * g.resultSize();
            if (dyAt + g.resultSize() + WindowTile.COLUMNS > dy.length && outputs > g.outputs()) {
                // The last vectors read more than there is.
                System.arraycopy(dy, dyAt, copy, 0, g.resultSize());
                tile.b = copy;
                dyAt = 0;
            }
            multiply(tile, dyAt);
            VectorSums.addRows(dy, image * g.resultSize(), g.positions(), g.outputs(), biasTotals, part * outputs);
            if ((image - fromImage) % IMAGES == IMAGES - 1 || image == toImage - 1) {
                addTo(totals, part * totalSize(), tile.c);
            }
        }
    }

    private void copyToPlane(float[] x, int image, float[] plane) {
        Visible visible = g.visible();
        Rectangles.copy(
                x,
                image * g.imageSize() + visible.from() * g.inputs(),
                g.width() * g.inputs(),
                plane,
                visible.to() * g.inputs(),
                g.planeWidth() * g.inputs(),
                visible.rows(),
                visible.columns() * g.inputs());
    }

    private void multiply(WindowTile tile, int dyAt) {
        int at = 0;
        for (int u = 0; u < g.kernelHeight(); u += WindowTile.RUNS) {
            for (int i = 0; i < run; i += WindowTile.RUN) {
                for (int r = 0; r < WindowTile.ROWS; r++) {
                    // A row that the window does not have is the last one again.
                    int row = Math.min(u + r / WindowTile.RUN, g.kernelHeight() - 1);
                    tile.aRows[r] = row * g.planeWidth() * g.inputs() + i + r % WindowTile.RUN;
                }
                for (int o = 0; o < g.outputs(); o += WindowTile.COLUMNS) {
                    tile.multiply(0, dyAt + o, at, at);
                    at += WindowTile.ROWS * WindowTile.COLUMNS;
                }
            }
        }
    }

    private void addTo(float[] total, int at, float[] sums) {
        for (int i = 0; i < totalSize(); i++) {
            total[at + i] += sums[i];
        }
    }

    /** The gradients: [out, in, kh, kw] and [out]. */
    void write(float[] dw, float[] db) {
        for (int part = 1; part < parts; part++) {
            for (int i = 0; i < totalSize(); i++) {
                totals[i] += totals[part * totalSize() + i];
            }
            for (int o = 0; o < outputs; o++) {
                biasTotals[o] += biasTotals[part * outputs + o];
            }
        }
        System.arraycopy(biasTotals, 0, db, 0, g.outputs());
        for (int u = 0; u < g.kernelHeight(); u++) {
            for (int i = 0; i < run; i++) {
                int to = i % g.inputs() * g.kernelHeight() * g.kernelWidth() + u * g.kernelWidth() + i / g.inputs();
                for (int o = 0; o < g.outputs(); o++) {
                    dw[o * g.taps() + to] = totals[
                            find(u, i)
                                    + o % WindowTile.COLUMNS
                                    + o / WindowTile.COLUMNS * WindowTile.ROWS * WindowTile.COLUMNS];
                }
            }
        }
    }

    /** Where the total of a weight and the first output stands. */
    private int find(int u, int i) {
        int tile = u / WindowTile.RUNS * divide(run, WindowTile.RUN) + i / WindowTile.RUN;
        int row = u % WindowTile.RUNS * WindowTile.RUN + i % WindowTile.RUN;
        return (tile * divide(g.outputs(), WindowTile.COLUMNS) * WindowTile.ROWS + row) * WindowTile.COLUMNS;
    }
}
