package quartet.scratch.statistics.nonparametric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.statistics.hypothesis.Alternative;
import quartet.scratch.statistics.hypothesis.TestResult;

/** Compares rank tests with Hipparchus, SciPy 1.17 and published examples. */
class RankTestsTest {

    /** Hollander and Wolfe (1973), page 69: permeability of the chorioamnion, at term and at 12 to 26 weeks. */
    private static final double[] AT_TERM = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};

    private static final double[] EARLY = {1.15, 0.88, 0.90, 0.74, 1.21};

    /** Hollander and Wolfe (1973), page 29: depression scores of nine patients before and after treatment. */
    private static final double[] BEFORE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};

    private static final double[] AFTER = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

    private static final double[] TIED_X = {125, 115, 130, 140, 140, 115, 140, 125, 140, 135};
    private static final double[] TIED_Y = {110, 122, 125, 120, 140, 124, 123, 137, 135, 145};

    /** The book reports p = 0.1272 for the alternative that permeability is greater at term. */
    @Test
    void mannWhitneyMatchesPublishedValue() {
        TestResult greater = MannWhitney.test(AT_TERM, EARLY, Alternative.GREATER);
        assertThat(greater.statistic()).isEqualTo(35);
        assertThat(greater.pValue()).isCloseTo(0.1272061272061272, within(1e-14));
        assertThat(MannWhitney.test(AT_TERM, EARLY, Alternative.LESS).pValue())
                .isCloseTo(0.8967698967698967, within(1e-14));
        assertThat(MannWhitney.test(AT_TERM, EARLY, Alternative.TWO_SIDED).pValue())
                .isCloseTo(0.2544122544122544, within(1e-14));
    }

    /** The book reports p = 0.0195 for the alternative that scores decrease. */
    @Test
    void wilcoxonMatchesPublishedValue() {
        TestResult greater = Wilcoxon.test(BEFORE, AFTER, Alternative.GREATER);
        assertThat(greater.statistic()).isEqualTo(40);
        assertThat(greater.pValue()).isCloseTo(0.01953125, within(1e-15));
        assertThat(Wilcoxon.test(BEFORE, AFTER, Alternative.LESS).pValue()).isCloseTo(0.986328125, within(1e-15));
        assertThat(Wilcoxon.test(BEFORE, AFTER, Alternative.TWO_SIDED).pValue()).isCloseTo(0.0390625, within(1e-15));
    }

    /** SciPy, asymptotic method with continuity correction. */
    @Test
    void tiesUseNormalApproximation() {
        double[] x = {1.1, 2.2, 2.2, 3.5, 4.0, 5.1};
        double[] y = {0.5, 2.2, 1.0, 3.0, 3.5};
        assertThat(MannWhitney.test(x, y, Alternative.TWO_SIDED).statistic()).isEqualTo(21.5);
        assertThat(MannWhitney.test(x, y, Alternative.TWO_SIDED).pValue())
                .isCloseTo(0.26781446771893225, within(1e-14));
        assertThat(MannWhitney.test(x, y, Alternative.LESS).pValue()).isCloseTo(0.9019589424874433, within(1e-14));
        assertThat(MannWhitney.test(x, y, Alternative.GREATER).pValue()).isCloseTo(0.13390723385946612, within(1e-14));
        assertThat(Wilcoxon.test(TIED_X, TIED_Y, Alternative.TWO_SIDED).pValue())
                .isCloseTo(0.6352893188352069, within(1e-14));
        assertThat(Wilcoxon.test(TIED_X, TIED_Y, Alternative.LESS).pValue())
                .isCloseTo(0.7233656428900035, within(1e-14));
        assertThat(Wilcoxon.test(TIED_X, TIED_Y, Alternative.GREATER).pValue())
                .isCloseTo(0.31764465941760345, within(1e-14));
    }

    @Property(tries = 40)
    void exactTestsAgreeWithHipparchus(
            @ForAll @IntRange(min = 3, max = 9) int n,
            @ForAll @IntRange(min = 3, max = 9) int m,
            @ForAll @IntRange(min = 0, max = 10_000) int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new Normal(0, 1).samples(n, random);
        double[] y = new Normal(0.7, 1).samples(m, random);
        double[] pairs = new Normal(0.5, 1).samples(n, random);
        assertThat(Wilcoxon.test(x, pairs, Alternative.TWO_SIDED).pValue())
                .isCloseTo(
                        Math.min(1, new WilcoxonSignedRankTest().wilcoxonSignedRankTest(x, pairs, true)),
                        within(1e-12));
        KolmogorovSmirnovTest theirs = new KolmogorovSmirnovTest();
        TestResult two = KolmogorovSmirnov.twoSample(x, y);
        assertThat(two.statistic()).isCloseTo(theirs.kolmogorovSmirnovStatistic(x, y), within(1e-14));
        NormalDistribution normal = new NormalDistribution(0, 1);
        TestResult one = KolmogorovSmirnov.oneSample(y, Normal.STANDARD);
        assertThat(one.statistic()).isCloseTo(theirs.kolmogorovSmirnovStatistic(normal, y), within(1e-14));
        assertThat(one.pValue()).isCloseTo(theirs.kolmogorovSmirnovTest(normal, y, true), within(1e-7));
    }

    /** Enumerates all choices of n of the n + m observations as the first sample, which are equally likely. */
    @Property(tries = 40)
    void twoSamplePValuesMatchEnumeration(
            @ForAll @IntRange(min = 2, max = 6) int n,
            @ForAll @IntRange(min = 2, max = 6) int m,
            @ForAll @IntRange(min = 0, max = 10_000) int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new Normal(0, 1).samples(n, random);
        double[] y = new Normal(0.7, 1).samples(m, random);
        TestResult smirnov = KolmogorovSmirnov.twoSample(x, y);
        TestResult whitney = MannWhitney.test(x, y, Alternative.GREATER);
        int far = 0;
        int high = 0;
        int low = 0;
        int all = 0;
        for (int choice = 0; choice < 1 << (n + m); choice++) {
            if (Integer.bitCount(choice) != n) {
                continue;
            }
            double distance = 0;
            int u = 0;
            int first = 0;
            for (int i = 0; i < n + m; i++) {
                int isFirst = choice >> i & 1;
                first += isFirst;
                int second = i + 1 - first;
                u += isFirst * second;
                distance = Math.max(distance, Math.abs((double) first / n - (double) second / m));
            }
            far += distance >= smirnov.statistic() - 1e-12 ? 1 : 0;
            high += u >= whitney.statistic() ? 1 : 0;
            low += u <= whitney.statistic() ? 1 : 0;
            all++;
        }
        assertThat(smirnov.pValue()).isCloseTo((double) far / all, within(1e-14));
        assertThat(whitney.pValue()).isCloseTo((double) high / all, within(1e-14));
        assertThat(MannWhitney.test(x, y, Alternative.LESS).pValue()).isCloseTo((double) low / all, within(1e-14));
        assertThat(MannWhitney.test(x, y, Alternative.TWO_SIDED).pValue())
                .isCloseTo(Math.min(1, 2.0 * Math.min(high, low) / all), within(1e-14));
    }

    /**
     * SciPy: kstest(exact), ks_2samp(exact) and the limit kstwobign. The other values evaluate the formula of the paper
     * with 40 digits, because SciPy approximates them.
     */
    @Test
    void kolmogorovSmirnovMatchesReferenceValues() {
        TestResult one = KolmogorovSmirnov.oneSample(AT_TERM, new Normal(1.3, 0.4));
        assertThat(one.statistic()).isCloseTo(0.18000264210098754, within(1e-14));
        assertThat(one.pValue()).isCloseTo(0.847268588364563, within(1e-12));
        TestResult two = KolmogorovSmirnov.twoSample(AT_TERM, EARLY);
        assertThat(two.statistic()).isEqualTo(0.6);
        assertThat(two.pValue()).isCloseTo(0.16583416583416583, within(1e-14));
        assertThat(KolmogorovDistribution.limit(1)).isCloseTo(0.26999967167735456, within(1e-14));
        assertThat(KolmogorovDistribution.oneSample(200, 0.1)).isCloseTo(0.034110070781484966, within(1e-11));
        assertThat(KolmogorovDistribution.oneSample(500, 0.05)).isCloseTo(0.15866263922061996, within(1e-11));
        assertThat(KolmogorovDistribution.oneSample(1000, 0.02)).isCloseTo(0.8108971310702121, within(1e-11));
        assertThat(KolmogorovDistribution.oneSample(2000, 0.05)).isCloseTo(8.74309579589503e-05, within(1e-14));
        assertThat(KolmogorovDistribution.oneSample(10, 0.7)).isCloseTo(1.9544800000000034e-05, within(1e-15));
        assertThat(KolmogorovDistribution.oneSample(10, 0.274)).isCloseTo(0.3715203845434957, within(1e-12));
        assertThat(KolmogorovDistribution.oneSample(200, 0.3)).isCloseTo(1.8482195753126875e-16, within(1e-26));
    }

    /** The exact formula of Marsaglia, Tsang and Wang, computed in 80-bit arithmetic with NumPy. */
    @Test
    void largeSamplesAgreeWithExactFormula() {
        assertThat(KolmogorovDistribution.oneSample(1001, 0.03)).isCloseTo(0.32211719721838733, within(5e-8));
        assertThat(KolmogorovDistribution.oneSample(1001, 0.05)).isCloseTo(0.012947137318010933, within(2e-8));
        assertThat(KolmogorovDistribution.oneSample(2000, 0.02)).isCloseTo(0.3953133720030919, within(2e-8));
        assertThat(KolmogorovDistribution.oneSample(2000, 0.03)).isCloseTo(0.05354694548336676, within(1e-8));
        assertThat(KolmogorovDistribution.oneSample(2000, 0.04)).isCloseTo(0.003230568082863244, within(1e-8));
    }

    /** For samples that do not overlap, the exact p-value is 2 / (n + m choose n), far below the accuracy of 1 - p. */
    @Test
    void tinyTwoSamplePValuesAreAccurate() {
        double[] x = new double[30];
        double[] y = new double[30];
        for (int i = 0; i < 30; i++) {
            x[i] = i;
            y[i] = 100 + i;
        }
        double choose = 118_264_581_564_861_424L;
        assertThat(KolmogorovSmirnov.twoSample(x, y).pValue()).isCloseTo(2 / choose, within(1e-28));
        assertThat(KolmogorovSmirnov.twoSample(x, x).pValue()).isOne();
        assertThat(KolmogorovSmirnov.twoSample(x, x).statistic()).isZero();
    }

    /** Beyond the sizes with exact values, the limit continues without a jump. */
    @Test
    void limitsAgreeWithExactValues() {
        assertThat(KolmogorovDistribution.oneSample(1001, 0.03))
                .isCloseTo(KolmogorovDistribution.oneSample(1000, 0.03), within(7e-4));
        assertThat(KolmogorovDistribution.twoSample(1000, 1001, 45_000))
                .isCloseTo(KolmogorovDistribution.twoSample(1000, 1000, 45_000), within(0.01));
    }

    @Test
    void rejectsInvalidArguments() {
        double[] none = {};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.test(none, EARLY, Alternative.LESS))
                .withMessage("MannWhitney.test, first sample: expected at least 1 observations, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.test(new double[] {1, 1}, new double[] {1}, Alternative.LESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wilcoxon.test(EARLY, EARLY, Alternative.LESS))
                .withMessageContaining("all pairs are equal");
        assertThatIllegalArgumentException().isThrownBy(() -> Wilcoxon.test(EARLY, AT_TERM, Alternative.LESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.oneSample(new double[] {Double.NaN}, Normal.STANDARD));
        assertThatIllegalArgumentException().isThrownBy(() -> KolmogorovSmirnov.twoSample(EARLY, none));
    }
}
