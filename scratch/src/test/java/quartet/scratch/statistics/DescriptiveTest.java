package quartet.scratch.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.stat.descriptive.moment.Kurtosis;
import org.hipparchus.stat.descriptive.moment.Skewness;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.probability.discrete.Binomial;

/** Compares moments, quantiles, ranks and intervals with Hipparchus, published values and hand calculations. */
class DescriptiveTest {

    private static final double[] PERMEABILITY = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};

    private static double[] toArray(List<Double> list) {
        return list.stream().mapToDouble(x -> x).toArray();
    }

    @Property(tries = 200)
    void momentsAgreeWithHipparchus(
            @ForAll @Size(min = 4, max = 40) List<@DoubleRange(min = -100, max = 100) Double> list) {
        double[] sample = toArray(list);
        sample[0] += 1;
        sample[1] -= 1.5;
        RunningMoments moments = RunningMoments.of(sample);
        double n = sample.length;
        double variance = new Variance().evaluate(sample);
        assertThat(moments.variance()).isCloseTo(variance, within(1e-10 * Math.max(1, variance)));
        if (variance < 1e-3) {
            return;
        }
        // Hipparchus corrects the bias of both: G1 = g1 sqrt(n(n-1))/(n-2), G2 = ((n+1) g2 + 6)(n-1)/((n-2)(n-3))
        double skewness = moments.skewness() * Math.sqrt(n * (n - 1)) / (n - 2);
        assertThat(skewness).isCloseTo(new Skewness().evaluate(sample), within(1e-9));
        double kurtosis = ((n + 1) * moments.excessKurtosis() + 6) * (n - 1) / ((n - 2) * (n - 3));
        assertThat(kurtosis).isCloseTo(new Kurtosis().evaluate(sample), within(1e-8));
    }

    @Property(tries = 200)
    void mergedMomentsEqualMomentsOfWholeSample(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -10, max = 10) Double> first,
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = 90, max = 100) Double> second) {
        RunningMoments merged = RunningMoments.of(toArray(first));
        merged.merge(RunningMoments.of(toArray(second)));
        RunningMoments whole = RunningMoments.of(toArray(first));
        second.forEach(whole::add);
        assertThat(merged.count()).isEqualTo(whole.count());
        assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-11));
        assertThat(merged.variance()).isCloseTo(whole.variance(), within(1e-9));
        assertThat(merged.skewness()).isCloseTo(whole.skewness(), within(1e-10));
        assertThat(merged.excessKurtosis()).isCloseTo(whole.excessKurtosis(), within(1e-10));
        assertThat(merged.minimum()).isEqualTo(whole.minimum());
        assertThat(merged.maximum()).isEqualTo(whole.maximum());
    }

    /** NIST StRD, data set NumAcc4: mean 10000000.2, standard deviation 0.1, for which sums of squares fail. */
    @Test
    void largeMeanMatchesCertifiedValues() {
        double[] sample = new double[1001];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = i == 0 ? 10000000.2 : i % 2 == 1 ? 10000000.1 : 10000000.3;
        }
        RunningMoments moments = RunningMoments.of(sample);
        assertThat(moments.mean()).isCloseTo(10000000.2, within(1e-8));
        // the data are rounded to 2e-9
        assertThat(moments.standardDeviation()).isCloseTo(0.1, within(1e-8));
    }

    @Property(tries = 200)
    void quantilesAgreeWithHipparchus(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -100, max = 100) Double> list,
            @ForAll @DoubleRange(min = 0.01, max = 1) double p) {
        double[] sample = toArray(list);
        double theirs = new Percentile()
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(sample, 100 * p);
        assertThat(Quantiles.of(sample, p)).isCloseTo(theirs, within(1e-10));
    }

    @Test
    void summaryMatchesHandCalculation() {
        Summary summary = Summary.of(new double[] {4, 1, 3, 2, 10});
        assertThat(summary).isEqualTo(new Summary(5, 4, Math.sqrt(12.5), 1, 2, 3, 4, 10));
        assertThat(summary.interquartileRange()).isEqualTo(2);
        assertThat(Quantiles.median(new double[] {1, 2, 3, 10})).isEqualTo(2.5);
        assertThat(Quantiles.of(PERMEABILITY, 0.37)).isCloseTo(1.1522, within(1e-12));
    }

    @Test
    void tiesShareMeanRank() {
        Ranks ranks = Ranks.of(new double[] {3, 1, 3, 2, 3});
        assertThat(ranks.values()).containsExactly(4, 1, 4, 2, 4);
        assertThat(ranks.tieSum()).isEqualTo(24);
    }

    /** n = 10, t(9; 0.975) = 2.262157, computed by SciPy and mpmath. */
    @Test
    void meanIntervalMatchesTable() {
        ConfidenceInterval interval = ConfidenceInterval.ofMean(PERMEABILITY, 0.95);
        double half = 2.262157162798205 * RunningMoments.of(PERMEABILITY).standardError();
        assertThat(interval.upper() - interval.estimate()).isCloseTo(half, within(1e-12));
        assertThat(interval.estimate() - interval.lower()).isCloseTo(half, within(1e-12));
        assertThat(interval.contains(interval.estimate())).isTrue();
    }

    /** Newcombe (1998), table I: Wilson's interval of 81/263 is 0.2553 to 0.3662, and that of 0/20 is 0 to 0.1611. */
    @Test
    void wilsonIntervalMatchesPublishedValue() {
        ConfidenceInterval interval = ConfidenceInterval.ofProportion(81, 263, 0.95);
        assertThat(interval.lower()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.upper()).isCloseTo(0.3662, within(5e-5));
        assertThat(ConfidenceInterval.ofProportion(0, 20, 0.95).lower()).isZero();
        assertThat(ConfidenceInterval.ofProportion(0, 20, 0.95).upper()).isCloseTo(0.1611, within(5e-5));
    }

    @Test
    void intervalsHaveNominalCoverage() {
        SplittableRandom random = new SplittableRandom(4);
        int means = 0;
        int proportions = 0;
        for (int i = 0; i < 1_000; i++) {
            means += ConfidenceInterval.ofMean(new Normal(3, 2).samples(8, random), 0.9)
                            .contains(3)
                    ? 1
                    : 0;
            long successes = new Binomial(40, 0.2).sampleInteger(random);
            proportions += ConfidenceInterval.ofProportion(successes, 40, 0.9).contains(0.2) ? 1 : 0;
        }
        // The expected number is 900 with standard deviation 9.5; the level of Wilson's interval oscillates slightly
        // with n and p.
        assertThat(means).isBetween(865, 935);
        assertThat(proportions).isBetween(850, 950);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(RunningMoments::of)
                .withMessage("RunningMoments.of: expected at least 1 observations, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new RunningMoments().add(Double.NaN));
        assertThatIllegalStateException()
                .isThrownBy(() -> new RunningMoments().mean())
                .withMessageContaining("expected at least 1 observations to have been added, but was 0");
        assertThatIllegalStateException().isThrownBy(() -> RunningMoments.of(1).variance());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.of(new double[] {1, Double.NaN}, 0.5))
                .withMessage("Quantiles.of: expected finite observations, but was NaN at index 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(new double[] {1}, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Summary.of(new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Ranks.of(new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfidenceInterval.ofMean(PERMEABILITY, 1))
                .withMessageContaining("level: expected a number in (0, 1), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfidenceInterval.ofProportion(5, 4, 0.95))
                .withMessageContaining("but was 5 of 4");
    }
}
