package quartet.scratch.kernel;

import quartet.scratch.tensor.Tensor;

/**
 * Convolution of stride 1 and its two gradients. All three go through the same pairs of rows, the part of an image row
 * and the part of an output row that one weight connects; they differ in what they do with a pair.
 */
final class ScalarConvolution {
    private enum Pass {
        FORWARD,
        BACKWARD_INPUT,
        BACKWARD_WEIGHTS
    }

    private ScalarConvolution() {}

    static void forward(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Tensor y) {
        int plane = y.dimension(2) * y.dimension(3);
        for (int i = 0; i < y.size(); i++) {
            y.set(i, b.get(i / plane % b.size()));
        }
        sweep(Pass.FORWARD, x, w, padTop, padLeft, y);
    }

    static void backwardInput(Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        dx.fill(0);
        sweep(Pass.BACKWARD_INPUT, dx, w, padTop, padLeft, dy);
    }

    static void backwardWeights(Tensor x, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        dw.fill(0);
        sweep(Pass.BACKWARD_WEIGHTS, x, dw, padTop, padLeft, dy);
        int plane = dy.dimension(2) * dy.dimension(3);
        db.fill(0);
        for (int i = 0; i < dy.dimension(0) * dy.dimension(1); i++) {
            double sum = 0;
            for (int j = 0; j < plane; j++) {
                sum += dy.get(i * plane + j);
            }
            db.add(i % db.size(), sum);
        }
    }

    private static void sweep(Pass pass, Tensor x, Tensor w, int padTop, int padLeft, Tensor y) {
        int taps = w.dimension(2) * w.dimension(3);
        int inputs = x.dimension(1);
        int outputs = y.dimension(1);
        for (int image = 0; image < x.dimension(0); image++) {
            for (int output = 0; output < outputs; output++) {
                for (int input = 0; input < inputs; input++) {
                    for (int tap = 0; tap < taps; tap++) {
                        int weight = (output * inputs + input) * taps + tap;
                        int down = tap / w.dimension(3) - padTop;
                        int right = tap % w.dimension(3) - padLeft;
                        plane(pass, x, image * inputs + input, w, weight, down, right, y, image * outputs + output);
                    }
                }
            }
        }
    }

    /** One weight: it connects each element (i, j) of a plane of y with (i + down, j + right) of a plane of x. */
    private static void plane(
            Pass pass, Tensor x, int xPlane, Tensor w, int weight, int down, int right, Tensor y, int yPlane) {
        int height = x.dimension(2);
        int width = x.dimension(3);
        int rows = y.dimension(2);
        int columns = y.dimension(3);
        int first = Math.max(0, -right);
        int count = Math.min(columns, width - right) - first;
        double scale = w.get(weight);
        double sum = 0;
        for (int i = Math.max(0, -down); i < Math.min(rows, height - down) && count > 0; i++) {
            int xRow = (xPlane * height + i + down) * width + first + right;
            int yRow = (yPlane * rows + i) * columns + first;
            switch (pass) {
                case FORWARD -> Rows.addScaled(scale, x, xRow, y, yRow, count);
                case BACKWARD_INPUT -> Rows.addScaled(scale, y, yRow, x, xRow, count);
                case BACKWARD_WEIGHTS -> sum += Rows.dot(x, xRow, y, yRow, count);
            }
        }
        if (pass == Pass.BACKWARD_WEIGHTS) {
            w.add(weight, sum);
        }
    }
}
