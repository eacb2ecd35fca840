package quartet.scratch.kernel.vector.convolution;

import java.util.Arrays;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;
import quartet.scratch.kernel.vector.streaming.ColumnSums;

/**
 * Gradients of a convolution with respect to its weights and bias, as sums over the images of a batch (Template Method).
 * The algorithms differ in the layout of the sums. For definitions, see {@link
 * quartet.scratch.kernel.Kernels#convolveBackwardWeights}.
 *
 * <p>Long float sums lose digits. Each sum therefore covers a few images before it is added to the total. Each part of a
 * batch has totals of its own, and these are added in a fixed order.
 */
abstract class WeightGradients {
    /** Images in one sum. */
    private static final int IMAGES_PER_SUM = 4;

    final ConvolutionGeometry g;
    private final int parts;
    /** Numbers in the sums of all weights. */
    private final int size;

    private final float[] totals;
    private final float[] biasTotals;

    /**
     * Creates totals of zero in the workspace of the calling thread.
     *
     * @param parts the number of threads that add images
     * @param size the numbers in the sums of all weights, including padding
     */
    WeightGradients(ConvolutionGeometry geometry, int parts, int size) {
        this.g = geometry;
        this.parts = parts;
        this.size = size;
        totals = Workspace.ofThread().zeros(Buffer.WEIGHT_TOTALS, parts * size);
        biasTotals = Workspace.ofThread().zeros(Buffer.BIAS_TOTALS, parts * g.outputs());
    }

    /** Adds the gradients of the images fromImage..toImage-1 to the totals of a part. */
    final void add(int part, int fromImage, int toImage) {
        float[] sums = Workspace.ofThread().floats(Buffer.WEIGHT_SUMS, size);
        Pass pass = begin(sums);
        for (int image = fromImage; image < toImage; image++) {
            if ((image - fromImage) % IMAGES_PER_SUM == 0) {
                Arrays.fill(sums, 0, size, 0);
            }
            pass.addImage(image, biasTotals, part * g.outputs());
            if ((image - fromImage) % IMAGES_PER_SUM == IMAGES_PER_SUM - 1 || image == toImage - 1) {
                addTo(totals, part * size, sums, 0, size);
            }
        }
    }

    /** Prepares the calling thread for a range of images. */
    abstract Pass begin(float[] sums);

    /** The work of one thread. */
    interface Pass {
        /** Adds the weight gradient of one image to the sums, and its bias gradient to bias from index biasAt on. */
        void addImage(int image, float[] bias, int biasAt);
    }

    /** Adds the bias gradient of an image whose output gradient begins at an index of dy. */
    final void addBias(float[] dy, int dyAt, float[] bias, int biasAt) {
        ColumnSums.addRows(dy, dyAt, g.positions(), g.outputs(), bias, biasAt);
    }

    /** Writes the totals of all parts: dw [out, in, kh, kw] and db [out]. */
    final void write(float[] dw, float[] db) {
        for (int part = 1; part < parts; part++) {
            addTo(totals, 0, totals, part * size, size);
            addTo(biasTotals, 0, biasTotals, part * g.outputs(), g.outputs());
        }
        System.arraycopy(biasTotals, 0, db, 0, g.outputs());
        unpack(totals, dw);
    }

    /** Copies sums from their own layout to dw [out, in, kh, kw]. */
    abstract void unpack(float[] sums, float[] dw);

    private static void addTo(float[] total, int at, float[] sums, int from, int count) {
        for (int i = 0; i < count; i++) {
            total[at + i] += sums[from + i];
        }
    }
}
