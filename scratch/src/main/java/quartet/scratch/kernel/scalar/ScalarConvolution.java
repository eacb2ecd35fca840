package quartet.scratch.kernel.scalar;

import quartet.scratch.kernel.textbook.ConvolutionShape;
import quartet.scratch.tensor.Tensor;

/**
 * Convolution of stride 1 and its gradients, with the output channels of one pixel in the innermost loop. The weights
 * are rearranged to [kh, kw, in, out] first, so that this loop runs over contiguous numbers and C2 vectorizes it.
 *
 * <p>All three operations visit the same pairs of pixels: weight (u, v) connects output pixel (i, j) with the image's
 * pixel (i + u - top, j + v - left). They differ in the row operation for each pair and input channel.
 */
final class ScalarConvolution {
    /** What to do for one weight, one output pixel and one input channel. */
    private interface RowOperation {
        /**
         * Processes the output channels of one pixel.
         *
         * @param xAt the index in x of the input channel
         * @param wAt the index in w [kh, kw, in, out] of its weights
         * @param yAt the index in y of the pixel's first channel
         */
        void apply(int xAt, int wAt, int yAt);
    }

    private ScalarConvolution() {}

    /** As {@link quartet.scratch.kernel.Kernels#convolve}, without activation. */
    static void forward(ConvolutionShape s, Tensor x, Tensor w, Tensor b, Tensor y) {
        Tensor weights = outputsLast(s, w);
        for (int i = 0; i < y.size(); i += s.out()) {
            y.copyRange(i, b, 0, s.out());
        }
        forEachRow(s, (xAt, wAt, yAt) -> Rows.addScaled(x.get(xAt), weights, wAt, y, yAt, s.out()));
    }

    /** As {@link quartet.scratch.kernel.Kernels#convolveBackwardInput}. */
    static void backwardInput(ConvolutionShape s, Tensor dy, Tensor w, Tensor dx) {
        Tensor weights = outputsLast(s, w);
        dx.fill(0);
        forEachRow(s, (xAt, wAt, yAt) -> dx.add(xAt, Rows.dot(weights, wAt, dy, yAt, s.out())));
    }

    /** As {@link quartet.scratch.kernel.Kernels#convolveBackwardWeights}. */
    static void backwardWeights(ConvolutionShape s, Tensor x, Tensor dy, Tensor dw, Tensor db) {
        Tensor sums = dw.like(s.kernelHeight(), s.kernelWidth(), s.in(), s.out());
        forEachRow(s, (xAt, wAt, yAt) -> Rows.addScaled(x.get(xAt), dy, yAt, sums, wAt, s.out()));
        for (int u = 0, at = 0; u < s.kernelHeight(); u++) {
            for (int v = 0; v < s.kernelWidth(); v++) {
                for (int c = 0; c < s.in(); c++) {
                    for (int o = 0; o < s.out(); o++) {
                        dw.set(s.w(o, c, u, v), sums.get(at++));
                    }
                }
            }
        }
        db.fill(0);
        for (int i = 0; i < dy.size(); i += s.out()) {
            Rows.addScaled(1, dy, i, db, 0, s.out());
        }
    }

    /** The weights [out, in, kh, kw] as [kh, kw, in, out]. */
    private static Tensor outputsLast(ConvolutionShape s, Tensor w) {
        Tensor weights = w.like(s.kernelHeight(), s.kernelWidth(), s.in(), s.out());
        for (int u = 0, at = 0; u < s.kernelHeight(); u++) {
            for (int v = 0; v < s.kernelWidth(); v++) {
                for (int c = 0; c < s.in(); c++) {
                    for (int o = 0; o < s.out(); o++) {
                        weights.set(at++, w.get(s.w(o, c, u, v)));
                    }
                }
            }
        }
        return weights;
    }

    private static void forEachRow(ConvolutionShape s, RowOperation operation) {
        for (int n = 0; n < s.images(); n++) {
            for (int u = 0; u < s.kernelHeight(); u++) {
                for (int v = 0; v < s.kernelWidth(); v++) {
                    forEachPixel(s, n, u, v, operation);
                }
            }
        }
    }

    /** Visits the output pixels that see a pixel of image n under weight (u, v). */
    private static void forEachPixel(ConvolutionShape s, int n, int u, int v, RowOperation operation) {
        int down = u - s.top();
        int right = v - s.left();
        int weightAt = (u * s.kernelWidth() + v) * s.in() * s.out();
        for (int i = Math.max(0, -down); i < Math.min(s.rows(), s.height() - down); i++) {
            for (int j = Math.max(0, -right); j < Math.min(s.columns(), s.width() - right); j++) {
                int xAt = s.x(n, i, j, 0, u, v);
                int yAt = s.y(n, i, j, 0);
                for (int c = 0; c < s.in(); c++) {
                    operation.apply(xAt + c, weightAt + c * s.out(), yAt);
                }
            }
        }
    }
}
