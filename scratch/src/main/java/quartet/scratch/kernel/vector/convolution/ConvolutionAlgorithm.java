package quartet.scratch.kernel.vector.convolution;

/**
 * An algorithm for convolution of stride 1, image by image (Strategy). With flipped kernels it also computes the
 * gradient with respect to the input. For definitions, see {@link quartet.scratch.kernel.Kernels#convolve}.
 */
interface ConvolutionAlgorithm {

    /**
     * Packs the weights in the order in which the micro-kernel reads them, into the workspace of the calling thread: for
     * each group of output channels, one or two vectors for each term of the sum. Channels that are missing in the last
     * group get weights of zero.
     *
     * @param flip whether w is [in, out, kh, kw] of the convolution whose input gradient is computed, so that each kernel
     *     has to be turned by 180 degrees; else w is [out, in, kh, kw]
     */
    float[] packWeights(float[] w, boolean flip);

    /**
     * Prepares the calling thread for a range of images.
     *
     * @param weights the packed weights
     * @param bias one number for each output channel
     * @param floor the least number of the result: 0 for ReLU, negative infinity for no activation
     * @param y the array of the results
     */
    Pass begin(float[] weights, float[] bias, float floor, float[] y);

    /** The work of one thread. */
    interface Pass {
        /** Computes {@code y = max(floor, bias + w * x)} for the image that begins at an index of x. */
        void forward(float[] x, int xAt, int yAt);
    }
}
