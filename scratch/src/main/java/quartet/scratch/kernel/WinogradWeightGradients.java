package quartet.scratch.kernel;

import quartet.scratch.kernel.Workspace.Indices;
import quartet.scratch.kernel.Workspace.Role;

/**
 * Gradient of a {@link WinogradConvolution} by its weights: the same transformations, backwards.
 * <pre>{@code
 * du_k[(u,c), o] = sum_{i,pair} v_k[(i+u,pair), c] dm_k[(i,pair), o]      k = 0..3
 * dg0 = du_0 + (du_1 + du_2) / 2;    dg1 = (du_1 - du_2) / 2;    dg2 = (du_1 + du_2) / 2 + du_3
 * }</pre>
 *
 * <p>The transformed images are those of the convolution. They stand as a {@link PanelTile} expects its A. Of the
 * gradients dm, the first and the last are the output's gradient itself, at every other pixel; it is read where it
 * stands, and the last one's sign is left to the end.
 */
final class WinogradWeightGradients extends VectorWeightGradients {
    private static final int LANES = Tile.LANES;
    private static final int PRODUCTS = WinogradTransforms.PRODUCTS;
    private static final int BLOCK = PanelTile.ROWS * PanelTile.COLUMNS;

    private final WinogradImage image;
    private final int pairs;
    /** Groups of input channels, each the rows of a tile. */
    private final int groups;
    /** Groups of output channels, each the columns of a tile. */
    private final int columns;

    WinogradWeightGradients(ConvolutionGeometry g, int parts) {
        super(
                g,
                parts,
                PRODUCTS * g.kernelHeight() * divide(g.inputs(), PanelTile.ROWS) * g.outputs() * PanelTile.ROWS);
        image = new WinogradImage(g);
        pairs = g.positions() / 2;
        groups = divide(g.inputs(), PanelTile.ROWS);
        columns = g.outputs() / PanelTile.COLUMNS;
    }

    /** Whether positions come in pairs, and both kinds of channels fill a tile. */
    static boolean fits(ConvolutionGeometry g) {
        return WinogradImage.fits(g) && g.inputs() >= PanelTile.ROWS && g.outputs() % PanelTile.COLUMNS == 0;
    }

    @Override
    void begin(float[] sums) {
        Workspace workspace = Workspace.ofThread();
        PanelTile tile = workspace.panelTile;
        tile.depth = pairs;
        tile.aTerms = workspace.ints(Indices.TERMS_OF_A, pairs);
        int[] pixels = workspace.ints(Indices.TERMS_OF_B, pairs);
        int[] others = workspace.ints(Indices.PAIRS, pairs);
        for (int p = 0; p < pairs; p++) {
            tile.aTerms[p] = p * LANES;
            pixels[p] = 2 * p * g.outputs();
            others[p] = p * g.outputs();
        }
        tile.start = sums;
        tile.startStride = PanelTile.COLUMNS;
        tile.c = sums;
        tile.cStride = PanelTile.COLUMNS;
        tile.columns = PanelTile.COLUMNS;
        tile.floor = Float.NEGATIVE_INFINITY;
        image.clear();
    }

    @Override
    void addImage(float[] x, int at, float[] dy, int dyAt) {
        Workspace workspace = Workspace.ofThread();
        PanelTile tile = workspace.panelTile;
        tile.a = image.transform(x, at);
        int size = pairs * g.outputs();
        float[] dm = workspace.floats(Role.PRODUCTS, 2 * size);
        for (int o = 0; o < g.outputs(); o += LANES) {
            WinogradTransforms.gradients(dy, dyAt + o, g.outputs(), dm, o, size, pairs);
        }
        int[] pixels = workspace.ints(Indices.TERMS_OF_B, pairs);
        int[] others = workspace.ints(Indices.PAIRS, pairs);
        for (int k = 0; k < PRODUCTS; k++) {
            boolean itself = k == 0 || k == PRODUCTS - 1;
            tile.b = itself ? dy : dm;
            tile.bTerms = itself ? pixels : others;
            multiply(tile, k, itself ? dyAt + (k == 0 ? 0 : g.outputs()) : (k - 1) * size);
        }
    }

    private void multiply(PanelTile tile, int k, int bStart) {
        for (int u = 0; u < g.kernelHeight(); u++) {
            for (int c = 0; c < groups; c++) {
                int channel = c * PanelTile.ROWS;
                int aStart = image.start(k, channel / LANES, u) + channel % LANES;
                for (int o = 0; o < columns; o++) {
                    int at = find(k, u, c, o);
                    tile.multiply(aStart, bStart + o * PanelTile.COLUMNS, at, at);
                }
            }
        }
    }

    /** Where a tile's sums stand. */
    private int find(int k, int u, int inputs, int outputs) {
        return (((k * g.kernelHeight() + u) * groups + inputs) * columns + outputs) * BLOCK;
    }

    @Override
    void writeWeights(float[] sums, float[] dw) {
        int next = find(1, 0, 0, 0);
        for (int o = 0; o < g.outputs(); o++) {
            for (int c = 0; c < g.inputs(); c++) {
                for (int u = 0; u < g.kernelHeight(); u++) {
                    int at = find(0, u, c / PanelTile.ROWS, o / PanelTile.COLUMNS)
                            + c % PanelTile.ROWS * PanelTile.COLUMNS
                            + o % PanelTile.COLUMNS;
                    float sum = (sums[at + next] + sums[at + 2 * next]) / 2;
                    float difference = (sums[at + next] - sums[at + 2 * next]) / 2;
                    int to = ((o * g.inputs() + c) * g.kernelHeight() + u) * g.kernelWidth();
                    dw[to] = sums[at] + sum;
                    dw[to + 1] = difference;
                    dw[to + 2] = sum - sums[at + 3 * next];
                }
            }
        }
    }
}
