package quartet.scratch.kernel;

import quartet.scratch.kernel.ConvolutionGeometry.Visible;
import quartet.scratch.kernel.Workspace.Indices;
import quartet.scratch.kernel.Workspace.Role;

/**
 * Gradient of a {@link DirectConvolution} by its weights, as a sum over the positions of the window.
 * <pre>{@code
 * dw[(u,v,c), o] = sum_{i,j} x[(i+u, j+v), c] dy[(i,j), o]
 * }</pre>
 *
 * <p>The trick: the patch matrix is needed transposed, which is again only a matter of tables: in an image with a border
 * of zeros, all that one row of the window sees is contiguous, pixels and their channels. A {@link WindowTile} takes
 * some of it from three rows; the output's gradient is read where it stands.
 */
final class DirectWeightGradients extends VectorWeightGradients {
    /** Weights under one row of the window: pixels and their channels. */
    private final int run;

    DirectWeightGradients(ConvolutionGeometry g, int parts) {
        super(
                g,
                parts,
                divide(g.kernelHeight(), WindowTile.RUNS)
                        * divide(g.kernelWidth() * g.inputs(), WindowTile.RUN)
                        * divide(g.outputs(), WindowTile.COLUMNS)
                        * WindowTile.ROWS
                        * WindowTile.COLUMNS);
        run = g.kernelWidth() * g.inputs();
    }

    @Override
    void begin(float[] sums) {
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
        tile.start = sums;
        tile.startStride = WindowTile.COLUMNS;
        tile.c = sums;
        tile.cStride = WindowTile.COLUMNS;
    }

    @Override
    void addImage(float[] x, int at, float[] dy, int dyAt) {
        Workspace workspace = Workspace.ofThread();
        WindowTile tile = workspace.windowTile;
        copyToPlane(x, at, tile.a);
        if (dyAt + g.resultSize() + WindowTile.COLUMNS > dy.length && g.outputs() % WindowTile.COLUMNS != 0) {
            // The last vectors read more than there is.
            tile.b = workspace.floats(Role.GRID, g.resultSize() + WindowTile.COLUMNS);
            System.arraycopy(dy, dyAt, tile.b, 0, g.resultSize());
            multiply(tile, 0);
        } else {
            tile.b = dy;
            multiply(tile, dyAt);
        }
    }

    private void copyToPlane(float[] x, int at, float[] plane) {
        Visible visible = g.visible();
        Rectangles.copy(
                x,
                at + visible.from() * g.inputs(),
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

    @Override
    void writeWeights(float[] sums, float[] dw) {
        for (int u = 0; u < g.kernelHeight(); u++) {
            for (int i = 0; i < run; i++) {
                int to = i % g.inputs() * g.kernelHeight() * g.kernelWidth() + u * g.kernelWidth() + i / g.inputs();
                for (int o = 0; o < g.outputs(); o++) {
                    dw[o * g.taps() + to] = sums[
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
