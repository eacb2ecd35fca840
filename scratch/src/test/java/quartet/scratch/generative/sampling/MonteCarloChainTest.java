package quartet.scratch.generative.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import quartet.scratch.calculus.minimization.Objective;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Cholesky;
import quartet.scratch.probability.continuous.MultivariateNormal;
import quartet.scratch.probability.continuous.Normal;

/** Compares the moments of chains with those of known distributions. */
class MonteCarloChainTest {

    private static final MultivariateNormal NORMAL =
            new MultivariateNormal(Vector.of(1, -2), Matrix.of(new double[] {2, 0.9}, new double[] {0.9, 0.5}));

    /** U = -ln p of the normal distribution, with the gradient C^-1 (x - m). */
    private static final Objective POTENTIAL = new Objective() {
        @Override
        public double value(double[] x) {
            return -NORMAL.logDensity(Vector.of(x));
        }

        @Override
        public double[] gradient(double[] x) {
            return Cholesky.of(NORMAL.covariance())
                    .solve(Vector.of(x).minus(NORMAL.mean()))
                    .toArray();
        }
    };

    /** Means to 5 standard errors of the effective sample size, variances and the covariance to 15 %. */
    private static void assertMoments(SampleChain chain) {
        for (int j = 0; j < 2; j++) {
            double variance = NORMAL.covariance().get(j, j);
            double error = Math.sqrt(variance / chain.effectiveSize(j));
            assertThat(chain.mean(j)).isCloseTo(NORMAL.mean().get(j), within(5 * error));
            assertThat(chain.variance(j)).isCloseTo(variance, within(0.15 * variance));
        }
        double product = 0;
        for (double[] x : chain.points()) {
            product += (x[0] - 1) * (x[1] + 2) / chain.size();
        }
        assertThat(product).isCloseTo(0.9, within(0.15));
    }

    @Test
    void metropolisSamplesTheNormalDistribution() {
        SampleChain chain = new Metropolis(0.9)
                .sample(x -> NORMAL.logDensity(Vector.of(x)), new double[] {5, 5}, 1000, 60_000, new Random(1));
        assertMoments(chain);
        assertThat(chain.acceptanceRate()).isBetween(0.2, 0.6);
    }

    @Test
    void hamiltonianMonteCarloNeedsFewerPoints() {
        SampleChain chain =
                new HamiltonianMonteCarlo(0.35, 8).sample(POTENTIAL, new double[] {5, 5}, 100, 6000, new Random(1));
        assertMoments(chain);
        assertThat(chain.acceptanceRate()).isGreaterThan(0.8);
        SampleChain walk =
                new Metropolis(0.9).sample(x -> -POTENTIAL.value(x), new double[] {5, 5}, 100, 6000, new Random(1));
        assertThat(chain.effectiveSize(0)).isGreaterThan(10 * walk.effectiveSize(0));
    }

    /** The exponential distribution has its border at 0, which the chain must not cross. */
    @Test
    void chainsStayInsideTheSupport() {
        SampleChain chain = new Metropolis(2)
                .sample(x -> x[0] < 0 ? Double.NEGATIVE_INFINITY : -x[0], new double[] {1}, 100, 40_000, new Random(4));
        assertThat(Arrays.stream(chain.coordinate(0)).min().orElseThrow()).isNotNegative();
        assertThat(chain.mean(0)).isCloseTo(1, within(5 / Math.sqrt(chain.effectiveSize(0))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Metropolis(1).sample(x -> Double.NEGATIVE_INFINITY, new double[] {1}, 0, 10, new Random(1)))
                .withMessageContaining("log density at the start");
    }

    /** For x_t = r x_{t-1} + noise, n points are worth n (1 - r) / (1 + r). */
    @Test
    void theEffectiveSizeOfAnAutoregressionIsKnown() {
        double r = 0.8;
        Random random = new Random(6);
        double[][] points = new double[200_000][1];
        for (int t = 1; t < points.length; t++) {
            points[t][0] = r * points[t - 1][0] + Normal.STANDARD.sample(random);
        }
        assertThat(new SampleChain(points, 1).effectiveSize(0) / points.length)
                .isCloseTo((1 - r) / (1 + r), within(0.01));
    }

    @Test
    void differentRegionsRaiseTheScaleReduction() {
        double[][] first = {{0}, {1}, {2}, {1}};
        double[][] second = {{10}, {11}, {12}, {11}};
        SampleChain a = new SampleChain(first, 1);
        SampleChain b = new SampleChain(second, 1);
        // Within: 2 / 3 each; between: 4 times the variance 50 of the means 1 and 11.
        assertThat(SampleChain.potentialScaleReduction(List.of(a, b), 0))
                .isCloseTo(Math.sqrt((3 * 2 / 3.0 + 200) / (4 * 2 / 3.0)), within(1e-13));
        assertThat(SampleChain.potentialScaleReduction(List.of(a, a), 0)).isCloseTo(Math.sqrt(0.75), within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleChain.potentialScaleReduction(List.of(a), 0))
                .withMessage("SampleChain.potentialScaleReduction: expected at least 2 chains, but was 1");
    }
}
