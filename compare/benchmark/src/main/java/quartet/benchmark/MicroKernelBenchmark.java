package quartet.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import quartet.scratch.kernel.vector.microkernel.BlockOfC;
import quartet.scratch.kernel.vector.microkernel.InitialSums;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernels;
import quartet.scratch.kernel.vector.microkernel.PanelA;
import quartet.scratch.kernel.vector.microkernel.PanelB;
import quartet.scratch.kernel.vector.microkernel.ScalarMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideWeightGradientMicroKernel;
import quartet.scratch.kernel.vector.runtime.Simd;
import quartet.scratch.kernel.vector.runtime.Workspace;

/**
 * The micro-kernels alone, with all data in the first-level cache, and the equivalent scalar kernel. The results show
 * the speedup of vectors and an upper bound for the kernels that call them. One call is 2 x rows x columns x depth
 * operations.
 *
 * <p>See {@link Benchmarks} for how to run it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MicroKernelBenchmark {
    /** The number of terms in a sum, as in the first and the second convolution of the image classifier. */
    @Param({"9", "144"})
    public int depth = 144;

    private Operands gemm = new Operands(MicroKernels.GEMM, depth);
    private Operands wideGemm = gemm;
    private Operands convolution = gemm;
    private Operands wideConvolution = gemm;
    private Operands weightGradient = gemm;
    private Operands wideWeightGradient = gemm;

    /** One block for a micro-kernel, with operands of the layout that it expects. */
    private static final class Operands {
        private final MicroKernel kernel;
        private final int depth;
        private final PanelA a;
        private final PanelB b;
        private final InitialSums initial;
        private final BlockOfC c;

        Operands(MicroKernel kernel, int depth) {
            this.kernel = kernel;
            this.depth = depth;
            float[] ones = new float
                    [Math.max(WideWeightGradientMicroKernel.TERM_STRIDE, kernel.rows()) * depth
                            + kernel.rows() * Simd.LANES];
            Arrays.fill(ones, 1);
            boolean packed = kernel == MicroKernels.WIDE_WEIGHT_GRADIENT;
            int termStride = packed ? WideWeightGradientMicroKernel.TERM_STRIDE : 1;
            boolean gemm = kernel == MicroKernels.GEMM || kernel == MicroKernels.WIDE_GEMM;
            a = new PanelA(
                    ones, Workspace.multiples(depth, termStride), Workspace.multiples(kernel.rows(), gemm ? depth : 1));
            b = new PanelB(new float[kernel.columns() * depth], Workspace.multiples(depth, kernel.columns()));
            initial = new InitialSums(new float[kernel.columns()], 0);
            c = new BlockOfC(new float[kernel.rows() * kernel.columns()], kernel.columns(), Float.NEGATIVE_INFINITY);
        }

        float[] vectors() {
            kernel.multiplyVectors(depth, a, 0, b, 0, initial, 0, c, 0);
            return c.data();
        }

        float[] scalars() {
            ScalarMicroKernel.multiply(kernel.rows(), kernel.columns(), depth, a, 0, b, 0, initial, 0, c, 0);
            return c.data();
        }
    }

    /** Allocates the operands. */
    @Setup
    public void create() {
        gemm = new Operands(MicroKernels.GEMM, depth);
        wideGemm = new Operands(MicroKernels.WIDE_GEMM, depth);
        convolution = new Operands(MicroKernels.CONVOLUTION, depth);
        wideConvolution = new Operands(MicroKernels.WIDE_CONVOLUTION, depth);
        weightGradient = new Operands(MicroKernels.WEIGHT_GRADIENT, depth);
        wideWeightGradient = new Operands(MicroKernels.WIDE_WEIGHT_GRADIENT, depth);
    }

    @Benchmark
    public float[] wideGemmWithoutVectors() {
        return wideGemm.scalars();
    }

    @Benchmark
    public float[] gemm() {
        return gemm.vectors();
    }

    @Benchmark
    public float[] wideGemm() {
        return wideGemm.vectors();
    }

    @Benchmark
    public float[] convolution() {
        return convolution.vectors();
    }

    @Benchmark
    public float[] wideConvolution() {
        return wideConvolution.vectors();
    }

    @Benchmark
    public float[] weightGradient() {
        return weightGradient.vectors();
    }

    @Benchmark
    public float[] wideWeightGradient() {
        return wideWeightGradient.vectors();
    }
}
