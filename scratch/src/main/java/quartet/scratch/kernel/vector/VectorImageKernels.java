package quartet.scratch.kernel.vector;

import static quartet.scratch.kernel.vector.FloatTensors.areFloat32;
import static quartet.scratch.kernel.vector.FloatTensors.data;

import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.vector.convolution.ConvolutionGeometry;
import quartet.scratch.kernel.vector.convolution.Convolutions;
import quartet.scratch.kernel.vector.convolution.ImageSource;
import quartet.scratch.kernel.vector.runtime.WorkPartitioner;
import quartet.scratch.kernel.vector.streaming.MaxPooling;
import quartet.scratch.tensor.Tensor;

/**
 * The operations on images of {@link VectorKernels}: convolution and max pooling. Tensors of other precisions than
 * float32 are passed to {@link ScalarKernels}.
 */
final class VectorImageKernels {
    private final WorkPartitioner partitioner;
    private final ScalarKernels scalar;
    private final Convolutions convolutions;

    VectorImageKernels(WorkPartitioner partitioner, ScalarKernels scalar) {
        this.partitioner = partitioner;
        this.scalar = scalar;
        this.convolutions = new Convolutions(partitioner);
    }

    /** Returns the convolutions; the first use in a JVM starts the warm-up of their loops. */
    private Convolutions convolutions() {
        KernelWarmup.startConvolutions();
        return convolutions;
    }

    void convolve(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Activation activation, Tensor y) {
        if (areFloat32(x, w, b, y)) {
            ConvolutionGeometry g = ConvolutionGeometry.of(x, w, y, padTop, padLeft);
            convolutions().forward(g, x.dimension(0), data(x), data(w), data(b), activation, data(y));
        } else {
            scalar.convolve(x, w, b, padTop, padLeft, activation, y);
        }
    }

    void convolve(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Pooled pooled) {
        if (areFloat32(x, w, b, pooled.y())) {
            ConvolutionGeometry g = ConvolutionGeometry.of(x, w, pooled, padTop, padLeft);
            convolutions().forward(g, x.dimension(0), data(x), data(w), data(b), pooled);
        } else {
            scalar.convolve(x, w, b, padTop, padLeft, pooled);
        }
    }

    void convolveBackwardInput(Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        if (areFloat32(dy, w, dx)) {
            ConvolutionGeometry g = ConvolutionGeometry.of(dx, w, dy, padTop, padLeft);
            ImageSource gradient = ImageSource.of(data(dy), g.resultSize());
            convolutions().backwardInput(g, dx.dimension(0), gradient, data(w), data(dx));
        } else {
            scalar.convolveBackwardInput(dy, w, padTop, padLeft, dx);
        }
    }

    void convolveBackwardInput(Pooled pooled, Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        if (areFloat32(dy, w, dx)) {
            ConvolutionGeometry g = ConvolutionGeometry.of(dx, w, pooled, padTop, padLeft);
            convolutions().backwardInput(g, dx.dimension(0), pooled, data(dy), data(w), data(dx));
        } else {
            scalar.convolveBackwardInput(pooled, dy, w, padTop, padLeft, dx);
        }
    }

    void convolveBackwardWeights(Tensor x, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        if (areFloat32(x, dy, dw, db)) {
            ConvolutionGeometry g = ConvolutionGeometry.of(x, dw, dy, padTop, padLeft);
            ImageSource gradient = ImageSource.of(data(dy), g.resultSize());
            convolutions().backwardWeights(g, x.dimension(0), data(x), gradient, data(dw), data(db));
        } else {
            scalar.convolveBackwardWeights(x, dy, padTop, padLeft, dw, db);
        }
    }

    void convolveBackwardWeights(Tensor x, Pooled pooled, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        if (areFloat32(x, dy, dw, db)) {
            ConvolutionGeometry g = ConvolutionGeometry.of(x, dw, pooled, padTop, padLeft);
            convolutions().backwardWeights(g, x.dimension(0), data(x), pooled, data(dy), data(dw), data(db));
        } else {
            scalar.convolveBackwardWeights(x, pooled, dy, padTop, padLeft, dw, db);
        }
    }

    void maxPool(Tensor x, int window, int stride, Activation activation, Tensor y, int[] argmax) {
        if (!areFloat32(x, y)) {
            scalar.maxPool(x, window, stride, activation, y, argmax);
        } else {
            MaxPooling.of(x, window, stride, activation, y).forward(partitioner, data(x), data(y), argmax);
        }
    }

    void maxPoolBackward(Tensor y, Tensor dy, int window, int stride, Activation activation, int[] argmax, Tensor dx) {
        if (!areFloat32(y, dy, dx)) {
            scalar.maxPoolBackward(y, dy, window, stride, activation, argmax, dx);
        } else {
            MaxPooling pooling = MaxPooling.of(dx, window, stride, activation, dy);
            pooling.backward(partitioner, data(y), data(dy), argmax, data(dx));
        }
    }
}
