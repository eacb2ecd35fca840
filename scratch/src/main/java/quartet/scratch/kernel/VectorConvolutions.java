package quartet.scratch.kernel;

import java.util.Arrays;
import quartet.scratch.kernel.Workspace.Role;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Convolutions of whole batches and their gradients, alone or together with pooling.
 *
 * <p>The trick of doing both together: a convolution's result is four times as large as what pooling leaves of it. For a
 * whole batch it fits no cache, for one image it does. So each image is convolved and pooled before the next one, and
 * on the way back, its gradient is unpooled and used up at once. The large tensor never exists.
 */
record VectorConvolutions(Division division) {

    void forward(ConvolutionGeometry g, int images, float[] x, float[] w, float[] b, Activation activation, float[] y) {
        float floor = activation == Activation.RELU ? 0 : Float.NEGATIVE_INFINITY;
        forward(g, images, Images.of(x, g.imageSize()), w, false, b, floor, y);
    }

    /** @param mirror as {@link VectorConvolution#copyWeights} has it */
    private void forward(
            ConvolutionGeometry g, int images, Images x, float[] w, boolean mirror, float[] b, float floor, float[] y) {
        VectorConvolution convolution = VectorConvolution.of(g);
        float[] panels = convolution.copyWeights(w, mirror);
        division.run(images, images * g.work(), Division.MULTIPLICATIONS, (from, to) -> {
            VectorConvolution.Pass pass = convolution.begin(panels, b, floor);
            for (int image = from; image < to; image++) {
                pass.forward(x.array(image), x.start(image), y, image * g.resultSize());
            }
        });
    }

    void forward(ConvolutionGeometry g, int images, float[] x, float[] w, float[] b, Pooled pooled) {
        VectorPooling pooling = VectorPooling.of(g, pooled);
        VectorConvolution convolution = VectorConvolution.of(g);
        float[] panels = convolution.copyWeights(w, false);
        float[] y = data(pooled.y());
        division.run(images, images * g.work(), Division.MULTIPLICATIONS, (from, to) -> {
            float[] z = Workspace.ofThread().floats(Role.UNPOOLED, g.resultSize());
            VectorConvolution.Pass pass = convolution.begin(panels, b, Float.NEGATIVE_INFINITY);
            for (int image = from; image < to; image++) {
                pass.forward(x, image * g.imageSize(), z, 0);
                pooling.forward(z, 0, y, image, pooled.argmax(), to);
            }
        });
    }

    void backwardInput(ConvolutionGeometry g, int images, Images dy, float[] w, float[] dx) {
        float[] noBias = Workspace.ofThread().zeros(Role.NO_BIAS, g.inputs());
        forward(g.mirrored(), images, dy, w, true, noBias, Float.NEGATIVE_INFINITY, dx);
    }

    void backwardWeights(ConvolutionGeometry g, int images, float[] x, Images dy, float[] dw, float[] db) {
        int parts = division.parts(images, images * g.work(), Division.MULTIPLICATIONS);
        VectorWeightGradients sums = VectorWeightGradients.of(g, parts);
        division.runParts(parts, part -> sums.add(x, dy, part, images * part / parts, images * (part + 1) / parts));
        sums.write(dw, db);
    }

    /** The gradient of what was pooled, image by image, with a pixel of zeros behind each. */
    static Images unpooled(ConvolutionGeometry g, Pooled pooled, float[] dy) {
        VectorPooling pooling = VectorPooling.of(g, pooled);
        float[] y = data(pooled.y());
        return new Images() {
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
