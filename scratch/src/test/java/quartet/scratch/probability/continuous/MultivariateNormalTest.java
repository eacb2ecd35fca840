package quartet.scratch.probability.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.distribution.multivariate.MultivariateNormalDistribution;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;

/** Compares the multivariate normal distribution with Hipparchus and with its own samples. */
class MultivariateNormalTest {

    private static final double[] MEAN = {1, -2, 0.5};
    private static final double[][] COVARIANCE = {{2, 0.6, -0.3}, {0.6, 1, 0.2}, {-0.3, 0.2, 0.5}};

    private static MultivariateNormal distribution() {
        return new MultivariateNormal(Vector.of(MEAN), Matrix.of(COVARIANCE));
    }

    @Property(tries = 100)
    void densityAgreesWithHipparchus(
            @ForAll @DoubleRange(min = -3, max = 5) double x,
            @ForAll @DoubleRange(min = -5, max = 1) double y,
            @ForAll @DoubleRange(min = -2, max = 3) double z) {
        double expected = new MultivariateNormalDistribution(MEAN, COVARIANCE).density(new double[] {x, y, z});
        assertThat(distribution().density(Vector.of(x, y, z))).isCloseTo(expected, within(1e-10 * expected));
    }

    @Test
    void densityFactorsForIndependentComponents() {
        MultivariateNormal two = new MultivariateNormal(Vector.of(1, 2), Matrix.of(new double[][] {{4, 0}, {0, 9}}));
        double product = new Normal(1, 2).logDensity(0.3) + new Normal(2, 3).logDensity(4);
        assertThat(two.logDensity(Vector.of(0.3, 4))).isCloseTo(product, within(1e-14));
        assertThat(two.squaredDistance(Vector.of(3, 5))).isCloseTo(2, within(1e-14));
    }

    /** The fitted mean and covariance of n draws differ from the parameters by about 1 / sqrt(n); the seed is fixed. */
    @Test
    void fitRecoversParameters() {
        int n = 10_000;
        SplittableRandom random = new SplittableRandom(12);
        MultivariateNormal truth = distribution();
        Vector[] draws = new Vector[n];
        for (int i = 0; i < n; i++) {
            draws[i] = truth.sample(random);
        }
        MultivariateNormal fit = MultivariateNormal.fit(Matrix.generate(n, 3, (i, j) -> draws[i].get(j)));
        for (int i = 0; i < 3; i++) {
            assertThat(fit.mean().get(i)).isCloseTo(MEAN[i], within(0.05));
            for (int j = 0; j < 3; j++) {
                assertThat(fit.covariance().get(i, j)).isCloseTo(COVARIANCE[i][j], within(0.1));
            }
        }
    }

    @Test
    void fitMatchesHandCalculation() {
        Matrix sample = Matrix.of(new double[] {0, 0}, new double[] {2, 0}, new double[] {1, 3});
        MultivariateNormal fit = MultivariateNormal.fit(sample);
        assertThat(fit.mean().toArray()).containsExactly(1, 1);
        assertThat(fit.covariance().get(0, 0)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(fit.covariance().get(1, 1)).isCloseTo(2, within(1e-15));
        assertThat(fit.covariance().get(0, 1)).isCloseTo(0, within(1e-15));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultivariateNormal(Vector.of(1, 2), Matrix.of(COVARIANCE)))
                .withMessage("MultivariateNormal: expected a covariance [2, 2], but was [3, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultivariateNormal(Vector.of(0, 0), Matrix.of(new double[][] {{1, 2}, {2, 1}})))
                .withMessageContaining("positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultivariateNormal(Vector.of(Double.NaN), Matrix.identity(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> distribution().density(Vector.of(1, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateNormal.fit(Matrix.identity(2)))
                .withMessageContaining("expected more rows than the 2 columns, but was 2");
    }
}
