package quartet.scratch.statistics.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.statistics.Bootstrap;
import quartet.scratch.statistics.ConfidenceInterval;
import quartet.scratch.statistics.RunningMoments;
import quartet.scratch.statistics.hypothesis.Alternative;

/** Compares correlation, regression and bootstrap with Hipparchus, certified data and theory. */
class RegressionTest {

    /** NIST StRD, data set Longley: employment, then six nearly collinear features. */
    private static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947}, {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949}, {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951}, {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953}, {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955}, {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957}, {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959}, {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961}, {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };

    private static final double[] CERTIFIED = {
        -3482258.63459582,
        15.0618722713733,
        -0.358191792925910e-1,
        -2.02022980381683,
        -1.03322686717359,
        -0.511041056535807e-1,
        1829.15146461355
    };

    private static final double[] CERTIFIED_ERRORS = {
        890420.383607373,
        84.9149257747669,
        0.334910077722432e-1,
        0.488399681651699,
        0.214274163161675,
        0.226073200069370,
        455.478499142212
    };

    @Test
    void longleyMatchesCertifiedValues() {
        double[][] features = new double[16][6];
        double[] targets = new double[16];
        for (int i = 0; i < 16; i++) {
            targets[i] = LONGLEY[i][0];
            System.arraycopy(LONGLEY[i], 1, features[i], 0, 6);
        }
        LinearRegression fit = LinearRegression.fit(features, targets);
        for (int j = 0; j < 7; j++) {
            LinearRegression.Coefficient c = fit.coefficients().get(j);
            assertThat(c.estimate()).isCloseTo(CERTIFIED[j], within(1e-8 * Math.abs(CERTIFIED[j])));
            assertThat(c.standardError()).isCloseTo(CERTIFIED_ERRORS[j], within(1e-8 * CERTIFIED_ERRORS[j]));
        }
        assertThat(fit.residualStandardError()).isCloseTo(304.854073561965, within(1e-7));
        assertThat(fit.rSquared()).isCloseTo(0.995479004577296, within(1e-11));
        assertThat(fit.overallTest().statistic()).isCloseTo(330.285339234588, within(1e-6));
        assertThat(fit.overallTest().degreesOfFreedom()).containsExactly(6.0, 9.0);
        assertThat(fit.residualDegreesOfFreedom()).isEqualTo(9);
        // statsmodels and R report adjusted R^2 0.992 and p = 4.98e-10 for the F statistic
        assertThat(fit.adjustedRSquared()).isCloseTo(0.992465, within(5e-7));
        assertThat(fit.overallTest().pValue()).isCloseTo(4.98e-10, within(5e-13));
    }

    @Property(tries = 100)
    void regressionAgreesWithHipparchus(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] features = new double[12][];
        double[] targets = new double[12];
        for (int i = 0; i < 12; i++) {
            features[i] = Normal.STANDARD.samples(3, random);
            targets[i] = 2 + features[i][0] - 3 * features[i][1] + Normal.STANDARD.sample(random);
        }
        LinearRegression ours = LinearRegression.fit(features, targets);
        OLSMultipleLinearRegression theirs = new OLSMultipleLinearRegression();
        theirs.newSampleData(targets, features);
        double[] estimates = theirs.estimateRegressionParameters();
        double[] errors = theirs.estimateRegressionParametersStandardErrors();
        for (int j = 0; j < 4; j++) {
            assertThat(ours.coefficients().get(j).estimate()).isCloseTo(estimates[j], within(1e-10));
            assertThat(ours.coefficients().get(j).standardError()).isCloseTo(errors[j], within(1e-10));
        }
        assertThat(ours.rSquared()).isCloseTo(theirs.calculateRSquared(), within(1e-11));
        assertThat(ours.adjustedRSquared()).isCloseTo(theirs.calculateAdjustedRSquared(), within(1e-10));
        assertThat(ours.residuals()).containsExactly(theirs.estimateResiduals(), within(1e-10));
        double prediction = ours.predict(features[0]);
        assertThat(prediction).isCloseTo(targets[0] - ours.residuals()[0], within(1e-10));
    }

    @Property(tries = 100)
    void lineThroughPointsAgreesWithHipparchus(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Normal.STANDARD.samples(9, random);
        double[] y = Normal.STANDARD.samples(9, random);
        SimpleRegression theirs = new SimpleRegression();
        double[][] features = new double[9][];
        for (int i = 0; i < 9; i++) {
            y[i] += x[i];
            theirs.addData(x[i], y[i]);
            features[i] = new double[] {x[i]};
        }
        LinearRegression ours = LinearRegression.fit(features, y);
        assertThat(ours.coefficients().get(1).pValue()).isCloseTo(theirs.getSignificance(), within(1e-10));
        ConfidenceInterval slope = ours.interval(1, 0.95);
        assertThat((slope.upper() - slope.lower()) / 2).isCloseTo(theirs.getSlopeConfidenceInterval(), within(1e-9));
        // The tests of the slope, of the correlation and of the regression are equivalent.
        assertThat(Correlation.pearsonTest(x, y, Alternative.TWO_SIDED).pValue())
                .isCloseTo(theirs.getSignificance(), within(1e-10));
        assertThat(ours.overallTest().pValue()).isCloseTo(theirs.getSignificance(), within(1e-10));
    }

    @Property(tries = 100)
    void correlationsAgreeWithHipparchus(
            @ForAll @IntRange(min = 0, max = 10_000) int seed, @ForAll @DoubleRange(min = -2, max = 2) double slope) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Normal.STANDARD.samples(15, random);
        double[] y = Normal.STANDARD.samples(15, random);
        for (int i = 0; i < 15; i++) {
            x[i] = Math.round(3 * x[i]);
            y[i] = Math.round(3 * y[i] + slope * x[i]);
        }
        x[0] = -20;
        y[0] = -30;
        assertThat(Correlation.pearson(x, y)).isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-12));
        assertThat(Correlation.spearman(x, y)).isCloseTo(new SpearmansCorrelation().correlation(x, y), within(1e-12));
    }

    /** The coefficient is invariant under scaling, also by factors whose squares are out of range. */
    @Test
    void correlationIsInvariantUnderScaling() {
        double[] x = {1, 2, 4, 3, 7};
        double[] y = {2, 1, 5, 4, 9};
        double expected = Correlation.pearson(x, y);
        for (double factor : new double[] {1e200, 1e-200, 1e307, 1e-310}) {
            double[] scaled = Arrays.stream(x).map(v -> v * factor).toArray();
            assertThat(Correlation.pearson(scaled, y)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void reversedRanksHaveCorrelationMinusOne() {
        double[] x = IntStream.range(0, 11).mapToDouble(i -> i).toArray();
        double[] reversed = Arrays.stream(x).map(v -> -v).toArray();
        assertThat(Correlation.spearman(x, reversed)).isEqualTo(-1);
    }

    /** SciPy: spearmanr of samples with ties. */
    @Test
    void spearmanTestMatchesReferenceValues() {
        double[] x = {125, 115, 130, 140, 140, 115, 140, 125, 140, 135};
        double[] y = {110, 122, 125, 120, 140, 124, 123, 137, 135, 145};
        assertThat(Correlation.spearman(x, y)).isCloseTo(0.2265764736148083, within(1e-14));
        assertThat(Correlation.spearmanTest(x, y, Alternative.TWO_SIDED).pValue())
                .isCloseTo(0.5290342180657787, within(1e-13));
        assertThat(Correlation.pearson(x, x)).isOne();
    }

    /** For the mean of a normal sample, the bootstrap must reproduce the formula. */
    @Test
    void bootstrapStandardErrorOfMeanMatchesFormula() {
        double[] sample = new Normal(10, 3).samples(60, new SplittableRandom(1));
        Bootstrap bootstrap = new Bootstrap(4_000);
        double mean = RunningMoments.of(sample).mean();
        double plugIn = Math.sqrt(RunningMoments.of(sample).populationVariance() / 60);
        double error = bootstrap.standardError(sample, s -> RunningMoments.of(s).mean(), new SplittableRandom(2));
        assertThat(error).isCloseTo(plugIn, within(0.05 * plugIn));
        for (ConfidenceInterval interval : new ConfidenceInterval[] {
            bootstrap.percentile(sample, s -> RunningMoments.of(s).mean(), 0.95, new SplittableRandom(3)),
            bootstrap.bca(sample, s -> RunningMoments.of(s).mean(), 0.95, new SplittableRandom(3))
        }) {
            assertThat(interval.estimate()).isEqualTo(mean);
            assertThat(interval.lower()).isCloseTo(mean - 1.96 * plugIn, within(0.12 * plugIn + 0.1));
            assertThat(interval.upper()).isCloseTo(mean + 1.96 * plugIn, within(0.12 * plugIn + 0.1));
        }
    }

    /**
     * Efron and Tibshirani (1993), table 14.2: the variance (divisor n) of spatial test A of 26 children is 171.5, its
     * 90 % intervals are 100.8 to 233.9 by percentiles and 115.8 to 259.6 by BCa, from 2000 resamples of their own.
     */
    @Test
    void bootstrapIntervalsMatchPublishedValues() {
        double[] spatial = {
            48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41
        };
        Bootstrap bootstrap = new Bootstrap(20_000);
        ConfidenceInterval percentile = bootstrap.percentile(
                spatial, s -> RunningMoments.of(s).populationVariance(), 0.9, new SplittableRandom(6));
        ConfidenceInterval corrected =
                bootstrap.bca(spatial, s -> RunningMoments.of(s).populationVariance(), 0.9, new SplittableRandom(6));
        assertThat(percentile.estimate()).isCloseTo(171.5, within(0.05));
        assertThat(percentile.lower()).isCloseTo(100.8, within(3.0));
        assertThat(percentile.upper()).isCloseTo(233.9, within(4.0));
        assertThat(corrected.lower()).isCloseTo(115.8, within(3.0));
        assertThat(corrected.upper()).isCloseTo(259.6, within(5.0));
    }

    @Test
    void rejectsInvalidArguments() {
        double[] y = {1, 2, 4, 3};
        double[][] x = {{1}, {2}, {3}, {5}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(new double[][] {{1}, {2}}, y))
                .withMessageContaining("expected 4 rows of features, one for each target, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(new double[][] {{1}, {1}, {1}, {1}}, y))
                .withMessageContaining("rank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(new double[][] {{1, 2}, {2, 1}, {3, 3}, {1}}, y))
                .withMessageContaining("expected rows of length 2, but row 3 has length 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(new double[][] {{1, 2, 3}, {2, 1, 1}, {3, 3, 1}, {1, 5, 5}}, y))
                .withMessageContaining("expected more than 4 rows");
        assertThatIllegalArgumentException().isThrownBy(() -> LinearRegression.fit(x, new double[] {1, 1, 1, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(x, y).interval(2, 0.95))
                .withMessageContaining("expected an index in [0, 2), but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearRegression.fit(x, y).predict(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.pearson(y, new double[] {1, 1, 1, 1}))
                .withMessageContaining("expected observations that differ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.pearsonTest(new double[] {1, 2}, new double[] {1, 2}, Alternative.LESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bootstrap(99))
                .withMessage("Bootstrap: expected at least 100 resamples, but was 99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bootstrap(100).percentile(y, s -> Double.NaN, 0.9, new SplittableRandom(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bootstrap(100).bca(y, s -> 1, 0.9, new SplittableRandom(1)));
    }
}
