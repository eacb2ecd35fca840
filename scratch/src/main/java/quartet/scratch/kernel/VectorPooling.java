package quartet.scratch.kernel;

import java.util.Arrays;
import quartet.scratch.tensor.Tensor;

/**
 * Maximum over windows and its gradient on plain arrays.
 *
 * <p>The trick: which of two numbers is larger cannot be guessed, and a processor that guesses wrong starts over. In a
 * window of 2 x 2, by far the most frequent, the sign bits of differences select the maximum without a branch. What it means: {@link ScalarKernels#maxPool}.
 */
record VectorPooling(int planes, int height, int width, int rows, int columns, int window, int stride) {

    static VectorPooling of(Tensor x, int window, int stride, Tensor y) {
        return new VectorPooling(
                y.dimension(0) * y.dimension(1),
                x.dimension(2),
                x.dimension(3),
                y.dimension(2),
                y.dimension(3),
                window,
                stride);
    }

    /** Planes fromPlane..toPlane-1 of the output. */
    void forward(float[] x, float[] y, int[] argmax, int fromPlane, int toPlane) {
        for (int plane = fromPlane; plane < toPlane; plane++) {
            for (int row = 0; row < rows; row++) {
                int corner = (plane * height + row * stride) * width;
                int to = (plane * rows + row) * columns;
                if (window == 2) {
                    pairs(x, corner, width, stride, y, to, columns, argmax);
                } else {
                    windows(x, corner, width, window, stride, y, to, columns, argmax);
                }
            }
        }
    }

    private static void pairs(
            float[] x, int corner, int width, int stride, float[] y, int to, int columns, int[] argmax) {
        for (int j = 0; j < columns; j++) {
            int i = corner + j * stride;
            int below = i + width;
            float fromLeft = x[i] - x[i + 1];
            float fromLeftBelow = x[below] - x[below + 1];
            int upper = i + oneIfNegative(fromLeft);
            int lower = below + oneIfNegative(fromLeftBelow);
            int best = upper + (lower - upper) * oneIfNegative(x[upper] - x[lower]);
            y[to + j] = x[best];
            argmax[to + j] = best;
            // A NaN has any sign, and so has the difference of infinities.
            if (Float.isNaN(fromLeft + fromLeftBelow)) {
                windows(x, i, width, 2, 1, y, to + j, 1, argmax);
            }
        }
    }

    private static int oneIfNegative(float number) {
        return Float.floatToRawIntBits(number) >>> (Float.SIZE - 1);
    }

    private static void windows(
            float[] x, int corner, int width, int window, int stride, float[] y, int to, int columns, int[] argmax) {
        for (int j = 0; j < columns; j++) {
            int best = corner + j * stride;
            for (int u = 0; u < window; u++) {
                for (int v = 0; v < window; v++) {
                    int candidate = corner + u * width + j * stride + v;
                    if (x[candidate] > x[best] || Float.isNaN(x[candidate])) {
                        best = candidate;
                    }
                }
            }
            y[to + j] = x[best];
            argmax[to + j] = best;
        }
    }

    /** Scatters elements from..to-1 of dy, whose maxima stand in elements fromInput..toInput-1 of dx. */
    static void backward(float[] dy, int[] argmax, float[] dx, int from, int to, int fromInput, int toInput) {
        Arrays.fill(dx, fromInput, toInput, 0);
        for (int i = from; i < to; i++) {
            dx[argmax[i]] += dy[i];
        }
    }
}
