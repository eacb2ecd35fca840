package quartet.scratch.kernel.scalar;

import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * The kernels as a textbook writes them, for both precisions. Sums inside a loss are taken in float64 whatever the
 * precision of the tensors.
 */
public final class ScalarKernels implements Kernels {

    @Override
    public void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor c, boolean accumulate) {
        requireProduct(a, transposeA, b, transposeB, c);
        int m = c.dimension(0);
        int n = c.dimension(1);
        int inner = a.dimension(transposeA ? 0 : 1);
        if (!accumulate) {
            c.fill(0);
        }
        if (transposeB) {
            matmulByColumns(a, transposeA, b, c, inner);
        } else if (transposeA) {
            for (int k = 0; k < inner; k++) {
                for (int i = 0; i < m; i++) {
                    Rows.addScaled(a.get(k * m + i), b, k * n, c, i * n, n);
                }
            }
        } else {
            for (int i = 0; i < m; i++) {
                for (int k = 0; k < inner; k++) {
                    Rows.addScaled(a.get(i * inner + k), b, k * n, c, i * n, n);
                }
            }
        }
    }

    /**
     * Checks the shapes of a matrix product.
     *
     * @throws IllegalArgumentException if they do not fit
     */
    public static void requireProduct(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor c) {
        int m = a.dimension(transposeA ? 1 : 0);
        int inner = a.dimension(transposeA ? 0 : 1);
        int n = b.dimension(transposeB ? 0 : 1);
        if (b.dimension(transposeB ? 1 : 0) != inner) {
            throw Shapes.mismatch("matmul", "a second factor with inner dimension " + inner, b);
        }
        if (!c.hasShape(m, n)) {
            throw Shapes.mismatch("matmul", "a product of shape [" + m + ", " + n + "]", c);
        }
    }

    private static void matmulByColumns(Tensor a, boolean transposeA, Tensor b, Tensor c, int inner) {
        int m = c.dimension(0);
        int n = c.dimension(1);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                if (transposeA) {
                    for (int k = 0; k < inner; k++) {
                        sum += a.get(k * m + i) * b.get(j * inner + k);
                    }
                } else {
                    sum = Rows.dot(a, i * inner, b, j * inner, inner);
                }
                c.add(i * n + j, sum);
            }
        }
    }

    @Override
    public void dense(Tensor x, Tensor w, Tensor b, Activation activation, Tensor y) {
        y.fill(0);
        int outputs = y.dimension(1);
        for (int i = 0; i < y.dimension(0); i++) {
            Rows.addScaled(1, b, 0, y, i * outputs, outputs);
        }
        matmul(x, false, w, false, y, true);
        if (activation == Activation.RELU) {
            relu(y, y);
        }
    }

    @Override
    public void transpose(Tensor x, int rows, int columns, Tensor y) {
        int size = rows * columns;
        for (int i = 0; i < x.size(); i++) {
            int inMatrix = i % size;
            y.set(i - inMatrix + inMatrix % columns * rows + inMatrix / columns, x.get(i));
        }
    }

    @Override
    public void columnSums(Tensor a, Tensor sums) {
        sums.fill(0);
        int columns = a.dimension(1);
        for (int i = 0; i < a.dimension(0); i++) {
            Rows.addScaled(1, a, i * columns, sums, 0, columns);
        }
    }

    @Override
    public void relu(Tensor x, Tensor y) {
        for (int i = 0; i < x.size(); i++) {
            y.set(i, Math.max(0, x.get(i)));
        }
    }

    @Override
    public void reluBackward(Tensor y, Tensor dy, Tensor dx) {
        for (int i = 0; i < y.size(); i++) {
            dx.set(i, y.get(i) > 0 ? dy.get(i) : 0);
        }
    }

    @Override
    public void adam(Tensor p, Tensor g, Tensor m, Tensor v, AdamStep s) {
        if (p instanceof FloatTensor pf
                && g instanceof FloatTensor gf
                && m instanceof FloatTensor mf
                && v instanceof FloatTensor vf) {
            adam(pf.data(), gf.data(), mf.data(), vf.data(), p.size(), s);
            return;
        }
        for (int i = 0; i < p.size(); i++) {
            m.set(i, s.beta1() * m.get(i) + (1 - s.beta1()) * g.get(i));
            v.set(i, s.beta2() * v.get(i) + (1 - s.beta2()) * g.get(i) * g.get(i));
            double scale = Math.sqrt(v.get(i) / s.correction2()) + s.epsilon();
            p.add(i, -s.learningRate() * (m.get(i) / s.correction1()) / scale);
        }
    }

    private static void adam(float[] p, float[] g, float[] m, float[] v, int size, AdamStep s) {
        float beta1 = (float) s.beta1();
        float beta2 = (float) s.beta2();
        float rest1 = (float) (1 - s.beta1());
        float rest2 = (float) (1 - s.beta2());
        float rate = (float) (s.learningRate() / s.correction1());
        float root2 = (float) Math.sqrt(s.correction2());
        float epsilon = (float) s.epsilon();
        for (int i = 0; i < size; i++) {
            m[i] = beta1 * m[i] + rest1 * g[i];
            v[i] = beta2 * v[i] + rest2 * g[i] * g[i];
            p[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) / root2 + epsilon);
        }
    }

    @Override
    public double softmaxCrossEntropy(Tensor logits, IntTensor classes, Tensor gradient) {
        int rows = logits.dimension(0);
        int columns = logits.dimension(1);
        double loss = 0;
        for (int i = 0; i < rows; i++) {
            int row = i * columns;
            // Subtracting the maximum keeps every exponential in 0..1, whatever the size of the logits.
            double maximum = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                maximum = Math.max(maximum, logits.get(row + j));
            }
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += Math.exp(logits.get(row + j) - maximum);
            }
            int target = classes.data()[i];
            loss += Math.log(sum) - (logits.get(row + target) - maximum);
            for (int j = 0; j < columns; j++) {
                double probability = Math.exp(logits.get(row + j) - maximum) / sum;
                gradient.set(row + j, (probability - (j == target ? 1 : 0)) / rows);
            }
        }
        return loss / rows;
    }

    @Override
    public double meanSquaredError(Tensor prediction, Tensor target, Tensor gradient) {
        int count = prediction.size();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double difference = prediction.get(i) - target.get(i);
            sum += difference * difference;
            gradient.set(i, 2 * difference / count);
        }
        return sum / count;
    }

    @Override
    public void convolve(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Activation activation, Tensor y) {
        ScalarConvolution.forward(x, w, b, padTop, padLeft, y);
        if (activation == Activation.RELU) {
            relu(y, y);
        }
    }

    @Override
    public void convolveBackwardInput(Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        ScalarConvolution.backwardInput(dy, w, padTop, padLeft, dx);
    }

    @Override
    public void convolveBackwardWeights(Tensor x, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        ScalarConvolution.backwardWeights(x, dy, padTop, padLeft, dw, db);
    }

    @Override
    public void maxPool(Tensor x, int window, int stride, Activation activation, Tensor y, int[] argmax) {
        int width = x.dimension(2);
        int channels = x.dimension(3);
        int i = 0;
        for (int image = 0; image < y.dimension(0); image++) {
            for (int row = 0; row < y.dimension(1); row++) {
                for (int column = 0; column < y.dimension(2); column++) {
                    int pixel = (image * x.dimension(1) + row * stride) * width + column * stride;
                    for (int c = 0; c < channels; c++, i++) {
                        argmax[i] = largest(x, pixel * channels + c, window, width, channels);
                        y.set(i, x.get(argmax[i]));
                    }
                }
            }
        }
        if (activation == Activation.RELU) {
            relu(y, y);
        }
    }

    /** A NaN wins over every number, so that it is not hidden. */
    private static int largest(Tensor x, int corner, int window, int width, int channels) {
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

    @Override
    public void maxPoolBackward(
            Tensor y, Tensor dy, int window, int stride, Activation activation, int[] argmax, Tensor dx) {
        dx.fill(0);
        for (int i = 0; i < dy.size(); i++) {
            if (activation == Activation.IDENTITY || y.get(i) > 0) {
                dx.add(argmax[i], dy.get(i));
            }
        }
    }

    @Override
    public void embeddingMean(IntTensor ids, Tensor table, Tensor y) {
        ScalarEmbedding.mean(ids, table, y);
    }

    @Override
    public void embeddingMeanBackward(IntTensor ids, Tensor dy, Tensor dTable) {
        ScalarEmbedding.meanBackward(ids, dy, dTable);
    }
}
