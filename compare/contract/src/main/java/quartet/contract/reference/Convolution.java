package quartet.contract.reference;

import quartet.contract.CnnSpec;

/**
 * Convolution (cross-correlation) of one image with stride 1. Pixels outside the image are zero, so the size is
 * preserved. Another {@link Padding} changes only the pixels that are read there.
 *
 * <pre>{@code
 * y[o,i,j] = b[o] + sum_{c,u,v} w[o,c,u,v] x[c, i+u-1, j+v-1]
 * dw[o,c,u,v] = sum_{i,j} dy[o,i,j] x[c, i+u-1, j+v-1];   db[o] = sum_{i,j} dy[o,i,j]
 * dx[c, i+u-1, j+v-1] += w[o,c,u,v] dy[o,i,j]
 * }</pre>
 *
 * Shapes: x [in, height, width], w [out, in, 3, 3], b [out], y [out, height, width].
 */
final class Convolution implements Layer {
    private static final int K = CnnSpec.KERNEL;

    private final int in;
    private final int out;
    private final int height;
    private final int width;
    private final Padding padding;
    private final Parameters parameters;
    private final String name;
    private final double[] w;
    private final double[] b;
    private double[] x = {};

    Convolution(Parameters parameters, String name, Padding padding, int in, int out, int height, int width) {
        this.in = in;
        this.out = out;
        this.height = height;
        this.width = width;
        this.padding = padding;
        this.parameters = parameters;
        this.name = name;
        w = parameters.values(name + ".weight");
        b = parameters.values(name + ".bias");
    }

    /** Visits every product of one image: weight index, input index, output index. */
    private interface Product {
        void visit(int w, int x, int y);
    }

    @Override
    public Signal forward(Signal input) {
        x = input.values();
        double[] y = new double[out * height * width];
        double[] magnitudes = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[i / (height * width)];
            magnitudes[i] = Math.abs(y[i]);
        }
        products((wi, xi, yi) -> {
            double product = w[wi] * x[xi];
            y[yi] += product;
            magnitudes[yi] += Math.abs(product);
        });
        return new Signal(y, magnitudes);
    }

    @Override
    public double[] backward(double[] dy) {
        double[] dw = parameters.gradient(name + ".weight");
        double[] db = parameters.gradient(name + ".bias");
        double[] dx = new double[x.length];
        for (int i = 0; i < dy.length; i++) {
            db[i / (height * width)] += dy[i];
        }
        products((wi, xi, yi) -> {
            dw[wi] += dy[yi] * x[xi];
            dx[xi] += dy[yi] * w[wi];
        });
        return dx;
    }

    private void products(Product product) {
        for (int o = 0; o < out; o++) {
            for (int c = 0; c < in; c++) {
                for (int u = 0; u < K; u++) {
                    for (int v = 0; v < K; v++) {
                        plane(product, ((o * in + c) * K + u) * K + v, c, o, u - K / 2, v - K / 2);
                    }
                }
            }
        }
    }

    /** Visits all products of one weight. */
    private void plane(Product product, int wi, int c, int o, int down, int right) {
        int[] rows = padding.sources(down, height);
        int[] columns = padding.sources(right, width);
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                if (rows[i] >= 0 && columns[j] >= 0) {
                    product.visit(wi, (c * height + rows[i]) * width + columns[j], (o * height + i) * width + j);
                }
            }
        }
    }
}
