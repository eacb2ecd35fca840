package quartet.scratch.kernel.vector.microkernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MicroKernelTest {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private static List<MicroKernel> tiles() {
        return List.of(
                new GemmMicroKernel(),
                new WideGemmMicroKernel(),
                new WideWeightGradientMicroKernel(),
                new ConvolutionMicroKernel(),
                new WideConvolutionMicroKernel(),
                new WeightGradientMicroKernel());
    }

    /** Bit by bit, so that nobody can tell when the vectors take over, or from how many threads. */
    @Property(tries = 60)
    void plainAndVectorTilesAgreeExactly(
            @ForAll @IntRange(max = 90) int depth,
            @ForAll boolean accumulate,
            @ForAll boolean rectified,
            @ForAll Random random) {
        if (!PRESENT) {
            return;
        }
        for (MicroKernel tile : tiles()) {
            prepare(tile, depth, random);
            boolean sameStart = tile.startStride == 0;
            tile.startStride = accumulate && !sameStart ? tile.width : 0;
            tile.floor = rectified ? 0 : Float.NEGATIVE_INFINITY;
            float[] expected = new float[3 + tile.rows * tile.width];
            float[] actual = expected.clone();
            tile.c = expected;
            ScalarMicroKernel.multiply(tile, 1, 2, 0, 3);
            tile.c = actual;
            tile.multiplyVectors(1, 2, 0, 3);
            assertThat(actual).containsExactly(expected);
        }
    }

    /** A matrix of random numbers for each tile, at the distances that it expects. */
    private static void prepare(MicroKernel tile, int depth, Random random) {
        tile.depth = depth;
        tile.aTerms = MicroKernel.distances(
                depth, tile instanceof WideWeightGradientMicroKernel ? WideWeightGradientMicroKernel.DISTANCE : 1);
        if (tile instanceof GemmMicroKernel || tile instanceof WideGemmMicroKernel) {
            tile.setRowDistance(random.nextInt(14));
        }
        if (tile instanceof WeightGradientMicroKernel) {
            for (int r = 0; r < WeightGradientMicroKernel.ROWS; r++) {
                tile.aRows[r] = 11 * (r / WeightGradientMicroKernel.RUN) + r % WeightGradientMicroKernel.RUN;
            }
        }
        tile.bTerms = MicroKernel.distances(depth, tile.width);
        tile.a = random(random, 1 + 16 * depth + 16 * tile.rows * MicroKernel.LANES);
        tile.b = random(random, 2 + tile.width * depth);
        tile.start = random(random, tile.rows * tile.width);
        boolean pixels = tile instanceof ConvolutionMicroKernel || tile instanceof WideConvolutionMicroKernel;
        tile.startStride = pixels ? 0 : tile.width;
        tile.cStride = tile.width;
    }

    /** 1 j + 1 100 in column j. */
    @Test
    void tilesByHand() {
        assumeTrue(PRESENT);
        for (MicroKernel tile : tiles()) {
            prepare(tile, 2, new Random(1));
            tile.startStride = 0;
            Arrays.fill(tile.start, 0);
            for (int p = 0; p < 2; p++) {
                for (int r = 0; r < tile.rows; r++) {
                    tile.a[tile.aTerms[p] + tile.aRows[r]] = 1;
                }
            }
            for (int j = 0; j < tile.width; j++) {
                tile.b[j] = j;
                tile.b[tile.width + j] = 100;
            }
            tile.c = new float[tile.rows * tile.width];
            tile.multiplyVectors(0, 0, 0, 0);
            for (int i = 0; i < tile.c.length; i++) {
                assertThat(tile.c[i]).isEqualTo(i % tile.width + 100f);
            }
        }
    }

    private static float[] random(Random random, int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
