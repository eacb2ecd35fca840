package quartet.scratch.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.calculus.difference.FiniteDifferences;
import quartet.scratch.probability.continuous.Beta;
import quartet.scratch.probability.continuous.Cauchy;
import quartet.scratch.probability.continuous.ChiSquared;
import quartet.scratch.probability.continuous.Exponential;
import quartet.scratch.probability.continuous.FisherF;
import quartet.scratch.probability.continuous.Gamma;
import quartet.scratch.probability.continuous.LogNormal;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.probability.continuous.StudentT;
import quartet.scratch.probability.continuous.Uniform;
import quartet.scratch.probability.discrete.Bernoulli;
import quartet.scratch.probability.discrete.Binomial;
import quartet.scratch.probability.discrete.Categorical;
import quartet.scratch.probability.discrete.Geometric;
import quartet.scratch.probability.discrete.Poisson;

/** Maximum-likelihood fits have a stationary likelihood and are close to the true parameters. */
class FitTest {

    private static final int SIZE = 4_000;

    /** A family as a function of its parameters, the parameters of its fit, and the true distribution of the sample. */
    private static Arguments family(
            Function<double[], ContinuousDistribution> family, Function<double[], double[]> fit, double... truth) {
        return Arguments.of(family, fit, truth);
    }

    static Stream<Arguments> smoothFamilies() {
        return Stream.of(
                family(p -> new Normal(p[0], p[1]), s -> parameters(Normal.fit(s)), 3, 2),
                family(p -> new LogNormal(p[0], p[1]), s -> parameters(LogNormal.fit(s)), 0.5, 0.8),
                family(
                        p -> new Exponential(p[0]),
                        s -> new double[] {Exponential.fit(s).rate()},
                        2.5),
                family(p -> new Gamma(p[0], p[1]), s -> parameters(Gamma.fit(s)), 0.4, 3),
                family(p -> new Gamma(p[0], p[1]), s -> parameters(Gamma.fit(s)), 30, 0.1),
                family(p -> new Beta(p[0], p[1]), s -> parameters(Beta.fit(s)), 0.6, 0.9),
                family(p -> new Beta(p[0], p[1]), s -> parameters(Beta.fit(s)), 8, 40),
                family(
                        p -> new ChiSquared(p[0]),
                        s -> new double[] {ChiSquared.fit(s).degreesOfFreedom()},
                        3),
                family(
                        p -> new StudentT(p[0]),
                        s -> new double[] {StudentT.fit(s).degreesOfFreedom()},
                        3),
                family(p -> new FisherF(p[0], p[1]), s -> parameters(FisherF.fit(s)), 4, 6),
                family(p -> new Cauchy(p[0], p[1]), s -> parameters(Cauchy.fit(s)), -20, 3));
    }

    private static double[] parameters(Record fit) {
        return Stream.of(fit.getClass().getRecordComponents())
                .mapToDouble(component -> {
                    try {
                        return (double) component.getAccessor().invoke(fit);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(e.getMessage(), e);
                    }
                })
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("smoothFamilies")
    void likelihoodIsStationaryAndFitIsCloseToTruth(
            Function<double[], ContinuousDistribution> family, Function<double[], double[]> fit, double[] truth) {
        double[] sample = family.apply(truth).samples(SIZE, new SplittableRandom(17));
        double[] fitted = fit.apply(sample);
        double[] slope =
                FiniteDifferences.gradient(p -> MaximumLikelihood.mean(sample, family.apply(p)::logDensity), fitted);
        for (int i = 0; i < truth.length; i++) {
            assertThat(slope[i] * Math.max(1, Math.abs(fitted[i]))).isCloseTo(0, within(2e-5));
            assertThat(fitted[i]).isCloseTo(truth[i], within(0.12 * Math.abs(truth[i])));
        }
    }

    @Test
    void closedFormFitsMatchHandCalculation() {
        assertThat(Normal.fit(new double[] {1, 2, 3, 6})).isEqualTo(new Normal(3, Math.sqrt(3.5)));
        assertThat(Uniform.fit(new double[] {2, -1, 0.5})).isEqualTo(new Uniform(-1, 2));
        assertThat(Exponential.fit(new double[] {1, 3})).isEqualTo(new Exponential(0.5));
        assertThat(Bernoulli.fit(new long[] {1, 0, 0, 1, 1})).isEqualTo(new Bernoulli(0.6));
        assertThat(Binomial.fit(10, new long[] {3, 4, 5})).isEqualTo(new Binomial(10, 0.4));
        assertThat(Geometric.fit(new long[] {0, 2, 4})).isEqualTo(new Geometric(1 / 3.0));
        assertThat(Poisson.fit(new long[] {2, 3, 7})).isEqualTo(new Poisson(4));
        assertThat(Categorical.fit(3, new long[] {0, 2, 2, 2})).isEqualTo(new Categorical(0.25, 0, 0.75));
    }

    /** Minimizes a quadratic function of two correlated variables, whose maximum is known. */
    @Test
    void maximizeFindsMaximumOfQuadratic() {
        double[] top =
                MaximumLikelihood.maximize(p -> -(p[0] - 1) * (p[0] - 1) - 10 * (p[1] + p[0]) * (p[1] + p[0]), 5, 5);
        assertThat(top).containsExactly(new double[] {1, -1}, within(1e-5));
    }

    @Test
    void rejectsInvalidSamples() {
        for (Function<double[], ?> fit : Stream.<Function<double[], ?>>of(
                        Normal::fit,
                        Uniform::fit,
                        LogNormal::fit,
                        Exponential::fit,
                        Gamma::fit,
                        Beta::fit,
                        ChiSquared::fit,
                        StudentT::fit,
                        FisherF::fit,
                        Cauchy::fit)
                .toList()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fit.apply(new double[0]))
                    .withMessageContaining("observations, but was 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fit.apply(new double[] {0.1, 0.2, Double.NaN, 0.4}))
                    .withMessageContaining("but was NaN");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Beta.fit(new double[] {0.5, 1.5}))
                .withMessage("Beta.fit: expected observations in (0.0, 1.0), but was 1.5");
        double[] equal = DoubleStream.generate(() -> 3).limit(5).toArray();
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.fit(equal));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gamma.fit(equal))
                .withMessageContaining("expected observations that differ");
        assertThatIllegalArgumentException().isThrownBy(() -> Cauchy.fit(equal));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.fit(new long[0]))
                .withMessage("Poisson.fit: expected at least one observation, but was []");
        assertThatIllegalArgumentException().isThrownBy(() -> Categorical.fit(2, new long[] {0, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.fit(5, new long[] {6}));
        assertThatIllegalArgumentException().isThrownBy(() -> Bernoulli.fit(new long[] {2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaximumLikelihood.mean(new double[0], x -> x))
                .withMessage("MaximumLikelihood.mean: number of observations: expected at least 1, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Geometric.fit(new long[] {-1}));
    }

    @Test
    void rejectsParametersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normal(0, -1))
                .withMessage("Normal: standardDeviation: expected a finite number > 0, but was -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Normal(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Uniform(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogNormal(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Exponential(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gamma(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Beta(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChiSquared(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new StudentT(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FisherF(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cauchy(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bernoulli(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Binomial(-1, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Geometric(0))
                .withMessage("Geometric: expected a probability in (0, 1], but was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Poisson(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Categorical(0.5, 0.4))
                .withMessageContaining("expected probabilities with sum 1, but their sum was 0.9");
        assertThatIllegalArgumentException().isThrownBy(() -> new Categorical());
    }
}
