package quartet.scratch.probability.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.distribution.IntegerDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.distribution.discrete.EnumeratedIntegerDistribution;
import org.hipparchus.distribution.discrete.GeometricDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.probability.DiscreteDistribution;
import quartet.scratch.probability.continuous.ChiSquared;

/** Compares every discrete distribution with Hipparchus, and checks the properties of a distribution. */
class DiscreteDistributionsTest {

    private static final double RELATIVE = 1e-10;

    static Stream<Arguments> distributions() {
        return Stream.of(
                Arguments.of(new Bernoulli(0.3), new BinomialDistribution(1, 0.3)),
                Arguments.of(new Binomial(10, 0.35), new BinomialDistribution(10, 0.35)),
                Arguments.of(new Binomial(400, 0.02), new BinomialDistribution(400, 0.02)),
                Arguments.of(new Binomial(1000, 0.7), new BinomialDistribution(1000, 0.7)),
                Arguments.of(new Geometric(0.2), new GeometricDistribution(0.2)),
                Arguments.of(new Geometric(0.9), new GeometricDistribution(0.9)),
                Arguments.of(new Poisson(0.7), new PoissonDistribution(0.7)),
                Arguments.of(new Poisson(30), new PoissonDistribution(30)),
                Arguments.of(new Poisson(900), new PoissonDistribution(900)),
                Arguments.of(
                        new Categorical(0.1, 0, 0.6, 0.3),
                        new EnumeratedIntegerDistribution(new int[] {0, 1, 2, 3}, new double[] {0.1, 0, 0.6, 0.3})));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void massCumulativeQuantileAndMomentsAgree(DiscreteDistribution ours, IntegerDistribution theirs) {
        long low = ours.quantile(1e-6);
        long high = ours.quantile(1 - 1e-6);
        for (long k = low - 1; k <= high + 1; k++) {
            double mass = theirs.probability((int) k);
            assertThat(ours.mass(k)).isCloseTo(mass, within(RELATIVE * mass));
            assertThat(ours.logMass(k))
                    .satisfiesAnyOf(log -> assertThat(log).isEqualTo(Double.NEGATIVE_INFINITY), log -> assertThat(log)
                            .isCloseTo(Math.log(mass), within(RELATIVE)));
            double cumulative = theirs.cumulativeProbability((int) k);
            assertThat(ours.cumulative(k)).isCloseTo(cumulative, within(RELATIVE * cumulative));
            assertThat(ours.survival(k)).isCloseTo(1 - cumulative, within(1e-11));
        }
        for (double p : new double[] {1e-5, 0.01, 0.15, 0.333, 0.5, 0.61, 0.87, 0.99, 0.9999}) {
            assertThat(ours.quantile(p)).isEqualTo(theirs.inverseCumulativeProbability(p));
        }
        assertThat(ours.mean()).isCloseTo(theirs.getNumericalMean(), within(1e-12 * theirs.getNumericalMean()));
        assertThat(ours.variance()).isCloseTo(theirs.getNumericalVariance(), within(1e-11 * ours.variance()));
        assertThat(ours.quantile(0)).isEqualTo(ours.supportLower());
        assertThat(ours.quantile(1)).isEqualTo(ours.supportUpper());
    }

    /** The chi-squared statistic of n draws over the values with an expected count of at least 5; the seed is fixed. */
    @ParameterizedTest
    @MethodSource("distributions")
    void samplesFollowMassFunction(DiscreteDistribution ours, IntegerDistribution theirs) {
        int n = 5_000;
        SplittableRandom random = new SplittableRandom(3);
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 0; i < n; i++) {
            counts.merge(ours.sampleInteger(random), 1, Integer::sum);
        }
        double statistic = 0;
        int cells = 0;
        for (long k = ours.quantile(1e-6); k <= ours.quantile(1 - 1e-6); k++) {
            double expected = n * theirs.probability((int) k);
            if (expected >= 5) {
                double difference = counts.getOrDefault(k, 0) - expected;
                statistic += difference * difference / expected;
                cells++;
            }
        }
        assertThat(statistic).isLessThan(new ChiSquared(cells).survivalQuantile(1e-3));
        assertThat(counts.keySet()).allSatisfy(k -> assertThat(ours.mass(k)).isPositive());
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void rejectsInvalidArguments(DiscreteDistribution ours, IntegerDistribution theirs) {
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ours.quantile(p))
                    .withMessageContaining("expected a probability in [0, 1], but was " + p);
        }
    }

    /** F(Q(p)) >= p and F(Q(p) - 1) < p, for any parameters. */
    @Property(tries = 200)
    void quantilesInvertCumulativeFunction(
            @ForAll @IntRange(min = 1, max = 2_000) int n,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double probability,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        for (DiscreteDistribution distribution : new DiscreteDistribution[] {
            new Binomial(n, probability), new Geometric(probability), new Poisson(n * probability)
        }) {
            long k = distribution.quantile(p);
            assertThat(distribution.cumulative(k)).isGreaterThanOrEqualTo(p - 1e-12);
            assertThat(distribution.cumulative(k - 1)).isLessThan(p + 1e-12);
        }
    }

    /** The masses below k sum to F(k). */
    @Property(tries = 100)
    void massesSumToCumulativeFunction(
            @ForAll @IntRange(min = 0, max = 60) int k, @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        for (DiscreteDistribution distribution :
                new DiscreteDistribution[] {new Binomial(50, p), new Geometric(p), new Poisson(40 * p)}) {
            double sum = 0;
            for (long i = 0; i <= k; i++) {
                sum += distribution.mass(i);
            }
            assertThat(distribution.cumulative(k)).isCloseTo(sum, within(1e-13));
        }
    }

    @Test
    void degenerateProbabilities() {
        assertThat(new Binomial(5, 0).mass(0)).isOne();
        assertThat(new Binomial(5, 1).mass(5)).isOne();
        assertThat(new Binomial(5, 1).cumulative(4)).isZero();
        assertThat(new Binomial(5, 0).cumulative(0)).isOne();
        assertThat(new Binomial(0, 0.4).mass(0)).isOne();
        assertThat(new Binomial(100, 1).sampleInteger(new SplittableRandom(1))).isEqualTo(100);
        assertThat(new Binomial(100, 0).sampleInteger(new SplittableRandom(1))).isZero();
        assertThat(new Geometric(1).mass(0)).isOne();
        assertThat(new Geometric(1).cumulative(0)).isOne();
        assertThat(new Geometric(1).sampleInteger(new SplittableRandom(1))).isZero();
        assertThat(new Bernoulli(0).mass(0)).isOne();
        assertThat(new Bernoulli(1).logMass(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
