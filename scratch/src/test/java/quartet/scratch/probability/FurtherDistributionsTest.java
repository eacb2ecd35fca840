package quartet.scratch.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.LaplaceDistribution;
import org.hipparchus.distribution.continuous.WeibullDistribution;
import org.hipparchus.distribution.discrete.PascalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.GoldenValues;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.probability.continuous.Dirichlet;
import quartet.scratch.probability.continuous.Laplace;
import quartet.scratch.probability.continuous.Weibull;
import quartet.scratch.probability.discrete.Multinomial;
import quartet.scratch.probability.discrete.NegativeBinomial;
import quartet.scratch.statistics.RunningMoments;
import quartet.scratch.statistics.nonparametric.KolmogorovSmirnov;

/** Compares Laplace, Weibull, negative binomial, Dirichlet and multinomial with Hipparchus and SciPy. */
class FurtherDistributionsTest {

    private static final int SAMPLES = 20_000;

    static Stream<Arguments> continuous() {
        return Stream.of(
                Arguments.of(new Laplace(0.7, 1.3), new LaplaceDistribution(0.7, 1.3)),
                Arguments.of(new Weibull(1.7, 2.2), new WeibullDistribution(1.7, 2.2)),
                Arguments.of(new Weibull(0.6, 3), new WeibullDistribution(0.6, 3)));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void continuousDistributionsMatchHipparchus(ContinuousDistribution own, RealDistribution other) {
        for (double x : new double[] {-2, -0.1, 1e-3, 0.5, 0.7, 1, 2, 4, 9}) {
            assertThat(own.density(x)).as("density at %s", x).isCloseTo(other.density(x), within(1e-13));
            double cumulative = other.cumulativeProbability(x);
            assertThat(own.cumulative(x)).isCloseTo(cumulative, within(1e-14));
            assertThat(own.survival(x)).isCloseTo(1 - cumulative, within(1e-14));
        }
        for (double p : new double[] {1e-12, 0.01, 0.3, 0.5, 0.9}) {
            double x = own.quantile(p);
            assertThat(own.cumulative(x)).isCloseTo(p, within(1e-13 * p + 1e-16));
            double tail = own.survivalQuantile(p);
            assertThat(own.survival(tail)).isCloseTo(p, within(1e-13 * p + 1e-16));
        }
        assertThat(own.mean()).isCloseTo(other.getNumericalMean(), within(1e-12));
        assertThat(own.variance()).isCloseTo(other.getNumericalVariance(), within(1e-11));
        double[] sample = own.samples(2000, new Random(3));
        assertThat(KolmogorovSmirnov.oneSample(sample, own).pValue()).isGreaterThan(0.001);
        assertThatIllegalArgumentException().isThrownBy(() -> own.cumulative(Double.NaN));
    }

    @Test
    void tailsAndFitsMatchSciPy() {
        Laplace laplace = new Laplace(0.7, 1.3);
        assertThat(new double[] {laplace.logDensity(2.5), laplace.cumulative(2.5), laplace.survival(2.5)})
                .containsExactly(GoldenValues.of("laplace"), within(1e-14));
        double[] weibull = GoldenValues.of("weibull");
        assertThat(new Weibull(1.7, 2.2).survival(9)).isCloseTo(weibull[2], within(1e-13 * weibull[2]));
        assertThat(new Weibull(0.6, 3).variance()).isCloseTo(weibull[4], within(1e-10));
        double[] sample = {14.2, 12.1, 15.8, 13.3, 16.1, 12.9, 14.7};
        Weibull fit = Weibull.fit(sample);
        double[] expected = GoldenValues.of("weibull.fit");
        assertThat(fit.shape()).isCloseTo(expected[0], within(1e-3));
        assertThat(fit.scale()).isCloseTo(expected[1], within(1e-3));
        // SciPy stops early: no neighbour has a larger likelihood than the fit.
        for (double factor : new double[] {0.9999, 1.0001}) {
            assertThat(MaximumLikelihood.mean(sample, new Weibull(fit.shape() * factor, fit.scale())::logDensity))
                    .isLessThan(MaximumLikelihood.mean(sample, fit::logDensity));
            assertThat(MaximumLikelihood.mean(sample, new Weibull(fit.shape(), fit.scale() * factor)::logDensity))
                    .isLessThan(MaximumLikelihood.mean(sample, fit::logDensity));
        }
        assertThat(Laplace.fit(new double[] {1, 2, 4, 9})).isEqualTo(new Laplace(3, 2.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Weibull.fit(new double[] {2, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> Laplace.fit(new double[] {2, 2}));
    }

    @Test
    void negativeBinomialMatchesSciPyAndHipparchus() {
        NegativeBinomial real = new NegativeBinomial(2.7, 0.3);
        double[] expected = GoldenValues.of("negativeBinomial");
        assertThat(real.logMass(4)).isCloseTo(expected[0], within(1e-13));
        assertThat(real.cumulative(4)).isCloseTo(expected[1], within(1e-13));
        assertThat(real.survival(40)).isCloseTo(expected[2], within(1e-12 * expected[2]));
        NegativeBinomial whole = new NegativeBinomial(5, 0.35);
        PascalDistribution pascal = new PascalDistribution(5, 0.35);
        for (int k = -1; k < 40; k++) {
            assertThat(whole.mass(k)).isCloseTo(pascal.probability(k), within(1e-13));
            assertThat(whole.cumulative(k)).isCloseTo(pascal.cumulativeProbability(k), within(1e-13));
        }
        assertThat(whole.mean()).isCloseTo(pascal.getNumericalMean(), within(1e-13));
        assertThat(whole.variance()).isCloseTo(pascal.getNumericalVariance(), within(1e-12));
        assertThat(whole.quantile(0.5)).isEqualTo(pascal.inverseCumulativeProbability(0.5));
        assertThat(new NegativeBinomial(3, 1).mass(0)).isEqualTo(1);
    }

    @Test
    void negativeBinomialFitRecoversItsParameters() {
        NegativeBinomial truth = new NegativeBinomial(2.7, 0.3);
        Random random = new Random(5);
        long[] sample = new long[SAMPLES];
        Arrays.setAll(sample, i -> truth.sampleInteger(random));
        RunningMoments moments =
                RunningMoments.of(Arrays.stream(sample).asDoubleStream().toArray());
        assertThat(moments.mean()).isCloseTo(truth.mean(), within(5 * truth.standardDeviation() / Math.sqrt(SAMPLES)));
        assertThat(moments.variance()).isCloseTo(truth.variance(), within(0.06 * truth.variance()));
        NegativeBinomial fit = NegativeBinomial.fit(Arrays.copyOf(sample, 5000));
        assertThat(fit.successes()).isCloseTo(2.7, within(0.3));
        assertThat(fit.mean()).isCloseTo(truth.mean(), within(0.3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NegativeBinomial.fit(new long[] {2, 2, 3}))
                .withMessageContaining("expected a variance above the mean");
    }

    @Test
    void dirichletMatchesSciPy() {
        Dirichlet dirichlet = new Dirichlet(0.7, 2, 3.5);
        double[] expected = GoldenValues.of("dirichlet");
        assertThat(dirichlet.logDensity(0.2, 0.3, 0.5)).isCloseTo(expected[0], within(1e-13));
        assertThat(dirichlet.covariance().toRowMajor())
                .containsExactly(Arrays.copyOfRange(expected, 1, 10), within(1e-15));
        assertThat(dirichlet.marginal(1).mean()).isCloseTo(dirichlet.mean()[1], within(1e-15));
        Random random = new Random(6);
        double[][] sample =
                Stream.generate(() -> dirichlet.sample(random)).limit(SAMPLES).toArray(double[][]::new);
        assertMoments(sample, dirichlet.mean(), dirichlet.covariance());
        assertThat(Arrays.stream(new Dirichlet(1e-4, 1e-4).sample(random)).sum())
                .isCloseTo(1, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> dirichlet.logDensity(0.2, 0.3, 0.6));
    }

    @Test
    void multinomialMatchesSciPy() {
        Multinomial multinomial = new Multinomial(9, 0.2, 0.5, 0.3);
        double[] expected = GoldenValues.of("multinomial");
        assertThat(multinomial.logMass(2, 4, 3)).isCloseTo(expected[0], within(1e-13));
        assertThat(multinomial.covariance().toRowMajor())
                .containsExactly(Arrays.copyOfRange(expected, 1, 10), within(1e-14));
        assertThat(multinomial.mass(2, 4, 4)).isZero();
        Random random = new Random(7);
        double[][] sample = Stream.generate(() -> multinomial.sample(random))
                .limit(SAMPLES)
                .map(counts -> Arrays.stream(counts).asDoubleStream().toArray())
                .toArray(double[][]::new);
        assertThat(Arrays.stream(sample)
                        .allMatch(counts -> Arrays.stream(counts).sum() == 9))
                .isTrue();
        assertMoments(sample, multinomial.mean(), multinomial.covariance());
    }

    /** Five standard errors of the mean; covariances to 5 % of the larger variance. */
    private static void assertMoments(double[][] sample, double[] mean, Matrix covariance) {
        for (int j = 0; j < mean.length; j++) {
            int column = j;
            double[] x = Arrays.stream(sample).mapToDouble(row -> row[column]).toArray();
            double m = Arrays.stream(x).average().orElseThrow();
            assertThat(m).isCloseTo(mean[j], within(5 * Math.sqrt(covariance.get(j, j) / SAMPLES)));
            for (int k = 0; k < mean.length; k++) {
                int other = k;
                double c = Arrays.stream(sample)
                        .mapToDouble(row -> (row[column] - mean[column]) * (row[other] - mean[other]))
                        .average()
                        .orElseThrow();
                double scale = Math.max(covariance.get(j, j), covariance.get(k, k));
                assertThat(c).isCloseTo(covariance.get(j, k), within(0.05 * scale));
            }
        }
    }
}
