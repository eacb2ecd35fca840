package quartet.scratch.kernel.vector.convolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.kernel.vector.runtime.VectorLoop;
import quartet.scratch.kernel.vector.runtime.WorkPartitioner;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Buffer;
import quartet.scratch.kernel.vector.streaming.MaxPooling;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Convolutions of whole batches and their gradients, alone or fused with pooling.
 *
 * <p>Fusion keeps the data in the cache. The output of a convolution is four times as large as the result of 2 x 2
 * pooling. The output of a whole batch exceeds the cache, but that of a single image does not. Each image is therefore
 * convolved and pooled before the next one. In the backward pass, its gradient is unpooled and used immediately. The
 * large tensor is never stored. For the most common shapes, the gradients use only those elements that pooling passes on
 * (see {@link SparseGradient}).
 */
public record Convolutions(WorkPartitioner partitioner) {

    /** Returns the vector loops of this package, for the warm-up. */
    public static List<VectorLoop> loops() {
        List<VectorLoop> loops = new ArrayList<>(List.of(ChannelBlockedLayout.loop()));
        loops.addAll(WinogradTransforms.loops());
        loops.addAll(SparseProducts.loops());
        return loops;
    }

    /** Computes {@code y = activation(b + w * x)}: x [images, h, w, in], w [out, in, kh, kw], y [images, oh, ow, out]. */
    public void forward(
            ConvolutionGeometry g, int images, float[] x, float[] w, float[] b, Activation activation, float[] y) {
        float floor = activation == Activation.RELU ? 0 : Float.NEGATIVE_INFINITY;
        forward(g, images, ImageSource.of(x, g.imageSize()), w, false, b, floor, y);
    }

    /** @param flip see {@link ConvolutionAlgorithm#packWeights} */
    private void forward(
            ConvolutionGeometry g,
            int images,
            ImageSource x,
            float[] w,
            boolean flip,
            float[] b,
            float floor,
            float[] y) {
        ConvolutionAlgorithm algorithm = algorithm(g);
        float[] weights = algorithm.packWeights(w, flip);
        partitioner.run(images, images * g.work(), WorkPartitioner.MIN_MULTIPLICATIONS, (from, to) -> {
            ConvolutionAlgorithm.Pass pass = algorithm.begin(weights, b, floor, y);
            for (int image = from; image < to; image++) {
                pass.forward(x.array(image), x.start(image), image * g.resultSize());
            }
        });
    }

    /** Computes the convolution, then maximum pooling with its activation, into pooled. */
    public void forward(ConvolutionGeometry g, int images, float[] x, float[] w, float[] b, Pooled pooled) {
        MaxPooling pooling = pooling(g, pooled);
        ConvolutionAlgorithm algorithm = algorithm(g);
        float[] weights = algorithm.packWeights(w, false);
        float[] y = data(pooled.y());
        partitioner.run(images, images * g.work(), WorkPartitioner.MIN_MULTIPLICATIONS, (from, to) -> {
            float[] z = Workspace.ofThread().floats(Buffer.UNPOOLED, g.resultSize());
            ConvolutionAlgorithm.Pass pass = algorithm.begin(weights, b, Float.NEGATIVE_INFINITY, z);
            for (int image = from; image < to; image++) {
                pass.forward(x, image * g.imageSize(), 0);
                pooling.forward(z, 0, y, image, pooled.argmax(), to);
            }
        });
    }

    /** Computes the input gradient dx [images, h, w, in] from the output gradient. */
    public void backwardInput(ConvolutionGeometry g, int images, ImageSource dy, float[] w, float[] dx) {
        float[] noBias = Workspace.ofThread().zeros(Buffer.ZERO_BIAS, g.inputs());
        forward(g.ofInputGradient(), images, dy, w, true, noBias, Float.NEGATIVE_INFINITY, dx);
    }

    /** Does the same for a convolution that is fused with pooling: dy is the gradient of the pooled output. */
    public void backwardInput(ConvolutionGeometry g, int images, Pooled pooled, float[] dy, float[] w, float[] dx) {
        if (!SparseInputGradient.fits(g, pooled)) {
            backwardInput(g, images, unpooled(g, pooled, dy), w, dx);
            return;
        }
        SparseInputGradient gradient = SparseInputGradient.of(g);
        float[] weights = gradient.packWeights(w);
        partitioner.run(
                images,
                images * g.work(),
                WorkPartitioner.MIN_MULTIPLICATIONS,
                (from, to) -> gradient.run(from, to, pooled, dy, weights, dx));
    }

    /** Computes the weight gradient dw [out, in, kh, kw] and the bias gradient db [out] from the output gradient. */
    public void backwardWeights(ConvolutionGeometry g, int images, float[] x, ImageSource dy, float[] dw, float[] db) {
        int parts = parts(g, images);
        backwardWeights(weightGradients(g, parts, x, dy), images, parts, dw, db);
    }

    /** Does the same for a convolution that is fused with pooling: dy is the gradient of the pooled output. */
    public void backwardWeights(
            ConvolutionGeometry g, int images, float[] x, Pooled pooled, float[] dy, float[] dw, float[] db) {
        int parts = parts(g, images);
        WeightGradients sums = SparseWeightGradients.fits(g, pooled)
                ? new SparseWeightGradients(g, parts, x, pooled, dy)
                : weightGradients(g, parts, x, unpooled(g, pooled, dy));
        backwardWeights(sums, images, parts, dw, db);
    }

    private int parts(ConvolutionGeometry g, int images) {
        return partitioner.parts(images, images * g.work(), WorkPartitioner.MIN_MULTIPLICATIONS);
    }

    private void backwardWeights(WeightGradients sums, int images, int parts, float[] dw, float[] db) {
        partitioner.runParts(parts, part -> sums.add(part, images * part / parts, images * (part + 1) / parts));
        sums.write(dw, db);
    }

    /** Returns the output gradient before pooling, image by image, with a pixel of zeros behind each image. */
    private static ImageSource unpooled(ConvolutionGeometry g, Pooled pooled, float[] dy) {
        MaxPooling pooling = pooling(g, pooled);
        float[] y = data(pooled.y());
        return new ImageSource() {
            @Override
            public float[] array(int image) {
                float[] z = Workspace.ofThread().floats(Buffer.UNPOOLED, g.resultSize() + g.outputs());
                Arrays.fill(z, g.resultSize(), g.resultSize() + g.outputs(), 0);
                pooling.backward(y, dy, pooled.argmax(), image, z, 0);
                return z;
            }

            @Override
            public int start(int image) {
                return 0;
            }
        };
    }

    private static ConvolutionAlgorithm algorithm(ConvolutionGeometry g) {
        return WinogradConvolution.fits(g) ? new WinogradConvolution(g) : new DirectConvolution(g);
    }

    private static WeightGradients weightGradients(ConvolutionGeometry g, int parts, float[] x, ImageSource dy) {
        return WideWeightGradients.fits(g)
                ? new WideWeightGradients(g, parts, x, dy)
                : new DirectWeightGradients(g, parts, x, dy);
    }

    private static MaxPooling pooling(ConvolutionGeometry g, Pooled pooled) {
        return new MaxPooling(
                pooled.y().dimension(0),
                g.rows(),
                g.columns(),
                g.outputs(),
                pooled.y().dimension(1),
                pooled.y().dimension(2),
                pooled.window(),
                pooled.window(),
                pooled.activation() == Activation.RELU);
    }

    private static float[] data(Tensor tensor) {
        return ((FloatTensor) tensor).data();
    }
}
