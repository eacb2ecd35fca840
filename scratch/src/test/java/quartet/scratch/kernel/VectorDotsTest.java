package quartet.scratch.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class VectorDotsTest {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /** Bit by bit, so that nobody can tell when the vectors take over; and their lanes add up to the inner products. */
    @Property(tries = 60)
    void plainAndVectorDotsAgreeExactly(@ForAll @IntRange(max = 9) int turns, @ForAll Random random) {
        if (!PRESENT) {
            return;
        }
        VectorDots dots = new VectorDots();
        dots.count = turns * VectorDots.LANES;
        dots.yStride = dots.count + 3;
        dots.y = random(random, 2 + VectorDots.ROWS * dots.yStride);
        dots.x = random(random, dots.count + 5 * VectorDots.COLUMNS);
        dots.xRows = new int[1 + VectorDots.COLUMNS];
        for (int t = 0; t < VectorDots.COLUMNS; t++) {
            dots.xRows[1 + t] = 5 * t;
        }
        float[] before = random(random, VectorDots.SUMS);
        float[] expected = before.clone();
        float[] actual = before.clone();
        dots.sums = expected;
        dots.addPlain(2, 1, 0);
        dots.sums = actual;
        dots.addVectors(2, 1, 0);
        assertThat(actual).containsExactly(expected);
        for (int r = 0; r < VectorDots.ROWS; r++) {
            for (int t = 0; t < VectorDots.COLUMNS; t++) {
                int at = (r * VectorDots.COLUMNS + t) * VectorDots.LANES;
                double product = 0;
                double added = 0;
                for (int q = 0; q < dots.count; q++) {
                    product += (double) dots.y[2 + r * dots.yStride + q] * dots.x[5 * t + q];
                }
                for (int lane = 0; lane < VectorDots.LANES; lane++) {
                    added += (double) actual[at + lane] - before[at + lane];
                }
                assertThat(added).isCloseTo(product, within(1e-4));
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
