package quartet.scratch.kernel.vector.microkernel;

import java.util.Arrays;
import java.util.List;
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

/**
 * The innermost loops alone, with all data in the first-level cache, beside their twin without vectors: what vectors
 * buy, and what a kernel could reach at most. One call is 2 x rows x width x depth operations.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MicroKernelBenchmark {
    /** The terms of a sum: as in a first convolution, and as in a second one. */
    @Param({"9", "144"})
    public int depth = 144;

    private final MicroKernel matrixTile = new GemmMicroKernel();
    private final MicroKernel wideMatrixTile = new WideGemmMicroKernel();
    private final MicroKernel panelTile = new WideWeightGradientMicroKernel();
    private final MicroKernel pixelTile = new ConvolutionMicroKernel();
    private final MicroKernel widePixelTile = new WideConvolutionMicroKernel();
    private final MicroKernel windowTile = new WeightGradientMicroKernel();

    @Setup
    public void create() {
        for (MicroKernel tile : List.of(matrixTile, wideMatrixTile, panelTile, pixelTile, widePixelTile, windowTile)) {
            tile.a = new float[WideWeightGradientMicroKernel.DISTANCE * depth + tile.rows * MicroKernel.LANES];
            tile.aTerms = MicroKernel.distances(depth, tile == panelTile ? WideWeightGradientMicroKernel.DISTANCE : 1);
            tile.b = new float[tile.width * depth];
            tile.bTerms = MicroKernel.distances(depth, tile.width);
            tile.depth = depth;
            tile.start = new float[tile.width];
            tile.c = new float[tile.rows * tile.width];
            tile.cStride = tile.width;
            Arrays.fill(tile.a, 1);
        }
        matrixTile.setRowDistance(depth);
        wideMatrixTile.setRowDistance(depth);
    }

    @Benchmark
    public float[] wideMatrixTileWithoutVectors() {
        ScalarMicroKernel.multiply(wideMatrixTile, 0, 0, 0, 0);
        return wideMatrixTile.c;
    }

    @Benchmark
    public float[] matrixTile() {
        matrixTile.multiplyVectors(0, 0, 0, 0);
        return matrixTile.c;
    }

    @Benchmark
    public float[] wideMatrixTile() {
        wideMatrixTile.multiplyVectors(0, 0, 0, 0);
        return wideMatrixTile.c;
    }

    @Benchmark
    public float[] panelTile() {
        panelTile.multiplyVectors(0, 0, 0, 0);
        return panelTile.c;
    }

    @Benchmark
    public float[] pixelTile() {
        pixelTile.multiplyVectors(0, 0, 0, 0);
        return pixelTile.c;
    }

    @Benchmark
    public float[] widePixelTile() {
        widePixelTile.multiplyVectors(0, 0, 0, 0);
        return widePixelTile.c;
    }

    @Benchmark
    public float[] windowTile() {
        windowTile.multiplyVectors(0, 0, 0, 0);
        return windowTile.c;
    }
}
