package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.convolution.SparseProducts.TAPS;
import static quartet.scratch.kernel.vector.runtime.Simd.LANES;

import quartet.scratch.kernel.Pooled;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;

/**
 * Weight gradient of a 3 x 3 convolution that is fused with 2 x 2 pooling, from the elements of the output gradient that
 * are not zero.
 * <pre>{@code
 * dw[o, (u,v), c] = sum over elements (i,j) of channel o: x[(i+u, j+v), c] dy[(i,j), o]
 * }</pre>
 *
 * <p>Pooling selects other pixels for each output channel, so a vector holds input channels. Layout of the sums: [out,
 * channels / lanes, 9, lanes].
 */
final class SparseWeightGradients extends WeightGradients {
    private final float[] x;
    private final Pooled pooled;
    private final float[] dy;
    /** Vectors of input channels. */
    private final int blocks;
    /** Numbers in one channel block of the padded image. */
    private final int blockSize;

    SparseWeightGradients(ConvolutionGeometry g, int parts, float[] x, Pooled pooled, float[] dy) {
        super(g, parts, g.outputs() * TAPS * g.inputs());
        this.x = x;
        this.pooled = pooled;
        this.dy = dy;
        blocks = g.inputs() / LANES;
        blockSize = g.paddedSize() * LANES;
    }

    /** Returns whether kernels are 3 x 3, windows 2 x 2, and input channels fill vectors. */
    static boolean fits(ConvolutionGeometry g, Pooled pooled) {
        return g.kernelHeight() == 3 && g.kernelWidth() == 3 && g.inputs() % LANES == 0 && SparseGradient.fits(pooled);
    }

    @Override
    Pass begin(float[] sums) {
        float[] padded = Workspace.ofThread().zeros(Buffer.PADDED_IMAGE, blocks * blockSize);
        SparseGradient gradient = SparseGradient.byChannel(g, pooled, dy);
        int row = g.paddedWidth() * LANES;
        return (image, bias, biasAt) -> {
            ChannelBlockedLayout.copyImage(g, x, image * g.imageSize(), padded, blockSize);
            gradient.readChannels(image, LANES, row);
            for (int o = 0; o < g.outputs(); o++) {
                int start = gradient.start(o);
                int count = gradient.count(o);
                for (int block = 0; block < blocks; block++) {
                    SparseProducts.addWeights(
                            gradient.values(),
                            gradient.offsets(),
                            start,
                            count,
                            padded,
                            block * blockSize,
                            row,
                            sums,
                            (o * blocks + block) * TAPS * LANES);
                }
                float sum = 0;
                for (int i = start; i < start + count; i++) {
                    sum += gradient.values()[i];
                }
                bias[biasAt + o] += sum;
            }
        };
    }

    @Override
    void unpack(float[] sums, float[] dw) {
        for (int o = 0; o < g.outputs(); o++) {
            for (int c = 0; c < g.inputs(); c++) {
                int from = (o * blocks + c / LANES) * TAPS * LANES + c % LANES;
                for (int tap = 0; tap < TAPS; tap++) {
                    dw[(o * g.inputs() + c) * TAPS + tap] = sums[from + tap * LANES];
                }
            }
        }
    }
}
