package quartet.scratch.kernel.textbook;

import quartet.scratch.kernel.Activation;
import quartet.scratch.tensor.Tensor;

/** Maximum over square windows, and its gradient. */
final class MaxPooling {
    private MaxPooling() {}

    /**
     * Computes {@code y[n,i,j,c] = activation(max_{u,v < window} x[n, i stride + u, j stride + v, c])}; argmax gets
     * the index in x. Shapes: x [images, height, width, channels], y [images, rows, columns, channels].
     */
    static void forward(Tensor x, int window, int stride, Activation activation, Tensor y, int[] argmax) {
        int height = x.dimension(1);
        int width = x.dimension(2);
        int channels = x.dimension(3);
        int to = 0;
        for (int n = 0; n < y.dimension(0); n++) {
            for (int i = 0; i < y.dimension(1); i++) {
                for (int j = 0; j < y.dimension(2); j++) {
                    for (int c = 0; c < channels; c++) {
                        int corner = ((n * height + i * stride) * width + j * stride) * channels + c;
                        int best = indexOfMaximum(x, corner, window, width, channels);
                        double maximum = x.get(best);
                        y.set(to, activation == Activation.RELU ? Math.max(0, maximum) : maximum);
                        argmax[to++] = best;
                    }
                }
            }
        }
    }

    /**
     * Returns the first of equal maxima. NaN counts as greater than every number, so that pooling does not hide it.
     */
    private static int indexOfMaximum(Tensor x, int corner, int window, int width, int channels) {
        int best = corner;
        for (int u = 0; u < window; u++) {
            for (int v = 0; v < window; v++) {
                int candidate = corner + (u * width + v) * channels;
                if (x.get(candidate) > x.get(best) || Double.isNaN(x.get(candidate))) {
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** Computes {@code dx[argmax[i]] += dy[i]} where the activation passes a gradient; dx starts from zero. */
    static void backward(Tensor y, Tensor dy, Activation activation, int[] argmax, Tensor dx) {
        dx.fill(0);
        for (int i = 0; i < dy.size(); i++) {
            if (activation == Activation.IDENTITY || y.get(i) > 0) {
                dx.add(argmax[i], dy.get(i));
            }
        }
    }
}
