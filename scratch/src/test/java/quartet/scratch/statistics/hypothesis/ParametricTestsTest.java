package quartet.scratch.statistics.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.hipparchus.stat.inference.OneWayAnova;
import org.junit.jupiter.api.Test;
import quartet.scratch.statistics.RunningMoments;

/** Compares tests of means, variances and counts with Hipparchus and published examples. */
class ParametricTestsTest {

    private static final org.hipparchus.stat.inference.TTest THEIRS = new org.hipparchus.stat.inference.TTest();

    /** Student's sleep data (1908): hours of sleep gained by ten patients with two drugs. */
    private static final double[] DRUG_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] DRUG_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    private static double[] varied(List<Double> list) {
        double[] sample = list.stream().mapToDouble(x -> x).toArray();
        sample[0] += 1.3;
        sample[1] -= 0.7;
        return sample;
    }

    /** R's documentation of t.test: t = -1.8608, df = 17.776, p = 0.07939; paired t = -4.0621, p = 0.002833. */
    @Test
    void matchesStudentsSleepData() {
        TestResult welch = TTest.welch(DRUG_1, DRUG_2, Alternative.TWO_SIDED);
        assertThat(welch.statistic()).isCloseTo(-1.8608, within(5e-5));
        assertThat(welch.degreesOfFreedom().get(0)).isCloseTo(17.776, within(5e-4));
        assertThat(welch.pValue()).isCloseTo(0.07939, within(5e-6));
        TestResult paired = TTest.paired(DRUG_1, DRUG_2, Alternative.TWO_SIDED);
        assertThat(paired.statistic()).isCloseTo(-4.0621, within(5e-5));
        assertThat(paired.pValue()).isCloseTo(0.002833, within(5e-7));
        assertThat(paired.rejects(0.01)).isTrue();
        assertThat(paired.rejects(0.001)).isFalse();
        assertThat(TTest.paired(DRUG_1, DRUG_2, Alternative.LESS).pValue())
                .isCloseTo(paired.pValue() / 2, within(1e-15));
        assertThat(TTest.paired(DRUG_1, DRUG_2, Alternative.GREATER).pValue())
                .isCloseTo(1 - paired.pValue() / 2, within(1e-14));
    }

    @Property(tries = 150)
    void tTestsAgreeWithHipparchus(
            @ForAll @Size(min = 3, max = 12) List<@DoubleRange(min = -5, max = 5) Double> first,
            @ForAll @Size(min = 3, max = 12) List<@DoubleRange(min = -4, max = 7) Double> second,
            @ForAll @DoubleRange(min = -2, max = 2) double mean) {
        double[] x = varied(first);
        double[] y = varied(second);
        same(TTest.oneSample(x, mean, Alternative.TWO_SIDED), THEIRS.t(mean, x), THEIRS.tTest(mean, x));
        same(TTest.welch(x, y, Alternative.TWO_SIDED), THEIRS.t(x, y), THEIRS.tTest(x, y));
        same(TTest.pooled(x, y, Alternative.TWO_SIDED), THEIRS.homoscedasticT(x, y), THEIRS.homoscedasticTTest(x, y));
        assertThat(FTest.oneWayAnova(x, y).statistic())
                .isCloseTo(
                        Math.pow(THEIRS.homoscedasticT(x, y), 2),
                        within(1e-8 * Math.max(1, FTest.oneWayAnova(x, y).statistic())));
    }

    private static void same(TestResult ours, double statistic, double pValue) {
        assertThat(ours.statistic()).isCloseTo(statistic, within(1e-10 * Math.max(1, Math.abs(statistic))));
        assertThat(ours.pValue()).isCloseTo(pValue, within(1e-10));
    }

    @Property(tries = 150)
    void chiSquaredTestsAgreeWithHipparchus(
            @ForAll @IntRange(min = 1, max = 60) int a,
            @ForAll @IntRange(min = 1, max = 60) int b,
            @ForAll @IntRange(min = 1, max = 60) int c,
            @ForAll @IntRange(min = 0, max = 60) int d) {
        ChiSquareTest theirs = new ChiSquareTest();
        long[][] table = {{a, b, 7}, {c, d, 5}};
        same(ChiSquaredTest.independence(table), theirs.chiSquare(table), theirs.chiSquareTest(table));
        long[] observed = {a, b, c, d};
        double[] weights = {1, 2, 3, 4};
        same(
                ChiSquaredTest.goodnessOfFit(observed, weights),
                theirs.chiSquare(weights, observed),
                theirs.chiSquareTest(weights, observed));
    }

    /** Mendel's peas (1866): 315, 108, 101, 32 against 9 : 3 : 3 : 1; X^2 = 0.470, p = 0.925. */
    @Test
    void matchesMendelsPeas() {
        TestResult result = ChiSquaredTest.goodnessOfFit(new long[] {315, 108, 101, 32}, new double[] {9, 3, 3, 1});
        assertThat(result.statistic()).isCloseTo(0.470, within(5e-4));
        assertThat(result.pValue()).isCloseTo(0.925, within(5e-4));
        assertThat(result.degreesOfFreedom()).containsExactly(3.0);
    }

    /** NIST StRD, data set SiRstv: F = 1.18046237440255, R^2 and degrees 4 and 20 certified. */
    @Test
    void anovaMatchesCertifiedValues() {
        double[][] groups = {
            {196.3052, 196.1240, 196.1890, 196.2569, 196.3403},
            {196.3042, 196.3825, 196.1669, 196.3257, 196.0422},
            {196.1303, 196.2005, 196.2889, 196.0343, 196.1811},
            {196.2795, 196.1748, 196.1494, 196.1485, 195.9885},
            {196.2119, 196.1051, 196.1850, 196.0052, 196.2090}
        };
        TestResult result = FTest.oneWayAnova(groups);
        assertThat(result.statistic()).isCloseTo(1.18046237440255, within(1e-8));
        assertThat(result.degreesOfFreedom()).containsExactly(4.0, 20.0);
        assertThat(result.pValue()).isCloseTo(new OneWayAnova().anovaPValue(List.of(groups)), within(1e-9));
    }

    /**
     * s1^2 / s2^2 with 9 and 9 degrees of freedom. The two-sided p-value doubles the smaller tail, and swapping the
     * samples inverts F.
     */
    @Test
    void fTestOfVariancesMatchesR() {
        double first = RunningMoments.of(DRUG_1).variance();
        double second = RunningMoments.of(DRUG_2).variance();
        TestResult result = FTest.variances(DRUG_1, DRUG_2, Alternative.TWO_SIDED);
        assertThat(result.statistic()).isCloseTo(first / second, within(1e-14));
        // R: var.test(extra ~ group, sleep): F = 0.79834, p-value = 0.7427
        assertThat(result.statistic()).isCloseTo(0.79834, within(5e-6));
        assertThat(result.pValue()).isCloseTo(0.7427, within(5e-5));
        TestResult swapped = FTest.variances(DRUG_2, DRUG_1, Alternative.TWO_SIDED);
        assertThat(swapped.pValue()).isCloseTo(result.pValue(), within(1e-13));
        double less = FTest.variances(DRUG_1, DRUG_2, Alternative.LESS).pValue();
        double greater = FTest.variances(DRUG_1, DRUG_2, Alternative.GREATER).pValue();
        assertThat(less + greater).isCloseTo(1, within(1e-13));
        assertThat(less).isLessThan(0.5);
    }

    @Test
    void rejectsInvalidArguments() {
        double[] constant = {2, 2, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTest.oneSample(constant, 1, Alternative.LESS))
                .withMessageContaining("expected observations that differ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTest.welch(new double[] {1}, DRUG_1, Alternative.LESS))
                .withMessage("TTest.welch, first sample: expected at least 2 observations, but was 1");
        assertThatIllegalArgumentException().isThrownBy(() -> TTest.welch(constant, constant, Alternative.LESS));
        assertThatIllegalArgumentException().isThrownBy(() -> TTest.oneSample(DRUG_1, Double.NaN, Alternative.LESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TTest.paired(DRUG_1, constant, Alternative.LESS))
                .withMessageContaining("expected samples of equal length, but was 10 and 3");
        assertThatIllegalArgumentException().isThrownBy(() -> FTest.variances(DRUG_1, constant, Alternative.LESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FTest.oneWayAnova(DRUG_1))
                .withMessageContaining("expected at least 2 groups, but was 1");
        assertThatIllegalArgumentException().isThrownBy(() -> FTest.oneWayAnova(new double[] {1}, new double[] {2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.goodnessOfFit(new long[] {1, -1}, new double[] {1, 1}))
                .withMessageContaining("expected counts >= 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.goodnessOfFit(new long[] {1, 1}, new double[] {1, 0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquaredTest.independence(new long[][] {{1, 0}, {2, 0}}))
                .withMessageContaining("column 1 is all 0");
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquaredTest.independence(new long[][] {{1, 2}, {3}}));
        TestResult result = TTest.oneSample(DRUG_1, 0, Alternative.TWO_SIDED);
        assertThatIllegalArgumentException().isThrownBy(() -> result.rejects(0));
    }
}
