package quartet.scratch.kernel;

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

/**
 * The innermost loops alone, with all data in the first-level cache, beside their twins without vectors: what vectors
 * buy, and what a kernel could reach at most. One call of a tile is 32 x lanes x depth operations, one of the inner
 * products 40 for each position, where the depth is rounded up to whole vectors.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TileBenchmark {
    /** The terms of a sum: as in a first convolution, and as in a second one. */
    @Param({"9", "144"})
    public int depth = 144;

    private final VectorTile tile = new VectorTile();
    private final VectorDots dots = new VectorDots();

    @Setup
    public void create() {
        tile.a = new float[VectorTile.ROWS * depth];
        tile.b = new float[VectorTile.COLUMNS * depth];
        tile.bRows = VectorGemm.PANEL_ROWS;
        tile.depth = depth;
        tile.start = new float[VectorTile.COLUMNS];
        tile.c = new float[VectorTile.ROWS * VectorTile.COLUMNS];
        tile.cStride = VectorTile.COLUMNS;
        dots.count = VectorTile.roundUp(depth, VectorDots.LANES);
        dots.y = new float[VectorDots.ROWS * dots.count];
        dots.yStride = dots.count;
        dots.x = new float[2 * dots.count];
        dots.xRows = new int[VectorDots.COLUMNS];
        Arrays.setAll(dots.xRows, t -> t);
        dots.sums = new float[VectorDots.SUMS];
        Arrays.fill(tile.a, 1);
        Arrays.fill(dots.y, 1);
    }

    @Benchmark
    public float[] tileWithoutVectors() {
        PlainTile.multiply(tile, 0, 0, 0, 0);
        return tile.c;
    }

    @Benchmark
    public float[] tile() {
        tile.multiplyVectors(0, 0, 0, 0);
        return tile.c;
    }

    @Benchmark
    public float[] innerProductsWithoutVectors() {
        dots.addPlain(0, 0, 0);
        return dots.sums;
    }

    @Benchmark
    public float[] innerProducts() {
        dots.addVectors(0, 0, 0);
        return dots.sums;
    }
}
