package quartet.harness.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {
    private static final int ROUNDS = 5;

    /** Noise of 3 %, the drift of a machine that gets slower, and now and then a round that is disturbed. */
    private static double seconds(Random random, int round) {
        double disturbance = random.nextInt(10) == 0 ? 0.3 * random.nextDouble() : 0;
        return 2 + 0.1 * round + 0.06 * random.nextGaussian() + disturbance;
    }

    private static Ratio compare(Random random, double factor) {
        double[] logarithms = new double[ROUNDS];
        for (int k = 0; k < ROUNDS; k++) {
            logarithms[k] = Math.log(factor * seconds(random, k) / seconds(random, k));
        }
        return Ratio.of(logarithms);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anEngineTiesWithItselfInAtLeast18Of20Comparisons(long seed) {
        Random random = new Random(seed);
        int ties = 0;
        for (int i = 0; i < 20; i++) {
            ties += "tie".equals(compare(random, 1).verdict()) ? 1 : 0;
        }
        assertThat(ties).isGreaterThanOrEqualTo(18);
    }

    @Test
    void falseVerdictsAreAsRareAsTheLevelSays() {
        Random random = new Random(42);
        int ties = 0;
        for (int i = 0; i < 10_000; i++) {
            ties += "tie".equals(compare(random, 1).verdict()) ? 1 : 0;
        }
        assertThat(ties / 10_000.0).isCloseTo(Ratio.CONFIDENCE, within(0.005));
    }

    @Test
    void aClearDifferenceIsFound() {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            assertThat(compare(random, 2).verdict()).isEqualTo("slower");
            assertThat(compare(random, 0.5).verdict()).isEqualTo("faster");
        }
    }

    @Test
    void halfWidthIsRelativeToTheRatio() {
        assertThat(new Ratio(2.0, 2 / 1.1, 2 * 1.1, "slower").halfWidth()).isCloseTo(0.1, within(1e-12));
        assertThat(new Ratio(2.0, null, null, null).halfWidth()).isInfinite();
        assertThat(new Ratio(null, null, null, null).halfWidth()).isZero();
    }
}
