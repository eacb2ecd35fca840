package quartet.scratch.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VectorTileTest {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

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
        VectorTile tile = new VectorTile();
        tile.a = random(random, VectorTile.ROWS * depth);
        tile.b = random(random, VectorTile.COLUMNS * depth);
        tile.bRows = VectorGemm.PANEL_ROWS;
        tile.depth = depth;
        tile.start = random(random, VectorTile.ROWS * VectorTile.COLUMNS);
        tile.startStride = accumulate ? VectorTile.COLUMNS : 0;
        tile.cStride = VectorTile.COLUMNS;
        tile.floor = rectified ? 0 : Float.NEGATIVE_INFINITY;
        float[] expected = new float[VectorTile.ROWS * VectorTile.COLUMNS];
        float[] actual = new float[VectorTile.ROWS * VectorTile.COLUMNS];
        tile.c = expected;
        PlainTile.multiply(tile, 0, 0, 0, 0);
        tile.c = actual;
        tile.multiplyVectors(0, 0, 0, 0);
        assertThat(actual).containsExactly(expected);
    }

    /** In 1 x 1, 2 x 2, ... the sums of products are whole numbers, which float32 holds exactly. */
    @Test
    void aTileByHand() {
        assumeTrue(PRESENT);
        VectorTile tile = new VectorTile();
        tile.a = new float[2 * VectorTile.ROWS];
        Arrays.fill(tile.a, 0, VectorTile.ROWS, 2);
        Arrays.fill(tile.a, VectorTile.ROWS, 2 * VectorTile.ROWS, 3);
        tile.b = new float[2 * VectorTile.COLUMNS];
        for (int j = 0; j < VectorTile.COLUMNS; j++) {
            tile.b[j] = j;
            tile.b[VectorTile.COLUMNS + j] = 1;
        }
        tile.bRows = VectorGemm.PANEL_ROWS;
        tile.depth = 2;
        tile.start = new float[VectorTile.COLUMNS];
        tile.c = new float[VectorTile.ROWS * VectorTile.COLUMNS];
        tile.cStride = VectorTile.COLUMNS;
        tile.multiplyVectors(0, 0, 0, 0);
        for (int i = 0; i < tile.c.length; i++) {
            assertThat(tile.c[i]).isEqualTo(2f * (i % VectorTile.COLUMNS) + 3);
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
