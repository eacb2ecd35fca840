package quartet.scratch.kernel.vector.microkernel;

import java.util.List;
import java.util.stream.Stream;

/** The micro-kernels. They have no state, so all threads share them. */
public final class MicroKernels {
    /** Matrix products of few columns: 8 rows x 1 vector. */
    public static final MicroKernel GEMM = new GemmMicroKernel();
    /** Matrix products: 8 rows x 2 vectors. */
    public static final MicroKernel WIDE_GEMM = new WideGemmMicroKernel();
    /** Convolutions to at most one vector of output channels: 14 pixels x 1 vector. */
    public static final MicroKernel CONVOLUTION = new ConvolutionMicroKernel();
    /** Convolutions to more output channels: 7 pixels x 2 vectors. */
    public static final MicroKernel WIDE_CONVOLUTION = new WideConvolutionMicroKernel();
    /** Weight gradients of convolutions: 3 x 3 weights x 1 vector of output channels. */
    public static final MicroKernel WEIGHT_GRADIENT = new WeightGradientMicroKernel();
    /** Weight gradients of convolutions with many channels: 8 input channels x 2 vectors of output channels. */
    public static final MicroKernel WIDE_WEIGHT_GRADIENT = new WideWeightGradientMicroKernel();

    private MicroKernels() {}

    /** Returns all of them. */
    public static List<MicroKernel> all() {
        return Stream.concat(matrices().stream(), convolutions().stream()).toList();
    }

    /** Returns the micro-kernels of matrix products, the most important first. */
    public static List<MicroKernel> matrices() {
        return List.of(WIDE_GEMM, GEMM);
    }

    /** Returns the micro-kernels of convolutions, the most important first. */
    public static List<MicroKernel> convolutions() {
        return List.of(CONVOLUTION, WIDE_CONVOLUTION, WIDE_WEIGHT_GRADIENT, WEIGHT_GRADIENT);
    }
}
