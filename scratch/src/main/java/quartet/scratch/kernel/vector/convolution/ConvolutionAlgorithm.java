package quartet.scratch.kernel.vector.convolution;

import quartet.scratch.kernel.Kernels;

/**
 * Convolution of stride 1, and with mirrored weights its gradient by the input, over the images of a batch. Two ways
 * (Strategy): {@link WinogradConvolution} where it fits, else {@link DirectConvolution}. What both mean: {@link
 * Kernels#convolve}.
 */
public interface ConvolutionAlgorithm {
    /** The way for a geometry (Factory). */
    static ConvolutionAlgorithm of(ConvolutionGeometry geometry) {
        return WinogradConvolution.fits(geometry) ? new WinogradConvolution(geometry) : new DirectConvolution(geometry);
    }

    /**
     * The weights in the order in which tiles read them, in memory of the calling thread: for each group of output
     * channels, a vector or two for each term of the sum. A channel too few has weights of zero.
     *
     * @param mirror whether w is that of the convolution whose mirrored geometry is ours: [in, out, kh, kw], and each
     *     kernel is to be turned by 180 degrees
     */
    float[] copyWeights(float[] w, boolean mirror);

    /**
     * Prepares the calling thread for images to come.
     *
     * @param panels the weights
     * @param b the bias, with as many numbers as there are output channels
     * @param floor the least result: 0 for a rectifier, else negative infinity
     */
    Pass begin(float[] panels, float[] b, float floor);

    /** What a thread does with each of some images. */
    interface Pass {
        /** The image that begins at a position of x: {@code y = max(floor, b + w * x)}. */
        void forward(float[] x, int at, float[] y, int to);
    }
}
