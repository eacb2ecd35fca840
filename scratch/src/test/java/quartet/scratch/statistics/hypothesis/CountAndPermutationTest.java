package quartet.scratch.statistics.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartet.scratch.GoldenValues;
import quartet.scratch.statistics.nonparametric.KruskalWallis;

/** Compares tests of counts, permutations and ranks with SciPy. */
class CountAndPermutationTest {

    private static final double[] FIRST = {14.2, 12.1, 15.8, 13.3, 16.1, 12.9, 14.7};
    private static final double[] SECOND = {11.8, 13.0, 12.2, 10.9, 12.1, 11.1};
    private static final double[] THIRD = {15.0, 16.2, 12.1, 17.5, 13.0};

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"TWO_SIDED, two-sided", "LESS, less", "GREATER, greater"})
    void fishersTestMatchesSciPy(Alternative alternative, String name) {
        double[] expected = GoldenValues.of("statistics.fisher." + name);
        assertThat(FisherExactTest.test(3, 9, 11, 4, alternative).pValue()).isCloseTo(expected[0], within(1e-12));
        assertThat(FisherExactTest.test(120, 95, 80, 130, alternative).pValue()).isCloseTo(expected[1], within(1e-12));
        assertThat(FisherExactTest.test(0, 5, 7, 2, alternative).pValue()).isCloseTo(expected[2], within(1e-12));
    }

    /** Fisher's lady tasting tea: three of four cups right, p = 17 / 70. */
    @Test
    void fishersTeaTasting() {
        TestResult result = FisherExactTest.test(3, 1, 1, 3, Alternative.GREATER);
        assertThat(result.pValue()).isCloseTo(17 / 70.0, within(1e-14));
        assertThat(result.statistic()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"TWO_SIDED, two-sided", "LESS, less", "GREATER, greater"})
    void permutationTestsMatchSciPy(Alternative alternative, String name) {
        double[] expected = GoldenValues.of("statistics.permutation." + name);
        PermutationTest exact = new PermutationTest(9999);
        assertThat(exact.independent(FIRST, SECOND, (x, y) -> mean(x) - mean(y), alternative, new Random(1))
                        .pValue())
                .isCloseTo(expected[0], within(1e-14));
        double[] six = Arrays.copyOf(FIRST, 6);
        assertThat(exact.paired(six, SECOND, CountAndPermutationTest::mean, alternative, new Random(1))
                        .pValue())
                .isCloseTo(expected[1], within(1e-14));
        // With 1000 random cases, five standard errors of a share.
        PermutationTest random = new PermutationTest(1000);
        assertThat(random.independent(FIRST, SECOND, (x, y) -> mean(x) - mean(y), alternative, new Random(1))
                        .pValue())
                .isCloseTo(expected[0], within(1e-3 + 10 * Math.sqrt(expected[0] * (1 - expected[0]) / 1000)));
    }

    @Test
    void mcNemarMatchesSciPy() {
        double[] expected = GoldenValues.of("statistics.mcnemar");
        assertThat(McNemarTest.exact(7, 18).pValue()).isCloseTo(expected[0], within(1e-14));
        assertThat(McNemarTest.exact(0, 3).pValue()).isCloseTo(expected[1], within(1e-14));
        assertThat(McNemarTest.chiSquared(7, 18).pValue()).isCloseTo(expected[2], within(1e-14));
        assertThat(McNemarTest.exact(0, 0).pValue()).isEqualTo(1);
        int[] labels = {0, 1, 1, 0, 1, 2};
        TestResult result = McNemarTest.ofPredictions(labels, labels, new int[] {0, 0, 0, 1, 1, 2});
        assertThat(result.pValue()).isCloseTo(0.25, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemarTest.chiSquared(0, 0))
                .withMessage("McNemarTest.chiSquared: expected a disagreement, but both counts were 0");
    }

    @Test
    void kruskalWallisMatchesSciPy() {
        double[] expected = GoldenValues.of("statistics.kruskal");
        TestResult result = KruskalWallis.test(FIRST, SECOND, THIRD);
        assertThat(result.statistic()).isCloseTo(expected[0], within(1e-12));
        assertThat(result.pValue()).isCloseTo(expected[1], within(1e-13));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KruskalWallis.test(new double[] {1, 1}, new double[] {1}))
                .withMessageContaining("expected observations that differ");
    }
}
