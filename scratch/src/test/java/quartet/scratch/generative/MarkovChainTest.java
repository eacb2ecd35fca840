package quartet.scratch.generative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.application.LinearSystems;

class MarkovChainTest {
    private static final MarkovChain WEATHER =
            new MarkovChain(Matrix.of(new double[] {0.9, 0.1}, new double[] {0.3, 0.7}));

    @Test
    void stationaryDistributionOfTwoStates() {
        // The closed form is (b, a) / (a + b) for the transition probabilities a = 0.1 and b = 0.3.
        assertThat(WEATHER.stationary().toArray()).containsExactly(new double[] {0.75, 0.25}, within(1e-11));
    }

    @Test
    void stationaryDistributionOfPeriodicAndTransientChains() {
        MarkovChain circle =
                new MarkovChain(Matrix.of(new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1, 0, 0}));
        assertThat(circle.stationary().toArray())
                .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-11));
        MarkovChain leaves = new MarkovChain(Matrix.of(new double[] {0.5, 0.5}, new double[] {0, 1}));
        assertThat(leaves.stationary().toArray()).containsExactly(new double[] {0, 1}, within(1e-11));
    }

    @Test
    void rejectsTwoClosedClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkovChain(Matrix.identity(2)).stationary())
                .withMessage(
                        "MarkovChain.stationary: expected one closed class of states, but there are several, and the"
                                + " limit depends on the start");
    }

    /** The balance equation 1e-12 pi_0 = 3e-12 pi_1. */
    @Test
    void stationaryDistributionOfNearlyReducibleChain() {
        MarkovChain chain =
                new MarkovChain(Matrix.of(new double[] {1 - 1e-12, 1e-12}, new double[] {3e-12, 1 - 3e-12}));
        assertThat(chain.stationary().toArray()).containsExactly(new double[] {0.75, 0.25}, within(1e-15));
    }

    @Property(tries = 100)
    void stationaryDistributionSolvesLinearSystem(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
        Random random = new Random(seed);
        Matrix positive = Matrix.generate(n, n, (i, j) -> 0.05 + random.nextDouble());
        Matrix p = Matrix.generate(
                n, n, (i, j) -> positive.get(i, j) / positive.row(i).sum());
        // The condition sum pi = 1 replaces one equation of pi (P - I) = 0.
        Matrix system = Matrix.generate(n, n, (i, j) -> i == n - 1 ? 1 : p.get(j, i) - (i == j ? 1 : 0));
        Vector expected = LinearSystems.solve(system, Vector.basis(n, n - 1));
        assertThat(new MarkovChain(p).stationary().toArray()).containsExactly(expected.toArray(), within(1e-10));
    }

    @Test
    void transitionsAreCounted() {
        List<int[]> sequences = List.of(new int[] {0, 0, 1, 0}, new int[] {1}, new int[] {1, 1});
        assertThat(MarkovChain.fit(sequences, 2, 0).transitions())
                .isEqualTo(Matrix.of(new double[] {0.5, 0.5}, new double[] {0.5, 0.5}));
        MarkovChain smooth = MarkovChain.fit(sequences, 3, 1);
        assertThat(smooth.transitions().row(0).toArray())
                .containsExactly(new double[] {2.0 / 5, 2.0 / 5, 1.0 / 5}, within(1e-15));
        assertThat(smooth.transitions().row(2).toArray())
                .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-15));
        assertThat(WEATHER.logProbability(new int[] {0, 0, 1, 1})).isCloseTo(Math.log(0.9 * 0.1 * 0.7), within(1e-14));
    }

    @Test
    void longWalkRecoversTransitions() {
        int[] walk = WEATHER.sample(0, 20_000, new Random(6));
        assertThat(walk[0]).isZero();
        Matrix found = MarkovChain.fit(List.of(walk), 2, 0).transitions();
        for (int i = 0; i < 2; i++) {
            assertThat(found.row(i).toArray())
                    .containsExactly(WEATHER.transitions().row(i).toArray(), within(0.025));
        }
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkovChain(Matrix.of(new double[] {0.5, 0.6}, new double[] {1, 0})))
                .withMessage("MarkovChain: expected rows of probabilities with sum 1, but was [0.5, 0.6]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkovChain(Matrix.zeros(2, 3)))
                .withMessage("MarkovChain: expected a row of 2 numbers, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkovChain.fit(List.of(new int[] {0, 1}), 2, 0))
                .withMessage("MarkovChain: expected a transition from every state or smoothing, but was none from 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkovChain.fit(List.of(new int[] {0, 2}), 2, 0))
                .withMessage("MarkovChain: states: expected numbers in [0, 2), but was 2 at position 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEATHER.sample(2, 3, new Random(1)))
                .withMessage("MarkovChain: start: expected numbers in [0, 2), but was 2 at position 0");
    }
}
