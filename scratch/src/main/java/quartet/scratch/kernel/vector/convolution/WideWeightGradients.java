package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.microkernel.WideWeightGradientMicroKernel.COLUMNS;
import static quartet.scratch.kernel.vector.microkernel.WideWeightGradientMicroKernel.ROWS;
import static quartet.scratch.kernel.vector.runtime.Simd.LANES;
import static quartet.scratch.kernel.vector.runtime.Simd.divideUp;

import java.util.Arrays;
import quartet.scratch.kernel.vector.microkernel.BlockOfC;
import quartet.scratch.kernel.vector.microkernel.InitialSums;
import quartet.scratch.kernel.vector.microkernel.MicroKernels;
import quartet.scratch.kernel.vector.microkernel.PanelA;
import quartet.scratch.kernel.vector.microkernel.PanelB;
import quartet.scratch.kernel.vector.microkernel.WideWeightGradientMicroKernel;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;
import quartet.scratch.kernel.vector.runtime.Workspace.Offsets;

/**
 * The sum of {@link DirectWeightGradients} for convolutions with many channels. A block is one weight of the kernel, 8
 * input channels and two vectors of output channels.
 *
 * <p>The wide micro-kernel uses each number of the image twice, but needs a constant distance between the terms. So the
 * sum runs over whole rows of the padded image, where pixels are equally far apart even across the end of a row. At the
 * pixels of the border, the output gradient is a pixel of zeros. These multiplications are wasted, two pixels in each
 * row for a 3 x 3 kernel, but the micro-kernel saves more time than they cost.
 *
 * <p>Winograd's method would save a third of the multiplications here as well, but it computes the gradient from
 * differences of larger numbers. The gradient of a weight that no image uses would then be a rounding error instead of
 * zero, and Adam moves a weight by as much for a tiny gradient as for any other.
 */
final class WideWeightGradients extends WeightGradients {
    private static final int BLOCK = ROWS * COLUMNS;

    private final float[] x;
    private final ImageSource dy;
    /** Groups of input channels: the rows of a block. */
    private final int inputGroups;
    /** Groups of output channels: the columns of a block. */
    private final int outputGroups;
    /** Numbers in one channel block of the padded image. */
    private final int blockSize;

    WideWeightGradients(ConvolutionGeometry g, int parts, float[] x, ImageSource dy) {
        super(g, parts, g.kernelHeight() * g.kernelWidth() * divideUp(g.inputs(), ROWS) * g.outputs() * ROWS);
        this.x = x;
        this.dy = dy;
        inputGroups = divideUp(g.inputs(), ROWS);
        outputGroups = g.outputs() / COLUMNS;
        blockSize = g.paddedSize() * LANES;
    }

    /** Returns whether input and output channels fill a block, and the packed layout is that of the padded image. */
    static boolean fits(ConvolutionGeometry g) {
        return LANES == WideWeightGradientMicroKernel.TERM_STRIDE && g.inputs() >= ROWS && g.outputs() % COLUMNS == 0;
    }

    @Override
    Pass begin(float[] sums) {
        Workspace workspace = Workspace.ofThread();
        int depth = (g.rows() - 1) * g.paddedWidth() + g.columns();
        int[] gradientTerms = workspace.offsets(Offsets.TERMS_OF_B, depth);
        for (int q = 0; q < depth; q++) {
            int column = q % g.paddedWidth();
            // The border reads the pixel of zeros behind the last one.
            int pixel = column < g.columns() ? q / g.paddedWidth() * g.columns() + column : g.positions();
            gradientTerms[q] = pixel * g.outputs();
        }
        PanelA image = new PanelA(
                workspace.zeros(Buffer.PADDED_IMAGE, divideUp(g.inputs(), LANES) * blockSize),
                workspace.multiples(Offsets.TERMS_OF_A, depth, LANES),
                workspace.multiples(Offsets.ROWS_OF_A, ROWS, 1));
        return new ImagePass(depth, image, gradientTerms, sums);
    }

    /** The operands of the micro-kernel, for all images of one thread. */
    private final class ImagePass implements Pass {
        private final int depth;
        private final PanelA image;
        private final int[] gradientTerms;
        private final InitialSums initial;
        private final BlockOfC sums;
        private PanelB gradient;

        ImagePass(int depth, PanelA image, int[] gradientTerms, float[] sums) {
            this.depth = depth;
            this.image = image;
            this.gradientTerms = gradientTerms;
            initial = new InitialSums(sums, COLUMNS);
            this.sums = new BlockOfC(sums, COLUMNS, Float.NEGATIVE_INFINITY);
            gradient = new PanelB(sums, gradientTerms);
        }

        @Override
        public void addImage(int number, float[] bias, int biasAt) {
            ChannelBlockedLayout.copyImage(g, x, number * g.imageSize(), image.data(), blockSize);
            float[] array = dy.array(number);
            int at = dy.start(number);
            int size = g.resultSize();
            if (zerosFollow(array, at + size)) {
                multiply(array, at);
            } else {
                float[] copy = Workspace.ofThread().floats(Buffer.GRADIENT_COPY, size + g.outputs());
                System.arraycopy(array, at, copy, 0, size);
                Arrays.fill(copy, size, size + g.outputs(), 0);
                multiply(copy, 0);
            }
            addBias(array, at, bias, biasAt);
        }

        /** Returns whether a pixel of zeros begins at an index. */
        private boolean zerosFollow(float[] array, int at) {
            if (at + g.outputs() > array.length) {
                return false;
            }
            for (int i = at; i < at + g.outputs(); i++) {
                if (array[i] != 0) {
                    return false;
                }
            }
            return true;
        }

        private void multiply(float[] array, int start) {
            if (gradient.data() != array) {
                gradient = new PanelB(array, gradientTerms);
            }
            for (int u = 0; u < g.kernelHeight(); u++) {
                for (int v = 0; v < g.kernelWidth(); v++) {
                    for (int c = 0; c < inputGroups; c++) {
                        int channel = c * ROWS;
                        int pixel = (u * g.paddedWidth() + v) * LANES;
                        int imageAt = channel / LANES * blockSize + pixel + channel % LANES;
                        for (int o = 0; o < outputGroups; o++) {
                            int at = indexOf(u, v, c, o);
                            MicroKernels.WIDE_WEIGHT_GRADIENT.multiply(
                                    depth, image, imageAt, gradient, start + o * COLUMNS, initial, at, sums, at);
                        }
                    }
                }
            }
        }
    }

    /** Returns the index of a block in the sums. */
    private int indexOf(int u, int v, int inputGroup, int outputGroup) {
        return (((u * g.kernelWidth() + v) * inputGroups + inputGroup) * outputGroups + outputGroup) * BLOCK;
    }

    @Override
    void unpack(float[] sums, float[] dw) {
        int to = 0;
        for (int o = 0; o < g.outputs(); o++) {
            for (int c = 0; c < g.inputs(); c++) {
                int inBlock = c % ROWS * COLUMNS + o % COLUMNS;
                for (int u = 0; u < g.kernelHeight(); u++) {
                    for (int v = 0; v < g.kernelWidth(); v++) {
                        dw[to++] = sums[indexOf(u, v, c / ROWS, o / COLUMNS) + inBlock];
                    }
                }
            }
        }
    }
}
