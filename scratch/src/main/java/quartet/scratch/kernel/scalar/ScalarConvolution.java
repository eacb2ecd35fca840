package quartet.scratch.kernel.scalar;

import quartet.scratch.tensor.Tensor;

/**
 * Convolution of stride 1 and its two gradients. All three go through the same pairs of pixels, the one of the image and
 * the one of the output that a weight's place (u, v) connects; they differ in what they do with a pair and the matrix
 * of weights [in, out] between their channels.
 */
final class ScalarConvolution {
    private enum Pass {
        FORWARD,
        BACKWARD_INPUT,
        BACKWARD_WEIGHTS
    }

    private ScalarConvolution() {}

    static void forward(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Tensor y) {
        for (int i = 0; i < y.size(); i++) {
            y.set(i, b.get(i % b.size()));
        }
        sweep(Pass.FORWARD, x, byPlace(w), padTop, padLeft, y);
    }

    static void backwardInput(Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        dx.fill(0);
        sweep(Pass.BACKWARD_INPUT, dx, byPlace(w), padTop, padLeft, dy);
    }

    static void backwardWeights(Tensor x, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        Tensor sums = byPlace(dw);
        sums.fill(0);
        sweep(Pass.BACKWARD_WEIGHTS, x, sums, padTop, padLeft, dy);
        int kernel = dw.dimension(2) * dw.dimension(3);
        for (int i = 0; i < dw.size(); i++) {
            dw.set(i, sums.get(i % kernel * dw.dimension(0) * dw.dimension(1) + fromInputToOutput(dw, i / kernel)));
        }
        db.fill(0);
        for (int i = 0; i < dy.size(); i += db.size()) {
            Rows.addScaled(1, dy, i, db, 0, db.size());
        }
    }

    /** Weights [out, in, kh, kw] as [kh, kw, in, out]. */
    private static Tensor byPlace(Tensor w) {
        int kernel = w.dimension(2) * w.dimension(3);
        Tensor matrices = w.reuse(Tensor.none(), w.dimension(2), w.dimension(3), w.dimension(1), w.dimension(0));
        for (int i = 0; i < w.size(); i++) {
            matrices.set(i % kernel * w.dimension(0) * w.dimension(1) + fromInputToOutput(w, i / kernel), w.get(i));
        }
        return matrices;
    }

    /** In a matrix [in, out], the place of what in [out, in] is element i. */
    private static int fromInputToOutput(Tensor w, int i) {
        return i % w.dimension(1) * w.dimension(0) + i / w.dimension(1);
    }

    private static void sweep(Pass pass, Tensor x, Tensor w, int padTop, int padLeft, Tensor y) {
        for (int image = 0; image < x.dimension(0); image++) {
            for (int u = 0; u < w.dimension(0); u++) {
                for (int v = 0; v < w.dimension(1); v++) {
                    place(pass, x, w, u, v, u - padTop, v - padLeft, y, image);
                }
            }
        }
    }

    /** One place (u, v) of an image: it connects each pixel (i, j) of y with (i + down, j + right) of x. */
    private static void place(Pass pass, Tensor x, Tensor w, int u, int v, int down, int right, Tensor y, int image) {
        int height = x.dimension(1);
        int width = x.dimension(2);
        int rows = y.dimension(1);
        int columns = y.dimension(2);
        int matrix = u * w.dimension(1) + v;
        for (int i = Math.max(0, -down); i < Math.min(rows, height - down); i++) {
            for (int j = Math.max(0, -right); j < Math.min(columns, width - right); j++) {
                int pixelOfX = (image * height + i + down) * width + j + right;
                int pixelOfY = (image * rows + i) * columns + j;
                pixel(pass, x, pixelOfX, w, matrix, y, pixelOfY);
            }
        }
    }

    private static void pixel(Pass pass, Tensor x, int pixelOfX, Tensor w, int matrix, Tensor y, int pixelOfY) {
        int inputs = x.dimension(3);
        int outputs = y.dimension(3);
        for (int c = 0; c < inputs; c++) {
            int from = pixelOfX * inputs + c;
            int row = (matrix * inputs + c) * outputs;
            int to = pixelOfY * outputs;
            switch (pass) {
                case FORWARD -> Rows.addScaled(x.get(from), w, row, y, to, outputs);
                case BACKWARD_INPUT -> x.add(from, Rows.dot(w, row, y, to, outputs));
                case BACKWARD_WEIGHTS -> Rows.addScaled(x.get(from), y, to, w, row, outputs);
            }
        }
    }
}
