package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.runtime.Simd.LANES;

import quartet.scratch.kernel.vector.microkernel.ConvolutionMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideWeightGradientMicroKernel;
import quartet.scratch.kernel.vector.runtime.Simd;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;

/**
 * The four transformed images of {@link WinogradTransforms}, in the workspace of the calling thread. Layout: [4, channels
 * / lanes, rows, pairs, lanes].
 */
final class WinogradImage {
    private final ConvolutionGeometry g;
    /** Pairs of output pixels in a row. */
    private final int pairs;
    /** Rows of the padded image. */
    private final int rows;
    /** Blocks of channels. */
    private final int blocks;
    /** Numbers in one channel block of the padded image. */
    private final int paddedBlock;
    /** Numbers in one channel block of a transformed image. The last block of pairs reads some pairs behind it. */
    private final int transformedBlock;

    WinogradImage(ConvolutionGeometry geometry) {
        g = geometry;
        pairs = g.columns() / 2;
        rows = g.rows() + g.kernelHeight() - 1;
        blocks = Simd.divideUp(g.inputs(), LANES);
        paddedBlock = g.paddedSize() * LANES;
        transformedBlock = (rows * pairs + ConvolutionMicroKernel.ROWS) * LANES;
    }

    /**
     * Returns whether kernels have width 3 and output pixels come in pairs; vectors have to be at least 8 lanes wide.
     */
    static boolean fits(ConvolutionGeometry g) {
        return g.kernelWidth() == 3 && g.columns() % 2 == 0 && LANES == WideWeightGradientMicroKernel.TERM_STRIDE;
    }

    /** Sets the borders of the padded images to zeros. */
    void clear() {
        Workspace.ofThread().zeros(Buffer.PADDED_IMAGE, blocks * paddedBlock);
    }

    /** Returns the array of the transformed images. */
    float[] transformed() {
        return Workspace.ofThread()
                .floats(Buffer.WINOGRAD_IMAGE, WinogradTransforms.PRODUCTS * blocks * transformedBlock);
    }

    /** Transforms the image that begins at an index of x. */
    void transform(float[] x, int xAt) {
        float[] padded = Workspace.ofThread().floats(Buffer.PADDED_IMAGE, blocks * paddedBlock);
        float[] transformed = transformed();
        ChannelBlockedLayout.copyImage(g, x, xAt, padded, paddedBlock);
        for (int block = 0; block < blocks; block++) {
            for (int row = 0; row < rows; row++) {
                int from = block * paddedBlock + row * g.paddedWidth() * LANES;
                WinogradTransforms.image(
                        padded, from, transformed, start(0, block, row), blocks * transformedBlock, pairs);
            }
        }
    }

    /** Returns the index of a row of pairs in transformed image k. */
    int start(int k, int block, int row) {
        return (k * blocks + block) * transformedBlock + row * pairs * LANES;
    }
}
