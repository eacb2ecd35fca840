package quartet.scratch.kernel.scalar;

import quartet.scratch.kernel.textbook.ConvolutionShape;
import quartet.scratch.tensor.Tensor;

/**
 * Convolution of stride 1 and its gradients, with the output channels of one pixel in the innermost loop. The weights
 * are rearranged to [kh, kw, in, out] first, so that this loop runs over contiguous numbers and C2 vectorizes it.
 *
 * <p>All three operations visit the same pairs of pixels: weight (u, v) connects output pixel (i, j) with the image's
 * pixel (i + u - top, j + v - left). They differ in the operation on each pair.
 */
final class ScalarConvolution {
    /** The operation for one weight and one output pixel. */
    private interface PixelOperation {
        /**
         * Processes all channels.
         *
         * @param xAt the index in x of the image pixel's first channel
         * @param wAt the index in w [kh, kw, in, out] of the weights
         * @param yAt the index in y of the output pixel's first channel
         */
        void apply(int xAt, int wAt, int yAt);
    }

    private ScalarConvolution() {}

    /** Implements {@link quartet.scratch.kernel.Kernels#convolve}, without activation. */
    static void forward(ConvolutionShape s, Tensor x, Tensor w, Tensor b, Tensor y) {
        Tensor weights = outputsLast(s, w);
        for (int i = 0; i < y.size(); i += s.out()) {
            y.copyRange(i, b, 0, s.out());
        }
        forEachPixel(s, (xAt, wAt, yAt) -> {
            for (int c = 0; c < s.in(); c++) {
                Rows.addScaled(x.get(xAt + c), weights, wAt + c * s.out(), y, yAt, s.out());
            }
        });
    }

    /** Implements {@link quartet.scratch.kernel.Kernels#convolveBackwardInput}. */
    static void backwardInput(ConvolutionShape s, Tensor dy, Tensor w, Tensor dx) {
        Tensor weights = outputsLast(s, w);
        dx.fill(0);
        forEachPixel(s, (xAt, wAt, yAt) -> {
            for (int c = 0; c < s.in(); c++) {
                dx.add(xAt + c, Rows.dot(weights, wAt + c * s.out(), dy, yAt, s.out()));
            }
        });
    }

    /** Implements {@link quartet.scratch.kernel.Kernels#convolveBackwardWeights}. */
    static void backwardWeights(ConvolutionShape s, Tensor x, Tensor dy, Tensor dw, Tensor db) {
        Tensor sums = dw.like(s.kernelHeight(), s.kernelWidth(), s.in(), s.out());
        forEachPixel(s, (xAt, wAt, yAt) -> {
            for (int c = 0; c < s.in(); c++) {
                Rows.addScaled(x.get(xAt + c), dy, yAt, sums, wAt + c * s.out(), s.out());
            }
        });
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

    /** Returns the weights [out, in, kh, kw] as [kh, kw, in, out]. */
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

    private static void forEachPixel(ConvolutionShape s, PixelOperation operation) {
        for (int n = 0; n < s.images(); n++) {
            for (int u = 0; u < s.kernelHeight(); u++) {
                for (int v = 0; v < s.kernelWidth(); v++) {
                    forEachPixel(s, n, u, v, operation);
                }
            }
        }
    }

    /** Visits the output pixels that see a pixel of image n under weight (u, v). */
    private static void forEachPixel(ConvolutionShape s, int n, int u, int v, PixelOperation operation) {
        int down = u - s.top();
        int right = v - s.left();
        int weightAt = (u * s.kernelWidth() + v) * s.in() * s.out();
        for (int i = Math.max(0, -down); i < Math.min(s.rows(), s.height() - down); i++) {
            for (int j = Math.max(0, -right); j < Math.min(s.columns(), s.width() - right); j++) {
                operation.apply(s.x(n, i, j, 0, u, v), weightAt, s.y(n, i, j, 0));
            }
        }
    }
}
