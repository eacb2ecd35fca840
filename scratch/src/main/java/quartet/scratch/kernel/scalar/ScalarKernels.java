package quartet.scratch.kernel.scalar;

import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.textbook.ConvolutionShape;
import quartet.scratch.kernel.textbook.MatrixProduct;
import quartet.scratch.kernel.textbook.TextbookKernels;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Plain loops that C2 vectorizes, for both precisions. They serve JVMs without the Vector API, and float64 everywhere.
 *
 * <p>The loops of an operation are ordered so that the innermost one runs over contiguous numbers, see {@link Rows}.
 * Operations that gain nothing from that are the {@link TextbookKernels}.
 */
public final class ScalarKernels implements Kernels {
    private final TextbookKernels textbook = new TextbookKernels();

    @Override
    public void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor c, boolean accumulate) {
        MatrixProduct.requireShapes(a, transposeA, b, transposeB, c);
        if (!accumulate) {
            c.fill(0);
        }
        int inner = a.dimension(transposeA ? 0 : 1);
        if (transposeB) {
            addDotProducts(a, transposeA, b, c, inner);
        } else {
            addScaledRows(a, transposeA, b, c, inner);
        }
    }

    /** Computes {@code C += op(A) B}, row by row of B. */
    private static void addScaledRows(Tensor a, boolean transposeA, Tensor b, Tensor c, int inner) {
        int m = c.dimension(0);
        int n = c.dimension(1);
        if (transposeA) {
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

    /** Computes {@code C += op(A) B^T}. Both factors of a sum are contiguous if A is not transposed. */
    private static void addDotProducts(Tensor a, boolean transposeA, Tensor b, Tensor c, int inner) {
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
        int outputs = y.dimension(1);
        for (int i = 0; i < y.dimension(0); i++) {
            y.copyRange(i * outputs, b, 0, outputs);
        }
        matmul(x, false, w, false, y, true);
        if (activation == Activation.RELU) {
            relu(y, y);
        }
    }

    @Override
    public void transpose(Tensor x, int rows, int columns, Tensor y) {
        textbook.transpose(x, rows, columns, y);
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
        textbook.relu(x, y);
    }

    @Override
    public void reluBackward(Tensor y, Tensor dy, Tensor dx) {
        textbook.reluBackward(y, dy, dx);
    }

    @Override
    public void adam(Tensor p, Tensor g, Tensor m, Tensor v, AdamStep s) {
        if (p instanceof FloatTensor pf
                && g instanceof FloatTensor gf
                && m instanceof FloatTensor mf
                && v instanceof FloatTensor vf) {
            adam(pf.data(), gf.data(), mf.data(), vf.data(), p.size(), s);
        } else {
            textbook.adam(p, g, m, v, s);
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
        return textbook.softmaxCrossEntropy(logits, classes, gradient);
    }

    @Override
    public double meanSquaredError(Tensor prediction, Tensor target, Tensor gradient) {
        return textbook.meanSquaredError(prediction, target, gradient);
    }

    @Override
    public void convolve(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Activation activation, Tensor y) {
        ScalarConvolution.forward(ConvolutionShape.of(x, w, y, padTop, padLeft), x, w, b, y);
        if (activation == Activation.RELU) {
            relu(y, y);
        }
    }

    @Override
    public void convolveBackwardInput(Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        ScalarConvolution.backwardInput(ConvolutionShape.of(dx, w, dy, padTop, padLeft), dy, w, dx);
    }

    @Override
    public void convolveBackwardWeights(Tensor x, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        ScalarConvolution.backwardWeights(ConvolutionShape.of(x, dw, dy, padTop, padLeft), x, dy, dw, db);
    }

    @Override
    public void maxPool(Tensor x, int window, int stride, Activation activation, Tensor y, int[] argmax) {
        textbook.maxPool(x, window, stride, activation, y, argmax);
    }

    @Override
    public void maxPoolBackward(
            Tensor y, Tensor dy, int window, int stride, Activation activation, int[] argmax, Tensor dx) {
        textbook.maxPoolBackward(y, dy, window, stride, activation, argmax, dx);
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
