package quartet.scratch.kernel;

/**
 * Convolution of stride 1, and with mirrored weights its gradient by the input, over the images of a batch. Two ways
 * (Strategy): {@link WinogradConvolution} where it fits, else {@link DirectConvolution}. What both mean: {@link
 * ScalarConvolution}.
 */
interface VectorConvolution {
    /** The way for a geometry (Factory). */
    static VectorConvolution of(ConvolutionGeometry geometry) {
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

    /** Some images of a batch: {@code y = max(floor, b + w * x)}, with the weights in panels. */
    void forward(float[] x, float[] panels, float[] b, float floor, float[] y, int fromImage, int toImage);
}
