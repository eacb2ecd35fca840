package quartet.scratch.kernel.vector.convolution;

import java.util.Arrays;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.kernel.vector.runtime.WorkPartitioner;
import quartet.scratch.kernel.vector.runtime.Workspace;
import quartet.scratch.kernel.vector.runtime.Workspace.Role;
import quartet.scratch.kernel.vector.streaming.MaxPooling;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Convolutions of whole batches and their gradients, alone or together with pooling.
 *
 * <p>The trick of doing both together: a convolution's result is four times as large as what pooling leaves of it. For a
 * whole batch it fits no cache, for one image it does. So each image is convolved and pooled before the next one, and
 * on the way back, its gradient is unpooled and used up at once. The large tensor never exists.
 */
public record Convolutions(WorkPartitioner division) {

    public void forward(
            ConvolutionGeometry g, int images, float[] x, float[] w, float[] b, Activation activation, float[] y) {
        float floor = activation == Activation.RELU ? 0 : Float.NEGATIVE_INFINITY;
        forward(g, images, ImageSource.of(x, g.imageSize()), w, false, b, floor, y);
    }

    /** @param mirror as {@link ConvolutionAlgorithm#copyWeights} has it */
    private void forward(
            ConvolutionGeometry g,
            int images,
            ImageSource x,
            float[] w,
            boolean mirror,
            float[] b,
            float floor,
            float[] y) {
        ConvolutionAlgorithm convolution = ConvolutionAlgorithm.of(g);
        float[] panels = convolution.copyWeights(w, mirror);
        division.run(images, images * g.work(), WorkPartitioner.MULTIPLICATIONS, (from, to) -> {
            ConvolutionAlgorithm.Pass pass = convolution.begin(panels, b, floor);
            for (int image = from; image < to; image++) {
                pass.forward(x.array(image), x.start(image), y, image * g.resultSize());
            }
        });
    }

    public void forward(ConvolutionGeometry g, int images, float[] x, float[] w, float[] b, Pooled pooled) {
        MaxPooling pooling = MaxPooling.of(g, pooled);
        ConvolutionAlgorithm convolution = ConvolutionAlgorithm.of(g);
        float[] panels = convolution.copyWeights(w, false);
        float[] y = data(pooled.y());
        division.run(images, images * g.work(), WorkPartitioner.MULTIPLICATIONS, (from, to) -> {
            float[] z = Workspace.ofThread().floats(Role.UNPOOLED, g.resultSize());
            ConvolutionAlgorithm.Pass pass = convolution.begin(panels, b, Float.NEGATIVE_INFINITY);
            for (int image = from; image < to; image++) {
                pass.forward(x, image * g.imageSize(), z, 0);
                pooling.forward(z, 0, y, image, pooled.argmax(), to);
            }
        });
    }

    public void backwardInput(ConvolutionGeometry g, int images, ImageSource dy, float[] w, float[] dx) {
        float[] noBias = Workspace.ofThread().zeros(Role.NO_BIAS, g.inputs());
        forward(g.mirrored(), images, dy, w, true, noBias, Float.NEGATIVE_INFINITY, dx);
    }

    public void backwardWeights(ConvolutionGeometry g, int images, float[] x, ImageSource dy, float[] dw, float[] db) {
        int parts = division.parts(images, images * g.work(), WorkPartitioner.MULTIPLICATIONS);
        WeightGradients sums = WeightGradients.of(g, parts);
        division.runParts(parts, part -> sums.add(x, dy, part, images * part / parts, images * (part + 1) / parts));
        sums.write(dw, db);
    }

    /** The gradient of what was pooled, image by image, with a pixel of zeros behind each. */
    public static ImageSource unpooled(ConvolutionGeometry g, Pooled pooled, float[] dy) {
        MaxPooling pooling = MaxPooling.of(g, pooled);
        float[] y = data(pooled.y());
        return new ImageSource() {
            @Override
            public float[] array(int image) {
                float[] z = Workspace.ofThread().floats(Role.UNPOOLED, g.resultSize() + g.outputs());
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

    private static float[] data(Tensor tensor) {
        return ((FloatTensor) tensor).data();
    }
}
