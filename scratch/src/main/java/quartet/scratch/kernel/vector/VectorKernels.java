package quartet.scratch.kernel.vector;

import static quartet.scratch.kernel.vector.FloatTensors.areFloat32;
import static quartet.scratch.kernel.vector.FloatTensors.data;

import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.textbook.MatrixProduct;
import quartet.scratch.kernel.vector.gemm.Gemm;
import quartet.scratch.kernel.vector.gemm.Gemm.Initial;
import quartet.scratch.kernel.vector.gemm.Gemm.Product;
import quartet.scratch.kernel.vector.gemm.MatrixView;
import quartet.scratch.kernel.vector.runtime.Simd;
import quartet.scratch.kernel.vector.runtime.StridedCopy;
import quartet.scratch.kernel.vector.runtime.ThreadPool;
import quartet.scratch.kernel.vector.runtime.WorkPartitioner;
import quartet.scratch.kernel.vector.streaming.ColumnSums;
import quartet.scratch.kernel.vector.streaming.Elementwise;
import quartet.scratch.kernel.vector.streaming.EmbeddingMean;
import quartet.scratch.kernel.vector.streaming.Losses;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/**
 * The fast kernels, for float32.
 *
 * <p>Matrix products and convolutions use the JDK's incubating Vector API with register and cache blocking. Other
 * operations are plain loops that C2 vectorizes, unless they branch. Large operations run on several threads. Tensors
 * of other precisions are passed to {@link ScalarKernels}. {@link VectorImageKernels} contains the operations on
 * images.
 *
 * <p>Work is divided by fixed rules, so every run with a given number of threads gives the same bits.
 */
public final class VectorKernels implements Kernels {
    private final ScalarKernels scalar = new ScalarKernels();
    private final WorkPartitioner partitioner;
    private final VectorImageKernels images;

    /**
     * Creates kernels that use a number of threads, including the calling one. The first instance of a JVM starts the
     * JIT warm-up.
     *
     * @throws IllegalArgumentException if threads is less than 1
     */
    public VectorKernels(int threads) {
        this(threads, false);
    }

    /**
     * Creates kernels with an option for tests.
     *
     * @param eager whether to use all threads for the smallest work
     */
    VectorKernels(int threads, boolean eager) {
        partitioner = new WorkPartitioner(new ThreadPool(threads), eager);
        images = new VectorImageKernels(partitioner, scalar);
        KernelWarmup.start();
    }

    /** Does the same as {@link #awaitWarmup}, for a network without convolutions. */
    public void awaitMatrixWarmup() {
        KernelWarmup.awaitMatrices();
    }

    /**
     * Waits until the JIT warm-up is over; until then the kernels are slow. It takes a fraction of a second with lowered
     * compile thresholds, and half a minute at most.
     */
    public void awaitWarmup() {
        KernelWarmup.await();
    }

    /** Returns one line for a report. */
    public String description() {
        int threads = partitioner.threads();
        String suffix = threads == 1 ? " thread)" : " threads)";
        return "vector kernels (" + Simd.SPECIES.vectorBitSize() + "-bit vectors, " + threads + suffix;
    }

    private static float floor(Activation activation) {
        return activation == Activation.RELU ? 0 : Float.NEGATIVE_INFINITY;
    }

    @Override
    public void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor c, boolean accumulate) {
        if (!areFloat32(a, b, c)) {
            scalar.matmul(a, transposeA, b, transposeB, c, accumulate);
            return;
        }
        Initial initial = accumulate ? Initial.RESULT : Initial.ZERO;
        multiply(a, transposeA, b, transposeB, initial, data(c), Activation.IDENTITY, c);
    }

    @Override
    public void dense(Tensor x, Tensor w, Tensor b, Activation activation, Tensor y) {
        if (!areFloat32(x, w, b, y)) {
            scalar.dense(x, w, b, activation, y);
            return;
        }
        multiply(x, false, w, false, Initial.ROW, data(b), activation, y);
    }

    private void multiply(
            Tensor a,
            boolean transposeA,
            Tensor b,
            boolean transposeB,
            Initial initial,
            float[] row,
            Activation activation,
            Tensor c) {
        MatrixProduct.requireShapes(a, transposeA, b, transposeB, c);
        MatrixView left = MatrixView.of(data(a), a.dimension(1), transposeA);
        MatrixView right = MatrixView.of(data(b), b.dimension(1), transposeB);
        int inner = a.dimension(transposeA ? 0 : 1);
        Product product = new Product(
                c.dimension(0), c.dimension(1), inner, left, right, initial, row, floor(activation), data(c));
        int parts = partitioner.parts(partitioner.threads(), product.work(), WorkPartitioner.MIN_MULTIPLICATIONS);
        partitioner.runParts(parts, part -> Gemm.multiply(product, part, parts));
    }

    @Override
    public void transpose(Tensor x, int rows, int columns, Tensor y) {
        if (!areFloat32(x, y)) {
            scalar.transpose(x, rows, columns, y);
            return;
        }
        int size = rows * columns;
        partitioner.run(size == 0 ? 0 : x.size() / size, x.size(), WorkPartitioner.MIN_ELEMENTS, (from, to) -> {
            for (int matrix = from; matrix < to; matrix++) {
                StridedCopy.transpose(data(x), matrix * size, rows, columns, data(y), matrix * size);
            }
        });
    }

    @Override
    public void columnSums(Tensor a, Tensor sums) {
        if (areFloat32(a, sums)) {
            sums.fill(0);
            ColumnSums.addRows(data(a), 0, a.dimension(0), a.dimension(1), data(sums), 0);
        } else {
            scalar.columnSums(a, sums);
        }
    }

    @Override
    public void relu(Tensor x, Tensor y) {
        if (areFloat32(x, y)) {
            partitioner.runElements(
                    x.size(), WorkPartitioner.MIN_ELEMENTS, (from, to) -> Elementwise.relu(data(x), data(y), from, to));
        } else {
            scalar.relu(x, y);
        }
    }

    @Override
    public void reluBackward(Tensor y, Tensor dy, Tensor dx) {
        if (areFloat32(y, dy, dx)) {
            partitioner.runElements(
                    y.size(),
                    WorkPartitioner.MIN_ELEMENTS,
                    (from, to) -> Elementwise.reluBackward(data(y), data(dy), data(dx), from, to));
        } else {
            scalar.reluBackward(y, dy, dx);
        }
    }

    @Override
    public void adam(Tensor p, Tensor g, Tensor m, Tensor v, AdamStep step) {
        if (areFloat32(p, g, m, v)) {
            partitioner.runElements(
                    p.size(),
                    WorkPartitioner.MIN_PARAMETERS,
                    (from, to) -> Elementwise.adam(data(p), data(g), data(m), data(v), step, from, to));
        } else {
            scalar.adam(p, g, m, v, step);
        }
    }

    @Override
    public boolean isFinite(Tensor x) {
        return areFloat32(x) ? Elementwise.isFinite(data(x), x.size()) : scalar.isFinite(x);
    }

    @Override
    public double softmaxCrossEntropy(Tensor logits, IntTensor classes, Tensor gradient) {
        if (!areFloat32(logits, gradient)) {
            return scalar.softmaxCrossEntropy(logits, classes, gradient);
        }
        return Losses.softmaxCrossEntropy(
                data(logits), classes.data(), data(gradient), logits.dimension(0), logits.dimension(1));
    }

    @Override
    public double meanSquaredError(Tensor prediction, Tensor target, Tensor gradient) {
        if (!areFloat32(prediction, target, gradient)) {
            return scalar.meanSquaredError(prediction, target, gradient);
        }
        return Losses.meanSquaredError(data(prediction), data(target), data(gradient), prediction.size());
    }

    @Override
    public void convolve(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Activation activation, Tensor y) {
        images.convolve(x, w, b, padTop, padLeft, activation, y);
    }

    @Override
    public void convolve(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Pooled pooled) {
        images.convolve(x, w, b, padTop, padLeft, pooled);
    }

    @Override
    public void convolveBackwardInput(Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        images.convolveBackwardInput(dy, w, padTop, padLeft, dx);
    }

    @Override
    public void convolveBackwardInput(Pooled pooled, Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        images.convolveBackwardInput(pooled, dy, w, padTop, padLeft, dx);
    }

    @Override
    public void convolveBackwardWeights(Tensor x, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        images.convolveBackwardWeights(x, dy, padTop, padLeft, dw, db);
    }

    @Override
    public void convolveBackwardWeights(
            Tensor x, Pooled pooled, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        images.convolveBackwardWeights(x, pooled, dy, padTop, padLeft, dw, db);
    }

    @Override
    public void maxPool(Tensor x, int window, int stride, Activation activation, Tensor y, int[] argmax) {
        images.maxPool(x, window, stride, activation, y, argmax);
    }

    @Override
    public void maxPoolBackward(
            Tensor y, Tensor dy, int window, int stride, Activation activation, int[] argmax, Tensor dx) {
        images.maxPoolBackward(y, dy, window, stride, activation, argmax, dx);
    }

    @Override
    public void embeddingMean(IntTensor ids, Tensor table, Tensor y) {
        if (areFloat32(table, y)) {
            EmbeddingMean.mean(ids, data(table), table.dimension(1), data(y));
        } else {
            scalar.embeddingMean(ids, table, y);
        }
    }

    @Override
    public void embeddingMeanBackward(IntTensor ids, Tensor dy, Tensor dTable) {
        if (areFloat32(dy, dTable)) {
            EmbeddingMean.meanBackward(ids, data(dy), data(dTable), dTable.size(), dTable.dimension(1));
        } else {
            scalar.embeddingMeanBackward(ids, dy, dTable);
        }
    }
}
