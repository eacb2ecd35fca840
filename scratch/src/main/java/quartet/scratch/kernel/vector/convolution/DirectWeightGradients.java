package quartet.scratch.kernel.vector.convolution;

import static quartet.scratch.kernel.vector.microkernel.WeightGradientMicroKernel.COLUMNS;
import static quartet.scratch.kernel.vector.microkernel.WeightGradientMicroKernel.ROWS;
import static quartet.scratch.kernel.vector.microkernel.WeightGradientMicroKernel.RUN;
import static quartet.scratch.kernel.vector.microkernel.WeightGradientMicroKernel.RUNS;
import static quartet.scratch.kernel.vector.runtime.Simd.divideUp;

import quartet.scratch.kernel.vector.convolution.ConvolutionGeometry.Visible;
import quartet.scratch.kernel.vector.microkernel.BlockOfC;
import quartet.scratch.kernel.vector.microkernel.InitialSums;
import quartet.scratch.kernel.vector.microkernel.MicroKernels;
import quartet.scratch.kernel.vector.microkernel.PanelA;
import quartet.scratch.kernel.vector.microkernel.PanelB;
import quartet.scratch.kernel.vector.runtime.StridedCopy;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;
import quartet.scratch.kernel.vector.runtime.Workspace.Offsets;

/**
 * Weight gradient of a convolution as a matrix product with implicit im2col: a sum over output pixels.
 * <pre>{@code
 * dw[(u,v,c), o] = sum_{i,j} x[(i+u, j+v), c] dy[(i,j), o]
 * }</pre>
 *
 * <p>The product needs the transpose of the im2col matrix. In a padded image, all pixels under one row of the kernel
 * are contiguous, including their channels. A block of the micro-kernel reads three adjacent numbers from each of
 * three kernel rows. The output gradient is read in place.
 */
final class DirectWeightGradients extends WeightGradients {
    private final float[] x;
    private final ImageSource dy;
    /** Weights of one kernel row and one output channel: pixels with their channels. */
    private final int rowWeights;

    DirectWeightGradients(ConvolutionGeometry g, int parts, float[] x, ImageSource dy) {
        super(
                g,
                parts,
                divideUp(g.kernelHeight(), RUNS)
                        * divideUp(g.kernelWidth() * g.inputs(), RUN)
                        * divideUp(g.outputs(), COLUMNS)
                        * ROWS
                        * COLUMNS);
        this.x = x;
        this.dy = dy;
        rowWeights = g.kernelWidth() * g.inputs();
    }

    @Override
    Pass begin(float[] sums) {
        Workspace workspace = Workspace.ofThread();
        int[] imageTerms = workspace.offsets(Offsets.TERMS_OF_A, g.positions());
        int[] gradientTerms = workspace.offsets(Offsets.TERMS_OF_B, g.positions());
        for (int q = 0; q < g.positions(); q++) {
            imageTerms[q] = (q / g.columns() * g.paddedWidth() + q % g.columns()) * g.inputs();
            gradientTerms[q] = q * g.outputs();
        }
        float[] padded = workspace.zeros(Buffer.PADDED_IMAGE, g.paddedSize() * g.inputs() + RUN);
        PanelA[] images = new PanelA[divideUp(g.kernelHeight(), RUNS)];
        for (int i = 0; i < images.length; i++) {
            images[i] = new PanelA(padded, imageTerms, weightOffsets(i * RUNS));
        }
        return new ImagePass(images, gradientTerms, sums);
    }

    /** Returns the offsets in the padded image of a block's weights, three kernel rows from u on. */
    private int[] weightOffsets(int u) {
        int[] offsets = new int[ROWS];
        for (int r = 0; r < ROWS; r++) {
            // If the kernel has no such row, the last one is computed again.
            int row = Math.min(u + r / RUN, g.kernelHeight() - 1);
            offsets[r] = row * g.paddedWidth() * g.inputs() + r % RUN;
        }
        return offsets;
    }

    /** The operands of the micro-kernel, for all images of one thread. */
    private final class ImagePass implements Pass {
        /** The padded image, once for each group of three kernel rows. */
        private final PanelA[] images;

        private final int[] gradientTerms;
        private final InitialSums initial;
        private final BlockOfC sums;
        private PanelB gradient;

        ImagePass(PanelA[] images, int[] gradientTerms, float[] sums) {
            this.images = images;
            this.gradientTerms = gradientTerms;
            initial = new InitialSums(sums, COLUMNS);
            this.sums = new BlockOfC(sums, COLUMNS, Float.NEGATIVE_INFINITY);
            gradient = new PanelB(sums, gradientTerms);
        }

        @Override
        public void addImage(int image, float[] bias, int biasAt) {
            copyToPadded(image * g.imageSize());
            float[] array = dy.array(image);
            int at = dy.start(image);
            if (at + g.resultSize() + COLUMNS > array.length && g.outputs() % COLUMNS != 0) {
                // The last vectors would read beyond the array.
                float[] copy = Workspace.ofThread().floats(Buffer.GRADIENT_COPY, g.resultSize() + COLUMNS);
                System.arraycopy(array, at, copy, 0, g.resultSize());
                multiply(copy, 0);
            } else {
                multiply(array, at);
            }
            addBias(array, at, bias, biasAt);
        }

        private void copyToPadded(int xAt) {
            Visible visible = g.visible();
            StridedCopy.copy(
                    x,
                    xAt + visible.from() * g.inputs(),
                    g.width() * g.inputs(),
                    images[0].data(),
                    visible.to() * g.inputs(),
                    g.paddedWidth() * g.inputs(),
                    visible.rows(),
                    visible.columns() * g.inputs());
        }

        private void multiply(float[] array, int start) {
            if (gradient.data() != array) {
                gradient = new PanelB(array, gradientTerms);
            }
            int at = 0;
            for (PanelA image : images) {
                for (int i = 0; i < rowWeights; i += RUN) {
                    for (int o = 0; o < g.outputs(); o += COLUMNS) {
                        MicroKernels.WEIGHT_GRADIENT.multiply(
                                g.positions(), image, i, gradient, start + o, initial, at, sums, at);
                        at += ROWS * COLUMNS;
                    }
                }
            }
        }
    }

    @Override
    void unpack(float[] sums, float[] dw) {
        for (int u = 0; u < g.kernelHeight(); u++) {
            for (int i = 0; i < rowWeights; i++) {
                int to = i % g.inputs() * g.kernelHeight() * g.kernelWidth() + u * g.kernelWidth() + i / g.inputs();
                for (int o = 0; o < g.outputs(); o++) {
                    dw[o * g.taps() + to] = sums[indexOf(u, i) + o % COLUMNS + o / COLUMNS * ROWS * COLUMNS];
                }
            }
        }
    }

    /** Returns the index in the sums of a weight of kernel row u, for the first output channel. */
    private int indexOf(int u, int i) {
        int block = u / RUNS * divideUp(rowWeights, RUN) + i / RUN;
        int row = u % RUNS * RUN + i % RUN;
        return (block * divideUp(g.outputs(), COLUMNS) * ROWS + row) * COLUMNS;
    }
}
