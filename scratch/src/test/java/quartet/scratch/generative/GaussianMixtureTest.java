package quartet.scratch.generative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.distribution.multivariate.MixtureMultivariateNormalDistribution;
import org.hipparchus.stat.fitting.MultivariateNormalMixtureExpectationMaximization;
import org.junit.jupiter.api.Test;
import quartet.scratch.generative.MixtureSettings.Covariance;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.probability.continuous.MultivariateNormal;

class GaussianMixtureTest {
    private static final GaussianMixture TRUTH = new GaussianMixture(
            new double[] {0.3, 0.7},
            List.of(
                    new MultivariateNormal(Vector.of(-3, 0), Matrix.of(new double[] {1, 0.5}, new double[] {0.5, 1})),
                    new MultivariateNormal(
                            Vector.of(3, 1), Matrix.of(new double[] {0.5, -0.3}, new double[] {-0.3, 2}))));

    @Property(tries = 100)
    void densityAgreesWithHipparchus(@ForAll @IntRange(min = 1, max = 5) int d, @ForAll long seed) {
        Random random = new Random(seed);
        double weight = random.nextDouble();
        List<MultivariateNormal> components = List.of(randomNormal(d, random), randomNormal(d, random));
        double[] x = random.doubles(d, -3, 3).toArray();
        GaussianMixture mixture = new GaussianMixture(new double[] {weight, 1 - weight}, components);
        double expected = Math.log(hipparchus(mixture).density(x));
        assertThat(mixture.logDensity(x)).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
    }

    private static MultivariateNormal randomNormal(int d, Random random) {
        Matrix a = Matrix.generate(d, d, (i, j) -> random.nextGaussian());
        Matrix covariance = a.times(a.transpose()).plus(Matrix.identity(d).scale(0.1));
        return new MultivariateNormal(Vector.generate(d, i -> random.nextGaussian()), covariance);
    }

    private static MixtureMultivariateNormalDistribution hipparchus(GaussianMixture mixture) {
        return new MixtureMultivariateNormalDistribution(
                mixture.weights(),
                mixture.components().stream().map(c -> c.mean().toArray()).toArray(double[][]::new),
                mixture.components().stream().map(c -> c.covariance().toRows()).toArray(double[][][]::new));
    }

    @Property(tries = 60)
    void objectiveNeverDecreases(
            @ForAll @IntRange(min = 1, max = 4) int components,
            @ForAll Covariance covariance,
            @ForAll boolean penalized,
            @ForAll long seed) {
        double[][] x = draw(TRUTH, 60, seed);
        MixtureSettings settings = new MixtureSettings(components, covariance, penalized ? 0.5 : 1e-4, 1e-9, 60);
        List<Double> objectives =
                ExpectationMaximization.fit(x, settings, new Random(seed)).objectives();
        for (int step = 1; step < objectives.size(); step++) {
            assertThat(objectives.get(step)).isGreaterThanOrEqualTo(objectives.get(step - 1) - 1e-9);
        }
    }

    @Test
    void oneComponentIsMeanAndCovariance() {
        double[][] x = {{1, 2}, {3, 2}, {5, 8}};
        MixtureSettings settings = new MixtureSettings(1, Covariance.FULL, 0.3, 1e-12, 10);
        ExpectationMaximization fit = ExpectationMaximization.fit(x, settings, new Random(1));
        MultivariateNormal component = fit.mixture().components().get(0);
        assertThat(fit.converged()).isTrue();
        assertThat(component.mean().toArray()).containsExactly(new double[] {3, 4}, within(1e-12));
        // Squares 4, 0, 4 and 4, 4, 16; products 4, 0, 8; the penalty adds 0.3 to both squares; divided by 3.
        assertThat(component.covariance().row(0).toArray()).containsExactly(new double[] {8.3 / 3, 4}, within(1e-12));
        assertThat(component.covariance().row(1).toArray()).containsExactly(new double[] {4, 24.3 / 3}, within(1e-12));
        assertThat(fit.mixture().weights()).containsExactly(1);
    }

    @Test
    void recoversComponentsOfTheData() {
        GaussianMixture found = ExpectationMaximization.fit(
                        draw(TRUTH, 1500, 11), MixtureSettings.ofComponents(2), new Random(5))
                .mixture();
        int left = found.components().get(0).mean().get(0) < 0 ? 0 : 1;
        for (int k = 0; k < 2; k++) {
            MultivariateNormal expected = TRUTH.components().get(k);
            MultivariateNormal component = found.components().get(k == 0 ? left : 1 - left);
            assertThat(component.mean().toArray())
                    .containsExactly(expected.mean().toArray(), within(0.2));
            for (int i = 0; i < 2; i++) {
                assertThat(component.covariance().row(i).toArray())
                        .containsExactly(expected.covariance().row(i).toArray(), within(0.3));
            }
        }
        assertThat(found.weights()[left]).isCloseTo(0.3, within(0.04));
        assertThat(found.cluster(new double[] {-3, 0})).isEqualTo(left);
        assertThat(found.responsibilities(new double[] {3, 1})[left]).isLessThan(1e-6);
        // Far away all densities underflow, but their ratio is defined.
        assertThat(Arrays.stream(found.responsibilities(new double[] {1e4, -1e4}))
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    /** The squared distances overflow, but their order does not: x = 1e160 is closer to the wider component. */
    @Test
    void responsibilitiesOfDistantRows() {
        GaussianMixture mixture = new GaussianMixture(
                new double[] {0.5, 0.5},
                List.of(
                        new MultivariateNormal(Vector.of(0), Matrix.of(new double[] {1})),
                        new MultivariateNormal(Vector.of(0), Matrix.of(new double[] {4}))));
        assertThat(mixture.responsibilities(new double[] {1e160})).containsExactly(0, 1);
        assertThat(mixture.cluster(new double[] {1e160})).isEqualTo(1);
    }

    @Test
    void resultIsAFixedPointOfHipparchusEm() {
        double[][] x = draw(TRUTH, 300, 12);
        MixtureSettings settings = new MixtureSettings(2, Covariance.FULL, 0, 1e-12, 1000);
        GaussianMixture found =
                ExpectationMaximization.fit(x, settings, new Random(5)).mixture();
        MultivariateNormalMixtureExpectationMaximization theirs =
                new MultivariateNormalMixtureExpectationMaximization(x);
        theirs.fit(hipparchus(found), 1000, 1e-12);
        assertThat(found.meanLogLikelihood(x)).isCloseTo(theirs.getLogLikelihood(), within(1e-9));
    }

    @Test
    void diagonalCovariancesAreDiagonal() {
        MixtureSettings settings = new MixtureSettings(2, Covariance.DIAGONAL, 1e-6, 1e-6, 100);
        GaussianMixture found = ExpectationMaximization.fit(draw(TRUTH, 200, 3), settings, new Random(1))
                .mixture();
        for (MultivariateNormal component : found.components()) {
            assertThat(component.covariance().get(0, 1)).isZero();
            assertThat(component.covariance().get(0, 0)).isGreaterThan(0.2);
        }
    }

    @Test
    void penaltyBoundsVarianceOfACollapsedComponent() {
        double[][] x = {{0}, {0}, {0}, {5}, {7}, {6}};
        ExpectationMaximization fit = ExpectationMaximization.fit(
                x, new MixtureSettings(2, Covariance.FULL, 0.03, 1e-12, 500), new Random(2));
        assertThat(fit.converged()).isTrue();
        double smallest = fit.mixture().components().stream()
                .mapToDouble(component -> component.covariance().get(0, 0))
                .min()
                .orElseThrow();
        // For three equal rows the variance is a third of the penalty.
        assertThat(smallest).isCloseTo(0.01, within(1e-6));
    }

    @Test
    void rejectsInvalidArguments() {
        MixtureSettings three = MixtureSettings.ofComponents(3);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ExpectationMaximization.fit(new double[][] {{1}, {1}, {2}, {2}}, three, new Random(1)))
                .withMessage("GaussianMixture: expected at least 3 different rows, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectationMaximization.fit(new double[2][1], three, new Random(1)))
                .withMessage("GaussianMixture: expected at least 3 rows, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ExpectationMaximization.fit(new double[][] {{1}, {Double.NaN}, {2}}, three, new Random(1)))
                .withMessage("GaussianMixture: expected finite numbers, but was NaN at position 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MixtureSettings(2, Covariance.FULL, -1, 1, 1))
                .withMessage("GaussianMixture: expected penalty >= 0, but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TRUTH.logDensity(new double[3]))
                .withMessage("GaussianMixture: expected a row of 2 numbers, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianMixture(new double[] {1}, List.of()))
                .withMessage("GaussianMixture: expected at least 1 components, but was 0");
    }

    private static double[][] draw(GaussianMixture mixture, int rows, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[rows][];
        Arrays.setAll(x, i -> mixture.sample(random));
        return x;
    }
}
