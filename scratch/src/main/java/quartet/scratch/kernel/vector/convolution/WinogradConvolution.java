package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;

import quartet.scratch.kernel.vector.microkernel.BlockOfC;
import quartet.scratch.kernel.vector.microkernel.InitialSums;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.PanelA;
import quartet.scratch.kernel.vector.microkernel.PanelB;
import quartet.scratch.kernel.vector.runtime.Simd;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;
import quartet.scratch.kernel.vector.runtime.Workspace.Offsets;

/**
 * Convolution with kernels of width 3 by Winograd's method F(2, 3), one-dimensional along rows: two thirds of the
 * multiplications.
 * <pre>{@code
 * m_k[(i,pair), o] = sum_{c,u} v_k[(i+u,pair), c] u_k[(c,u), o]      k = 0..3
 * y[(i,2 pair..2 pair+1), o] = inverse transform of m_0..m_3 + b[o]
 * }</pre>
 *
 * <p>{@link WinogradTransforms} states the transforms. The four transformed images v_k are shared by all output channels,
 * and the four transformed kernels u_k by all images. Most of the work is the products of the two, which are matrix
 * products for the micro-kernel of {@link DirectConvolution}. The rows of a kernel are one row of pairs apart, so
 * consecutive pairs are neighbours even across the end of a row, and only the last block of an image is not full.
 */
final class WinogradConvolution implements ConvolutionAlgorithm {
    /** The number of blocks that are multiplied with the same weights while these are in the first-level cache. */
    private static final int BLOCKS = 2;

    private static final int PRODUCTS = WinogradTransforms.PRODUCTS;
    /** With fewer input channels, the transforms cost more than the multiplications that they save. */
    private static final int MIN_INPUTS = 8;

    private final ConvolutionGeometry g;
    private final WinogradImage image;
    private final MicroKernel kernel;
    /** Output channels of one block. */
    private final int group;
    /** Output channels, padded to whole groups. */
    private final int outputs;
    /** The terms of a sum. */
    private final int depth;

    WinogradConvolution(ConvolutionGeometry geometry) {
        g = geometry;
        image = new WinogradImage(geometry);
        kernel = DirectConvolution.kernel(geometry.outputs());
        group = kernel.columns();
        outputs = Simd.roundUp(geometry.outputs(), group);
        depth = geometry.inputs() * geometry.kernelHeight();
    }

    /** Returns whether output pixels come in pairs, channels fill vectors, and there are enough of them. */
    static boolean fits(ConvolutionGeometry g) {
        return WinogradImage.fits(g) && g.inputs() >= MIN_INPUTS && g.outputs() % LANES == 0;
    }

    @Override
    public float[] packWeights(float[] w, boolean flip) {
        int distance = outputs * depth;
        float[] packed = Workspace.ofThread().zeros(Buffer.PACKED_WEIGHTS, PRODUCTS * distance);
        int rows = g.kernelHeight();
        for (int o = 0; o < g.outputs(); o++) {
            int to = o / group * group * depth + o % group;
            for (int block = 0; block < g.inputs(); block += LANES) {
                for (int u = 0; u < rows; u++) {
                    for (int c = block; c < Math.min(block + LANES, g.inputs()); c++) {
                        int row = flip
                                ? ((c * g.outputs() + o) * rows + rows - 1 - u) * 3
                                : ((o * g.inputs() + c) * rows + u) * 3;
                        float first = w[flip ? row + 2 : row];
                        float middle = w[row + 1];
                        float last = w[flip ? row : row + 2];
                        packed[to] = first;
                        packed[to + distance] = (first + middle + last) / 2;
                        packed[to + 2 * distance] = (first - middle + last) / 2;
                        packed[to + 3 * distance] = last;
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
        int[] terms = workspace.offsets(Offsets.TERMS_OF_A, depth);
        findTerms(terms);
        int[] pairs = workspace.multiples(Offsets.ROWS_OF_A, kernel.rows(), LANES);
        float[] products = workspace.floats(Buffer.WINOGRAD_PRODUCTS, PRODUCTS * BLOCKS * kernel.rows() * outputs);
        image.clear();
        return new ImagePass(
                new PanelA(image.transformed(), terms, pairs),
                new PanelB(weights, workspace.multiples(Offsets.TERMS_OF_B, depth, group)),
                new InitialSums(workspace.zeros(Buffer.INITIAL_ROW, group), 0),
                new BlockOfC(products, outputs, Float.NEGATIVE_INFINITY),
                bias,
                floor,
                y);
    }

    /** Finds the offset of the number under each weight from the one under the first weight. */
    private void findTerms(int[] offsets) {
        int p = 0;
        for (int block = 0; block < g.inputs(); block += LANES) {
            for (int u = 0; u < g.kernelHeight(); u++) {
                for (int lane = 0; lane < Math.min(LANES, g.inputs() - block); lane++) {
                    offsets[p++] = image.start(0, block / LANES, u) + lane;
                }
            }
        }
    }

    /** The operands of the micro-kernel, for all images of one thread. */
    private final class ImagePass implements Pass {
        private final PanelA transformed;
        private final PanelB weights;
        private final InitialSums zeros;
        private final BlockOfC products;
        /** The distance between the products of one k and those of the next. */
        private final int distance;

        private final float[] bias;
        private final float floor;
        private final float[] y;

        ImagePass(
                PanelA transformed,
                PanelB weights,
                InitialSums zeros,
                BlockOfC products,
                float[] bias,
                float floor,
                float[] y) {
            this.transformed = transformed;
            this.weights = weights;
            this.zeros = zeros;
            this.products = products;
            this.bias = bias;
            this.floor = floor;
            this.y = y;
            distance = BLOCKS * kernel.rows() * outputs;
        }

        @Override
        public void forward(float[] x, int xAt, int yAt) {
            int pairs = g.positions() / 2;
            int step = BLOCKS * kernel.rows();
            image.transform(x, xAt);
            for (int pair = 0; pair < pairs; pair += step) {
                int count = Math.min(step, pairs - pair);
                multiply(pair, count);
                int result = yAt + 2 * pair * g.outputs();
                for (int o = 0; o < g.outputs(); o += LANES) {
                    WinogradTransforms.inverse(
                            products.data(), o, distance, outputs, bias, o, floor, y, result + o, g.outputs(), count);
                }
            }
        }

        /** Computes the products of some pairs, and of more if they do not fill a block. */
        private void multiply(int pair, int count) {
            for (int k = 0; k < PRODUCTS; k++) {
                for (int o = 0; o < outputs; o += group) {
                    int weightsAt = (k * outputs + o) * depth;
                    for (int i = 0; i < count; i += kernel.rows()) {
                        int imageAt = image.start(k, 0, 0) + (pair + i) * LANES;
                        int productsAt = k * distance + i * outputs + o;
                        kernel.multiply(
                                depth, transformed, imageAt, weights, weightsAt, zeros, 0, products, productsAt);
                    }
                }
            }
        }
    }
}
