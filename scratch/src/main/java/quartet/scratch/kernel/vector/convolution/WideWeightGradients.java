package quartet.scratch.kernel.vector.convolution;

import java.util.Arrays;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideWeightGradientMicroKernel;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Indices;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;

/**
 * The sum of {@link DirectWeightGradients} where there are channels enough for a {@link WideWeightGradientMicroKernel}: one weight of the
 * window, 8 input channels, two vectors of output channels.
 *
 * <p>The trick: a tile of two vectors uses each number that it has read twice, but wants its A at a constant distance.
 * So the sum runs over whole rows of the image with its border, where pixels are equally far apart even across the end
 * of a row. Where the window would stand in the border, the output's gradient is a pixel of zeros. That is work for
 * nothing, two pixels in each row, and still less than what it saves.
 *
 * <p>Winograd's method needs a third less multiplications here, too, but takes the gradient from differences of larger
 * numbers. Then a gradient that ought to be zero, of a weight that no image used, is rounding, and Adam moves the weight
 * by as much as any other one.
 */
public final class WideWeightGradients extends WeightGradients {
    private static final int LANES = MicroKernel.LANES;
    private static final int BLOCK = WideWeightGradientMicroKernel.ROWS * WideWeightGradientMicroKernel.COLUMNS;

    /** Groups of input channels, each the rows of a tile. */
    private final int groups;
    /** Groups of output channels, each the columns of a tile. */
    private final int columns;
    /** The numbers in one block of channels of an image with its border. */
    private final int blockSize;

    public WideWeightGradients(ConvolutionGeometry g, int parts) {
        super(
                g,
                parts,
                g.kernelHeight()
                        * g.kernelWidth()
                        * divide(g.inputs(), WideWeightGradientMicroKernel.ROWS)
                        * g.outputs()
                        * WideWeightGradientMicroKernel.ROWS);
        groups = divide(g.inputs(), WideWeightGradientMicroKernel.ROWS);
        columns = g.outputs() / WideWeightGradientMicroKernel.COLUMNS;
        blockSize = g.planeSize() * LANES;
    }

    /** Whether both kinds of channels fill a tile. */
    public static boolean fits(ConvolutionGeometry g) {
        return LANES == WideWeightGradientMicroKernel.DISTANCE
                && g.inputs() >= WideWeightGradientMicroKernel.ROWS
                && g.outputs() % WideWeightGradientMicroKernel.COLUMNS == 0;
    }

    @Override
    public void begin(float[] sums) {
        Workspace workspace = Workspace.ofThread();
        WideWeightGradientMicroKernel tile = workspace.panelTile;
        tile.a = workspace.zeros(Role.IMAGE, divide(g.inputs(), LANES) * blockSize);
        tile.depth = (g.rows() - 1) * g.planeWidth() + g.columns();
        tile.aTerms = workspace.ints(Indices.TERMS_OF_A, tile.depth);
        tile.bTerms = workspace.ints(Indices.TERMS_OF_B, tile.depth);
        for (int q = 0; q < tile.depth; q++) {
            int column = q % g.planeWidth();
            int pixel = column < g.columns() ? q / g.planeWidth() * g.columns() + column : g.positions();
            tile.aTerms[q] = q * LANES;
            tile.bTerms[q] = pixel * g.outputs();
        }
        tile.start = sums;
        tile.startStride = WideWeightGradientMicroKernel.COLUMNS;
        tile.c = sums;
        tile.cStride = WideWeightGradientMicroKernel.COLUMNS;
        tile.columns = WideWeightGradientMicroKernel.COLUMNS;
        tile.floor = Float.NEGATIVE_INFINITY;
    }

    @Override
    public void addImage(float[] x, int at, float[] dy, int dyAt) {
        Workspace workspace = Workspace.ofThread();
        WideWeightGradientMicroKernel tile = workspace.panelTile;
        ChannelBlockedLayout.copyImage(g, x, at, tile.a, blockSize);
        if (zerosFollow(dy, dyAt + g.resultSize())) {
            tile.b = dy;
            multiply(tile, dyAt);
        } else {
            tile.b = workspace.floats(Role.GRID, g.resultSize() + g.outputs());
            System.arraycopy(dy, dyAt, tile.b, 0, g.resultSize());
            Arrays.fill(tile.b, g.resultSize(), g.resultSize() + g.outputs(), 0);
            multiply(tile, 0);
        }
    }

    /** Whether there is a pixel of zeros. */
    private boolean zerosFollow(float[] dy, int at) {
        if (at + g.outputs() > dy.length) {
            return false;
        }
        for (int i = at; i < at + g.outputs(); i++) {
            if (dy[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void multiply(WideWeightGradientMicroKernel tile, int dyAt) {
        for (int u = 0; u < g.kernelHeight(); u++) {
            for (int v = 0; v < g.kernelWidth(); v++) {
                for (int c = 0; c < groups; c++) {
                    int channel = c * WideWeightGradientMicroKernel.ROWS;
                    int aStart = channel / LANES * blockSize + (u * g.planeWidth() + v) * LANES + channel % LANES;
                    for (int o = 0; o < columns; o++) {
                        int sums = find(u, v, c, o);
                        tile.multiply(aStart, dyAt + o * WideWeightGradientMicroKernel.COLUMNS, sums, sums);
                    }
                }
            }
        }
    }

    /** Where a tile's sums stand. */
    private int find(int u, int v, int inputs, int outputs) {
        return (((u * g.kernelWidth() + v) * groups + inputs) * columns + outputs) * BLOCK;
    }

    @Override
    public void writeWeights(float[] sums, float[] dw) {
        int to = 0;
        for (int o = 0; o < g.outputs(); o++) {
            for (int c = 0; c < g.inputs(); c++) {
                int inTile = c % WideWeightGradientMicroKernel.ROWS * WideWeightGradientMicroKernel.COLUMNS
                        + o % WideWeightGradientMicroKernel.COLUMNS;
                for (int u = 0; u < g.kernelHeight(); u++) {
                    for (int v = 0; v < g.kernelWidth(); v++) {
                        dw[to++] = sums[
                                find(
                                                u,
                                                v,
                                                c / WideWeightGradientMicroKernel.ROWS,
                                                o / WideWeightGradientMicroKernel.COLUMNS)
                                        + inTile];
                    }
                }
            }
        }
    }
}
