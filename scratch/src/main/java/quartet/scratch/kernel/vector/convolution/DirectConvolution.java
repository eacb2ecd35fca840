package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;

import quartet.scratch.kernel.vector.microkernel.BlockOfC;
import quartet.scratch.kernel.vector.microkernel.ConvolutionMicroKernel;
import quartet.scratch.kernel.vector.microkernel.InitialSums;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernels;
import quartet.scratch.kernel.vector.microkernel.PanelA;
import quartet.scratch.kernel.vector.microkernel.PanelB;
import quartet.scratch.kernel.vector.runtime.Simd;
import quartet.scratch.kernel.vector.runtime.StridedCopy;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;
import quartet.scratch.kernel.vector.runtime.Workspace.Offsets;

/**
 * Convolution as a matrix product with implicit im2col: the matrix of image patches is never built.
 * <pre>{@code
 * y[(i,j), o] = b[o] + sum_{c,u,v} x[(i+u, j+v), c] w[(c,u,v), o]
 * }</pre>
 *
 * <p>Each image is copied once to a padded image. There, the pixel under weight (u, v) is {@code u paddedWidth + v}
 * pixels behind the one under weight (0, 0), for every output pixel. A row of the im2col matrix is therefore a table of
 * offsets that all output pixels share. The micro-kernel computes 14 or 7 neighbouring output pixels at a time.
 */
final class DirectConvolution implements ConvolutionAlgorithm {
    private final ConvolutionGeometry g;
    private final MicroKernel kernel;
    /** Output channels of one block. */
    private final int group;
    /** Numbers in one channel block of the padded image. Blocks of small images read some pixels behind it. */
    private final int blockSize;

    DirectConvolution(ConvolutionGeometry geometry) {
        g = geometry;
        kernel = kernel(geometry.outputs());
        group = kernel.columns();
        blockSize = (geometry.paddedSize() + ConvolutionMicroKernel.ROWS) * LANES;
    }

    /** Returns the micro-kernel for a number of output channels. */
    static MicroKernel kernel(int outputs) {
        return outputs > ConvolutionMicroKernel.COLUMNS ? MicroKernels.WIDE_CONVOLUTION : MicroKernels.CONVOLUTION;
    }

    @Override
    public float[] packWeights(float[] w, boolean flip) {
        int kernelSize = g.kernelHeight() * g.kernelWidth();
        int size = Simd.roundUp(g.outputs(), group) * g.taps();
        float[] packed = Workspace.ofThread().zeros(Buffer.PACKED_WEIGHTS, size);
        for (int o = 0; o < g.outputs(); o++) {
            int to = o / group * group * g.taps() + o % group;
            for (int block = 0; block < g.inputs(); block += LANES) {
                for (int t = 0; t < kernelSize; t++) {
                    for (int c = block; c < Math.min(block + LANES, g.inputs()); c++) {
                        int from = flip
                                ? (c * g.outputs() + o) * kernelSize + kernelSize - 1 - t
                                : (o * g.inputs() + c) * kernelSize + t;
                        packed[to] = w[from];
                        to += group;
                    }
                }
            }
        }
        return packed;
    }

    @Override
    public Pass begin(float[] weights, float[] bias, float floor, float[] y) {
        Workspace workspace = Workspace.ofThread();
        int blocks = Simd.divideUp(g.inputs(), LANES);
        int[] taps = workspace.offsets(Offsets.TERMS_OF_A, g.taps());
        findTaps(taps);
        int[] pixels = workspace.multiples(Offsets.ROWS_OF_A, kernel.rows(), LANES);
        float[] initial = workspace.zeros(Buffer.INITIAL_ROW, Simd.roundUp(g.outputs(), group));
        System.arraycopy(bias, 0, initial, 0, g.outputs());
        float[] edge = workspace.floats(Buffer.EDGE_BLOCK, kernel.rows() * group);
        return new ImagePass(
                new PanelA(workspace.zeros(Buffer.PADDED_IMAGE, blocks * blockSize), taps, pixels),
                new PanelB(weights, workspace.multiples(Offsets.TERMS_OF_B, g.taps(), group)),
                new InitialSums(initial, 0),
                new BlockOfC(y, g.outputs(), floor),
                new BlockOfC(edge, group, floor));
    }

    /** Finds the offset of the number under each weight from the one under the first weight. */
    private void findTaps(int[] offsets) {
        int p = 0;
        for (int block = 0; block < g.inputs(); block += LANES) {
            for (int u = 0; u < g.kernelHeight(); u++) {
                for (int v = 0; v < g.kernelWidth(); v++) {
                    int pixel = block / LANES * blockSize + (u * g.paddedWidth() + v) * LANES;
                    for (int lane = 0; lane < Math.min(LANES, g.inputs() - block); lane++) {
                        offsets[p++] = pixel + lane;
                    }
                }
            }
        }
    }

    /** The operands of the micro-kernel, for all images of one thread. */
    private final class ImagePass implements Pass {
        private final PanelA image;
        private final PanelB weights;
        private final InitialSums bias;
        private final BlockOfC result;
        private final BlockOfC edge;

        ImagePass(PanelA image, PanelB weights, InitialSums bias, BlockOfC result, BlockOfC edge) {
            this.image = image;
            this.weights = weights;
            this.bias = bias;
            this.result = result;
            this.edge = edge;
        }

        @Override
        public void forward(float[] x, int xAt, int yAt) {
            ChannelBlockedLayout.copyImage(g, x, xAt, image.data(), blockSize);
            for (int row = 0; row < g.rows(); row++) {
                multiplyRow(row * g.paddedWidth(), yAt + row * g.columns() * g.outputs());
            }
        }

        /** Computes one row of output pixels. The last block begins early enough to end with the row. */
        private void multiplyRow(int paddedRow, int yAt) {
            int rows = kernel.rows();
            int pixels = Math.min(rows, g.columns());
            for (int j = 0; j < g.columns(); j += rows) {
                int column = Math.max(0, Math.min(j, g.columns() - rows));
                int imageAt = (paddedRow + column) * LANES;
                for (int o = 0; o < g.outputs(); o += group) {
                    int at = yAt + column * g.outputs() + o;
                    if (pixels == rows && o + group <= g.outputs()) {
                        kernel.multiply(g.taps(), image, imageAt, weights, o * g.taps(), bias, o, result, at);
                    } else {
                        kernel.multiply(g.taps(), image, imageAt, weights, o * g.taps(), bias, o, edge, 0);
                        int channels = Math.min(group, g.outputs() - o);
                        StridedCopy.copy(edge.data(), 0, group, result.data(), at, g.outputs(), pixels, channels);
                    }
                }
            }
        }
    }
}
