package quartet.scratch.kernel.vector.convolution;

import quartet.scratch.kernel.vector.microkernel.ConvolutionMicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Indices;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;

/**
 * Convolution with rows of three weights, at two thirds of the multiplications ({@link WinogradTransforms}).
 * <pre>{@code
 * m_k[(i,pair), o] = sum_{c,u} v_k[(i+u,pair), c] u_k[(c,u), o]      k = 0..3
 * y[(i,2 pair..2 pair+1), o] = what m_0..m_3 make of it + b[o]
 * }</pre>
 *
 * <p>The trick, beside Winograd's: the four transformed images are the same for all output channels, and four
 * transformed kernels for all images; what is many are the products of the two, which are matrix products that a {@link
 * ConvolutionMicroKernel} computes. The rows of a window stand a whole row of pairs apart, so neighbouring pairs are neighbours even
 * across the end of a row, and only the last tile of an image is not full.
 */
public final class WinogradConvolution implements ConvolutionAlgorithm {
    private static final int LANES = MicroKernel.LANES;
    /** Tiles that meet the same weights one after the other, while those are in the first-level cache. */
    private static final int TILES = 2;

    private static final int PRODUCTS = WinogradTransforms.PRODUCTS;
    /** With fewer input channels, the additions cost more than the products. */
    private static final int ENOUGH_INPUTS = 8;

    private final ConvolutionGeometry g;
    private final WinogradImage image;
    /** Neighbouring output channels that a tile computes. */
    private final int group;
    /** Terms of a sum. */
    private final int depth;

    public WinogradConvolution(ConvolutionGeometry geometry) {
        g = geometry;
        image = new WinogradImage(geometry);
        group = Workspace.ofThread().pixelTile(geometry.outputs()).width;
        depth = geometry.inputs() * geometry.kernelHeight();
    }

    /** Whether results come in pairs, of whole vectors, and are worth it. */
    public static boolean fits(ConvolutionGeometry g) {
        return WinogradImage.fits(g) && g.inputs() >= ENOUGH_INPUTS && g.outputs() % LANES == 0;
    }

    @Override
    public float[] copyWeights(float[] w, boolean mirror) {
        int outputs = MicroKernel.roundUp(g.outputs(), group);
        float[] panels = Workspace.ofThread().zeros(Role.WEIGHTS, PRODUCTS * outputs * depth);
        int distance = outputs * depth;
        int rows = g.kernelHeight();
        for (int o = 0; o < g.outputs(); o++) {
            int to = o / group * group * depth + o % group;
            for (int block = 0; block < g.inputs(); block += LANES) {
                for (int u = 0; u < rows; u++) {
                    for (int c = block; c < Math.min(block + LANES, g.inputs()); c++) {
                        int row = mirror
                                ? ((c * g.outputs() + o) * rows + rows - 1 - u) * 3
                                : ((o * g.inputs() + c) * rows + u) * 3;
                        float first = w[mirror ? row + 2 : row];
                        float middle = w[row + 1];
                        float last = w[mirror ? row : row + 2];
                        panels[to] = first;
                        panels[to + distance] = (first + middle + last) / 2;
                        panels[to + 2 * distance] = (first - middle + last) / 2;
                        panels[to + 3 * distance] = last;
                        to += group;
                    }
                }
            }
        }
        return panels;
    }

    @Override
    public Pass begin(float[] panels, float[] b, float floor) {
        Workspace workspace = Workspace.ofThread();
        MicroKernel tile = workspace.pixelTile(g.outputs());
        tile.aTerms = workspace.ints(Indices.TERMS_OF_A, depth);
        findTerms(tile.aTerms);
        tile.b = panels;
        tile.bTerms = workspace.distances(Indices.TERMS_OF_B, depth, group);
        tile.depth = depth;
        tile.start = workspace.zeros(Role.START, group);
        tile.startStride = 0;
        tile.floor = Float.NEGATIVE_INFINITY;
        tile.cStride = MicroKernel.roundUp(g.outputs(), group);
        tile.c = workspace.floats(Role.PRODUCTS, PRODUCTS * TILES * tile.rows * tile.cStride);
        image.clear();
        return (x, at, y, to) -> forward(tile, b, floor, x, at, y, to);
    }

    private void forward(MicroKernel tile, float[] b, float floor, float[] x, int at, float[] y, int to) {
        int pairs = g.positions() / 2;
        int distance = TILES * tile.rows * tile.cStride;
        tile.a = image.transform(x, at);
        for (int pair = 0; pair < pairs; pair += TILES * tile.rows) {
            int count = Math.min(TILES * tile.rows, pairs - pair);
            multiply(tile, pair, count, distance);
            int result = to + 2 * pair * g.outputs();
            for (int o = 0; o < g.outputs(); o += LANES) {
                WinogradTransforms.results(
                        tile.c, o, distance, tile.cStride, b, o, floor, y, result + o, g.outputs(), count);
            }
        }
    }

    /** The products of some pairs, and more if they do not fill a tile. */
    private void multiply(MicroKernel tile, int pair, int count, int distance) {
        for (int k = 0; k < PRODUCTS; k++) {
            for (int o = 0; o < tile.cStride; o += group) {
                int panel = (k * tile.cStride + o) * depth;
                for (int i = 0; i < count; i += tile.rows) {
                    int from = image.start(k, 0, 0) + (pair + i) * LANES;
                    tile.multiply(from, panel, 0, k * distance + i * tile.cStride + o);
                }
            }
        }
    }

    /** Where the pair under each weight stands, from the pair under the first one. */
    private void findTerms(int[] table) {
        int p = 0;
        for (int block = 0; block < g.inputs(); block += LANES) {
            for (int u = 0; u < g.kernelHeight(); u++) {
                for (int lane = 0; lane < Math.min(LANES, g.inputs() - block); lane++) {
                    table[p++] = image.start(0, block / LANES, u) + lane;
                }
            }
        }
    }
}
