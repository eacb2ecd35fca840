package quartet.scratch.kernel.vector.convolution;

import quartet.scratch.kernel.vector.convolution.ConvolutionGeometry.Visible;
import quartet.scratch.kernel.vector.microkernel.WeightGradientMicroKernel;
import quartet.scratch.kernel.vector.runtime.StridedCopy;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Indices;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;

/**
 * Gradient of a {@link DirectConvolution} by its weights, as a sum over the positions of the window.
 * <pre>{@code
 * dw[(u,v,c), o] = sum_{i,j} x[(i+u, j+v), c] dy[(i,j), o]
 * }</pre>
 *
 * <p>The trick: the patch matrix is needed transposed, which is again only a matter of tables: in an image with a border
 * of zeros, all that one row of the window sees is contiguous, pixels and their channels. A {@link WeightGradientMicroKernel} takes
 * some of it from three rows; the output's gradient is read where it stands.
 */
public final class DirectWeightGradients extends WeightGradients {
    /** Weights under one row of the window: pixels and their channels. */
    private final int run;

    public DirectWeightGradients(ConvolutionGeometry g, int parts) {
        super(
                g,
                parts,
                divide(g.kernelHeight(), WeightGradientMicroKernel.RUNS)
                        * divide(g.kernelWidth() * g.inputs(), WeightGradientMicroKernel.RUN)
                        * divide(g.outputs(), WeightGradientMicroKernel.COLUMNS)
                        * WeightGradientMicroKernel.ROWS
                        * WeightGradientMicroKernel.COLUMNS);
        run = g.kernelWidth() * g.inputs();
    }

    @Override
    public void begin(float[] sums) {
        Workspace workspace = Workspace.ofThread();
        WeightGradientMicroKernel tile = workspace.windowTile;
        tile.a = workspace.zeros(Role.IMAGE, g.planeSize() * g.inputs() + WeightGradientMicroKernel.RUN);
        tile.depth = g.positions();
        tile.aTerms = workspace.ints(Indices.TERMS_OF_A, g.positions());
        tile.bTerms = workspace.ints(Indices.TERMS_OF_B, g.positions());
        for (int q = 0; q < g.positions(); q++) {
            tile.aTerms[q] = (q / g.columns() * g.planeWidth() + q % g.columns()) * g.inputs();
            tile.bTerms[q] = q * g.outputs();
        }
        tile.start = sums;
        tile.startStride = WeightGradientMicroKernel.COLUMNS;
        tile.c = sums;
        tile.cStride = WeightGradientMicroKernel.COLUMNS;
    }

    @Override
    public void addImage(float[] x, int at, float[] dy, int dyAt) {
        Workspace workspace = Workspace.ofThread();
        WeightGradientMicroKernel tile = workspace.windowTile;
        copyToPlane(x, at, tile.a);
        if (dyAt + g.resultSize() + WeightGradientMicroKernel.COLUMNS > dy.length
                && g.outputs() % WeightGradientMicroKernel.COLUMNS != 0) {
            // The last vectors read more than there is.
            tile.b = workspace.floats(Role.GRID, g.resultSize() + WeightGradientMicroKernel.COLUMNS);
            System.arraycopy(dy, dyAt, tile.b, 0, g.resultSize());
            multiply(tile, 0);
        } else {
            tile.b = dy;
            multiply(tile, dyAt);
        }
    }

    private void copyToPlane(float[] x, int at, float[] plane) {
        Visible visible = g.visible();
        StridedCopy.copy(
                x,
                at + visible.from() * g.inputs(),
                g.width() * g.inputs(),
                plane,
                visible.to() * g.inputs(),
                g.planeWidth() * g.inputs(),
                visible.rows(),
                visible.columns() * g.inputs());
    }

    private void multiply(WeightGradientMicroKernel tile, int dyAt) {
        int at = 0;
        for (int u = 0; u < g.kernelHeight(); u += WeightGradientMicroKernel.RUNS) {
            for (int i = 0; i < run; i += WeightGradientMicroKernel.RUN) {
                for (int r = 0; r < WeightGradientMicroKernel.ROWS; r++) {
                    // A row that the window does not have is the last one again.
                    int row = Math.min(u + r / WeightGradientMicroKernel.RUN, g.kernelHeight() - 1);
                    tile.aRows[r] = row * g.planeWidth() * g.inputs() + i + r % WeightGradientMicroKernel.RUN;
                }
                for (int o = 0; o < g.outputs(); o += WeightGradientMicroKernel.COLUMNS) {
                    tile.multiply(0, dyAt + o, at, at);
                    at += WeightGradientMicroKernel.ROWS * WeightGradientMicroKernel.COLUMNS;
                }
            }
        }
    }

    @Override
    public void writeWeights(float[] sums, float[] dw) {
        for (int u = 0; u < g.kernelHeight(); u++) {
            for (int i = 0; i < run; i++) {
                int to = i % g.inputs() * g.kernelHeight() * g.kernelWidth() + u * g.kernelWidth() + i / g.inputs();
                for (int o = 0; o < g.outputs(); o++) {
                    dw[o * g.taps() + to] = sums[
                            find(u, i)
                                    + o % WeightGradientMicroKernel.COLUMNS
                                    + o
                                            / WeightGradientMicroKernel.COLUMNS
                                            * WeightGradientMicroKernel.ROWS
                                            * WeightGradientMicroKernel.COLUMNS];
                }
            }
        }
    }

    /** Where the total of a weight and the first output stands. */
    private int find(int u, int i) {
        int tile = u / WeightGradientMicroKernel.RUNS * divide(run, WeightGradientMicroKernel.RUN)
                + i / WeightGradientMicroKernel.RUN;
        int row =
                u % WeightGradientMicroKernel.RUNS * WeightGradientMicroKernel.RUN + i % WeightGradientMicroKernel.RUN;
        return (tile * divide(g.outputs(), WeightGradientMicroKernel.COLUMNS) * WeightGradientMicroKernel.ROWS + row)
                * WeightGradientMicroKernel.COLUMNS;
    }
}
