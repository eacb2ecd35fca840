package quartet.scratch.kernel.textbook;

import quartet.scratch.tensor.Tensor;

/**
 * Convolution of stride 1 and its two gradients. Each is one loop nest over all pairs of an output and a weight;
 * {@link ConvolutionShape} lists the shapes.
 */
final class Convolution {
    private Convolution() {}

    /**
     * Computes {@code y[n,i,j,o] = b[o] + sum_{c,u,v} w[o,c,u,v] x[n, i+u-top, j+v-left, c]}, with x = 0 outside the
     * image.
     */
    static void forward(ConvolutionShape s, Tensor x, Tensor w, Tensor b, Tensor y) {
        for (int n = 0; n < s.images(); n++) {
            for (int i = 0; i < s.rows(); i++) {
                for (int j = 0; j < s.columns(); j++) {
                    for (int o = 0; o < s.out(); o++) {
                        y.set(s.y(n, i, j, o), b.get(o) + sum(s, x, w, n, i, j, o));
                    }
                }
            }
        }
    }

    private static double sum(ConvolutionShape s, Tensor x, Tensor w, int n, int i, int j, int o) {
        double sum = 0;
        for (int c = 0; c < s.in(); c++) {
            for (int u = 0; u < s.kernelHeight(); u++) {
                for (int v = 0; v < s.kernelWidth(); v++) {
                    if (s.isInside(i, j, u, v)) {
                        sum += w.get(s.w(o, c, u, v)) * x.get(s.x(n, i, j, c, u, v));
                    }
                }
            }
        }
        return sum;
    }

    /**
     * Computes {@code dx[n, i+u-top, j+v-left, c] += w[o,c,u,v] dy[n,i,j,o]} for all n, i, j, o, c, u, v; dx starts
     * from zero.
     */
    static void backwardInput(ConvolutionShape s, Tensor dy, Tensor w, Tensor dx) {
        dx.fill(0);
        for (int n = 0; n < s.images(); n++) {
            for (int i = 0; i < s.rows(); i++) {
                for (int j = 0; j < s.columns(); j++) {
                    for (int o = 0; o < s.out(); o++) {
                        addInputGradient(s, dy.get(s.y(n, i, j, o)), w, dx, n, i, j, o);
                    }
                }
            }
        }
    }

    private static void addInputGradient(
            ConvolutionShape s, double dy, Tensor w, Tensor dx, int n, int i, int j, int o) {
        for (int c = 0; c < s.in(); c++) {
            for (int u = 0; u < s.kernelHeight(); u++) {
                for (int v = 0; v < s.kernelWidth(); v++) {
                    if (s.isInside(i, j, u, v)) {
                        dx.add(s.x(n, i, j, c, u, v), w.get(s.w(o, c, u, v)) * dy);
                    }
                }
            }
        }
    }

    /**
     * Computes the gradients of weights and bias.
     * <pre>{@code
     * dw[o,c,u,v] = sum_{n,i,j} dy[n,i,j,o] x[n, i+u-top, j+v-left, c]
     * db[o] = sum_{n,i,j} dy[n,i,j,o]
     * }</pre>
     */
    static void backwardWeights(ConvolutionShape s, Tensor x, Tensor dy, Tensor dw, Tensor db) {
        for (int o = 0; o < s.out(); o++) {
            for (int c = 0; c < s.in(); c++) {
                for (int u = 0; u < s.kernelHeight(); u++) {
                    for (int v = 0; v < s.kernelWidth(); v++) {
                        dw.set(s.w(o, c, u, v), weightGradient(s, x, dy, o, c, u, v));
                    }
                }
            }
        }
        MatrixProduct.columnSums(dy.view(s.images() * s.rows() * s.columns(), s.out()), db);
    }

    private static double weightGradient(ConvolutionShape s, Tensor x, Tensor dy, int o, int c, int u, int v) {
        double sum = 0;
        for (int n = 0; n < s.images(); n++) {
            for (int i = 0; i < s.rows(); i++) {
                for (int j = 0; j < s.columns(); j++) {
                    if (s.isInside(i, j, u, v)) {
                        sum += dy.get(s.y(n, i, j, o)) * x.get(s.x(n, i, j, c, u, v));
                    }
                }
            }
        }
        return sum;
    }
}
