package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.convolution.SparseProducts.TAPS;
import static quartet.scratch.kernel.vector.runtime.Simd.LANES;

import java.util.Arrays;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;

/**
 * Input gradient of a 3 x 3 convolution that is fused with 2 x 2 pooling, from the elements of the output gradient that
 * are not zero.
 * <pre>{@code
 * dx[(i+u, j+v), c] += sum over elements o of pixel (i,j): dy[(i,j), o] w[o, (u,v), c]
 * }</pre>
 *
 * <p>The sum over the channels of a pixel stays in registers, so each pixel updates memory only once.
 *
 * @param blocks vectors of input channels
 * @param blockSize numbers in one channel block of the padded gradient
 */
record SparseInputGradient(ConvolutionGeometry g, int blocks, int blockSize) {

    static SparseInputGradient of(ConvolutionGeometry g) {
        return new SparseInputGradient(g, g.inputs() / LANES, g.paddedSize() * LANES);
    }

    /** Returns whether {@link SparseWeightGradients#fits}, and the kernels cover the whole image. */
    static boolean fits(ConvolutionGeometry g, Pooled pooled) {
        return SparseWeightGradients.fits(g, pooled)
                && g.visible().rows() == g.height()
                && g.visible().columns() == g.width();
    }

    /** Returns the weights w [out, in, 3, 3] as [channels / lanes, out, 9, lanes] in the workspace of the calling thread. */
    float[] packWeights(float[] w) {
        float[] packed = Workspace.ofThread().floats(Buffer.PACKED_WEIGHTS, w.length);
        for (int o = 0; o < g.outputs(); o++) {
            for (int c = 0; c < g.inputs(); c++) {
                int to = (c / LANES * g.outputs() + o) * TAPS * LANES + c % LANES;
                for (int tap = 0; tap < TAPS; tap++) {
                    packed[to + tap * LANES] = w[(o * g.inputs() + c) * TAPS + tap];
                }
            }
        }
        return packed;
    }

    /**
     * Computes dx [images, h, w, in] for the images from..to-1.
     *
     * @param weights the packed weights
     */
    void run(int from, int to, Pooled pooled, float[] dy, float[] weights, float[] dx) {
        float[] padded = Workspace.ofThread().floats(Buffer.PADDED_IMAGE, blocks * blockSize);
        SparseGradient gradient = SparseGradient.byPixel(g, pooled, dy);
        for (int image = from; image < to; image++) {
            Arrays.fill(padded, 0, blocks * blockSize, 0);
            gradient.readPixels(image, TAPS * LANES);
            for (int block = 0; block < blocks; block++) {
                addPixels(gradient, weights, block, padded);
            }
            ChannelBlockedLayout.copyBack(g, padded, blockSize, dx, image * g.imageSize());
        }
    }

    private void addPixels(SparseGradient gradient, float[] weights, int block, float[] padded) {
        int row = g.paddedWidth() * LANES;
        for (int pixel = 0; pixel < g.positions(); pixel++) {
            int count = gradient.count(pixel);
            if (count > 0) {
                SparseProducts.addInput(
                        gradient.values(),
                        gradient.offsets(),
                        gradient.start(pixel),
                        count,
                        weights,
                        block * g.outputs() * TAPS * LANES,
                        padded,
                        block * blockSize + pixel / g.columns() * row + pixel % g.columns() * LANES,
                        row);
            }
        }
    }
}
