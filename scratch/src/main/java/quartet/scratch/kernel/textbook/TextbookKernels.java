package quartet.scratch.kernel.textbook;

import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/**
 * All operations in plain loops, for both precisions. Every sum is computed in float64 for tensors of any precision.
 * The loops serve as documentation and as the reference for other kernels; they are slow.
 */
public final class TextbookKernels implements Kernels {

    @Override
    public void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor c, boolean accumulate) {
        MatrixProduct.multiply(a, transposeA, b, transposeB, c, accumulate);
    }

    @Override
    public void dense(Tensor x, Tensor w, Tensor b, Activation activation, Tensor y) {
        MatrixProduct.dense(x, w, b, activation, y);
    }

    @Override
    public void transpose(Tensor x, int rows, int columns, Tensor y) {
        MatrixProduct.transpose(x, rows, columns, y);
    }

    @Override
    public void columnSums(Tensor a, Tensor sums) {
        MatrixProduct.columnSums(a, sums);
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
        for (int i = 0; i < p.size(); i++) {
            m.set(i, s.beta1() * m.get(i) + (1 - s.beta1()) * g.get(i));
            v.set(i, s.beta2() * v.get(i) + (1 - s.beta2()) * g.get(i) * g.get(i));
            double scale = Math.sqrt(v.get(i) / s.correction2()) + s.epsilon();
            p.add(i, -s.learningRate() * (m.get(i) / s.correction1()) / scale);
        }
    }

    @Override
    public double softmaxCrossEntropy(Tensor logits, IntTensor classes, Tensor gradient) {
        return Losses.softmaxCrossEntropy(logits, classes, gradient);
    }

    @Override
    public double meanSquaredError(Tensor prediction, Tensor target, Tensor gradient) {
        return Losses.meanSquaredError(prediction, target, gradient);
    }

    @Override
    public void convolve(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Activation activation, Tensor y) {
        Convolution.forward(ConvolutionShape.of(x, w, y, padTop, padLeft), x, w, b, y);
        if (activation == Activation.RELU) {
            relu(y, y);
        }
    }

    @Override
    public void convolveBackwardInput(Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        Convolution.backwardInput(ConvolutionShape.of(dx, w, dy, padTop, padLeft), dy, w, dx);
    }

    @Override
    public void convolveBackwardWeights(Tensor x, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        Convolution.backwardWeights(ConvolutionShape.of(x, dw, dy, padTop, padLeft), x, dy, dw, db);
    }

    @Override
    public void maxPool(Tensor x, int window, int stride, Activation activation, Tensor y, int[] argmax) {
        MaxPooling.forward(x, window, stride, activation, y, argmax);
    }

    @Override
    public void maxPoolBackward(
            Tensor y, Tensor dy, int window, int stride, Activation activation, int[] argmax, Tensor dx) {
        MaxPooling.backward(y, dy, activation, argmax, dx);
    }

    @Override
    public void embeddingMean(IntTensor ids, Tensor table, Tensor y) {
        EmbeddingMean.forward(ids, table, y);
    }

    @Override
    public void embeddingMeanBackward(IntTensor ids, Tensor dy, Tensor dTable) {
        EmbeddingMean.backward(ids, dy, dTable);
    }
}
