package quartet.scratch.kernel.vector.convolution;

import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.vector.microkernel.ConvolutionMicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.runtime.StridedCopy;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Indices;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;

/**
 * Convolution of stride 1 and its gradient by the input as matrix products that never build the matrix of image
 * patches.
 * <pre>{@code
 * y[(i,j), o] = b[o] + sum_{c,u,v} x[(i+u, j+v), c] w[(c,u,v), o]
 * }</pre>
 *
 * <p>The trick: copy an image once into a plane with a border of zeros. There, the pixel under weight (u, v) stands
 * {@code u width + v} pixels after the one under weight (0, 0), and it does so at every position of the window. So a row
 * of the patch matrix needs no copy: it is a table of distances, the same for all positions. A {@link ConvolutionMicroKernel}
 * computes 14 neighbouring positions at a time, and writes them where they belong.
 *
 * <p>The gradient by the input is the same with the output's gradient as image and mirrored weights. What it means:
 * {@link Kernels#convolve}.
 */
public final class DirectConvolution implements ConvolutionAlgorithm {
    private static final int LANES = MicroKernel.LANES;

    private final ConvolutionGeometry g;
    /** Neighbouring output channels that a tile computes. */
    private final int group;
    /** The numbers in the plane of one block of channels; tiles of small images read some pixels behind it. */
    private final int blockSize;

    public DirectConvolution(ConvolutionGeometry geometry) {
        this.g = geometry;
        group = Workspace.ofThread().pixelTile(geometry.outputs()).width;
        blockSize = (geometry.planeSize() + ConvolutionMicroKernel.ROWS) * LANES;
    }

    @Override
    public float[] copyWeights(float[] w, boolean mirror) {
        int kernel = g.kernelHeight() * g.kernelWidth();
        int size = MicroKernel.roundUp(g.outputs(), group) * g.taps();
        float[] panels = Workspace.ofThread().zeros(Role.WEIGHTS, size);
        for (int o = 0; o < g.outputs(); o++) {
            int to = o / group * group * g.taps() + o % group;
            for (int block = 0; block < g.inputs(); block += LANES) {
                for (int t = 0; t < kernel; t++) {
                    for (int c = block; c < Math.min(block + LANES, g.inputs()); c++) {
                        int from = mirror
                                ? (c * g.outputs() + o) * kernel + kernel - 1 - t
                                : (o * g.inputs() + c) * kernel + t;
                        panels[to] = w[from];
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
        int blocks = (g.inputs() + LANES - 1) / LANES;
        tile.a = workspace.zeros(Role.IMAGE, blocks * blockSize);
        tile.aTerms = workspace.ints(Indices.TERMS_OF_A, g.taps());
        findTaps(tile.aTerms);
        tile.b = panels;
        tile.bTerms = workspace.distances(Indices.TERMS_OF_B, g.taps(), group);
        tile.depth = g.taps();
        tile.start = workspace.zeros(Role.START, MicroKernel.roundUp(g.outputs(), group));
        System.arraycopy(b, 0, tile.start, 0, g.outputs());
        tile.startStride = 0;
        tile.floor = floor;
        float[] edge = workspace.floats(Role.EDGE, ConvolutionMicroKernel.ROWS * group);
        return (x, at, y, to) -> forward(tile, edge, x, at, y, to);
    }

    private void forward(MicroKernel tile, float[] edge, float[] x, int at, float[] y, int to) {
        ChannelBlockedLayout.copyImage(g, x, at, tile.a, blockSize);
        for (int row = 0; row < g.rows(); row++) {
            multiplyRow(tile, row * g.planeWidth(), y, to + row * g.columns() * g.outputs(), edge);
        }
    }

    /** Where the pixel under each weight stands, from the pixel under the first one. */
    private void findTaps(int[] table) {
        int p = 0;
        for (int block = 0; block < g.inputs(); block += LANES) {
            for (int u = 0; u < g.kernelHeight(); u++) {
                for (int v = 0; v < g.kernelWidth(); v++) {
                    int pixel = block / LANES * blockSize + (u * g.planeWidth() + v) * LANES;
                    for (int lane = 0; lane < Math.min(LANES, g.inputs() - block); lane++) {
                        table[p++] = pixel + lane;
                    }
                }
            }
        }
    }

    /** One row of positions; the last tile begins early enough to end with the row. */
    private void multiplyRow(MicroKernel tile, int planeRow, float[] y, int result, float[] edge) {
        for (int j = 0; j < g.columns(); j += tile.rows) {
            int column = Math.max(0, Math.min(j, g.columns() - tile.rows));
            int pixels = Math.min(tile.rows, g.columns());
            int plane = (planeRow + column) * LANES;
            for (int o = 0; o < g.outputs(); o += group) {
                int at = result + column * g.outputs() + o;
                if (pixels == tile.rows && o + group <= g.outputs()) {
                    tile.c = y;
                    tile.cStride = g.outputs();
                    tile.multiply(plane, o * g.taps(), o, at);
                } else {
                    tile.c = edge;
                    tile.cStride = group;
                    tile.multiply(plane, o * g.taps(), o, 0);
                    int channels = Math.min(group, g.outputs() - o);
                    StridedCopy.copy(edge, 0, group, y, at, g.outputs(), pixels, channels);
                }
            }
        }
    }
}
