package quartet.scratch.kernel.vector.convolution;

import java.util.Arrays;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;
import quartet.scratch.kernel.vector.streaming.ColumnSums;

/**
 * Gradients of a convolution by its weights and bias, as sums over the images of a batch. Two ways (Template Method):
 * {@link WideWeightGradients} where it fits, else {@link DirectWeightGradients}. What both mean: {@link
 * Kernels#convolve}.
 *
 * <p>Sums that run long lose digits, so each holds some images only, before it is added to the total. Each part of a
 * batch sums up by itself; the parts' totals are added in their order.
 */
public abstract class WeightGradients {
    /** ImageSource in one sum. */
    private static final int IMAGES = 4;

    public final ConvolutionGeometry g;
    private final int parts;
    /** The numbers of all sums. */
    private final int size;

    private final float[] totals;
    private final float[] biasTotals;

    /** Totals in the memory of the calling thread. */
    public WeightGradients(ConvolutionGeometry geometry, int parts, int size) {
        this.g = geometry;
        this.parts = parts;
        this.size = size;
        totals = Workspace.ofThread().zeros(Role.TOTALS, parts * size);
        biasTotals = Workspace.ofThread().zeros(Role.BIAS_TOTALS, parts * g.outputs());
    }

    /** The way for a geometry (Factory). */
    public static WeightGradients of(ConvolutionGeometry geometry, int parts) {
        return WideWeightGradients.fits(geometry)
                ? new WideWeightGradients(geometry, parts)
                : new DirectWeightGradients(geometry, parts);
    }

    /** Adds the gradients of some images to the totals of a part. */
    public final void add(float[] x, ImageSource dy, int part, int fromImage, int toImage) {
        float[] sums = Workspace.ofThread().floats(Role.SUMS, size);
        begin(sums);
        for (int image = fromImage; image < toImage; image++) {
            if ((image - fromImage) % IMAGES == 0) {
                Arrays.fill(sums, 0, size, 0);
            }
            float[] gradient = dy.array(image);
            int start = dy.start(image);
            addImage(x, image * g.imageSize(), gradient, start);
            ColumnSums.addRows(gradient, start, g.positions(), g.outputs(), biasTotals, part * g.outputs());
            if ((image - fromImage) % IMAGES == IMAGES - 1 || image == toImage - 1) {
                addTo(totals, part * size, sums, 0, size);
            }
        }
    }

    /** Prepares a thread for images to come. */
    public abstract void begin(float[] sums);

    /** Adds the gradient by the weights of one image to the sums. */
    public abstract void addImage(float[] x, int at, float[] dy, int dyAt);

    /** The gradients: [out, in, kh, kw] and [out]. */
    public final void write(float[] dw, float[] db) {
        for (int part = 1; part < parts; part++) {
            addTo(totals, 0, totals, part * size, size);
            addTo(biasTotals, 0, biasTotals, part * g.outputs(), g.outputs());
        }
        System.arraycopy(biasTotals, 0, db, 0, g.outputs());
        writeWeights(totals, dw);
    }

    public abstract void writeWeights(float[] sums, float[] dw);

    private static void addTo(float[] total, int at, float[] sums, int from, int count) {
        for (int i = 0; i < count; i++) {
            total[at + i] += sums[from + i];
        }
    }

    public static int divide(int count, int size) {
        return (count + size - 1) / size;
    }
}
