package quartet.scratch.evaluation.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BiasVarianceTest {
    private static final double SIGMA = 0.4;
    private static final double[][] GRID = Polynomials.grid(20);
    private static final BiasVariance.Law NOISY_SINE = new BiasVariance.Law(Polynomials::sine, SIGMA, GRID, GRID);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 10})
    void biasVarianceAndNoiseSumToError(int degree) {
        BiasVariance parts = BiasVariance.of(Polynomials.ofDegree(degree), NOISY_SINE, 1000, new Random(degree));
        assertThat(parts.noise()).isCloseTo(SIGMA * SIGMA, within(1e-15));
        assertThat(parts.squaredBias() + parts.variance() + parts.noise())
                .isCloseTo(parts.error(), within(4 * parts.errorStandardError()));
        assertThat(parts.errorStandardError()).isLessThan(0.02 * parts.error());
        // The trace of the hat matrix is the number of coefficients, so the mean variance is sigma^2 (degree + 1) / n.
        double expected = SIGMA * SIGMA * (degree + 1) / GRID.length;
        assertThat(parts.variance()).isCloseTo(expected, within(0.2 * expected));
    }

    @Test
    void richerModelHasLessBiasAndMoreVariance() {
        BiasVariance simple = BiasVariance.of(Polynomials.ofDegree(1), NOISY_SINE, 300, new Random(1));
        BiasVariance right = BiasVariance.of(Polynomials.ofDegree(3), NOISY_SINE, 300, new Random(1));
        BiasVariance rich = BiasVariance.of(Polynomials.ofDegree(12), NOISY_SINE, 300, new Random(1));
        assertThat(simple.squaredBias()).isGreaterThan(10 * right.squaredBias());
        assertThat(rich.variance()).isGreaterThan(2 * right.variance());
        assertThat(right.error()).isLessThan(simple.error()).isLessThan(rich.error());
    }

    @Test
    void constantModelHasNoVariance() {
        Model zero = (x, y) -> rows -> new double[rows.length];
        double[][] test = {{0.5}, {-0.5}, {0}};
        BiasVariance parts =
                BiasVariance.of(zero, new BiasVariance.Law(Polynomials::sine, 0, GRID, test), 2, new Random(1));
        assertThat(parts.squaredBias()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(parts.variance()).isZero();
        assertThat(parts.error()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(parts.errorStandardError()).isZero();
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BiasVariance.of(Polynomials.ofDegree(1), NOISY_SINE, 1, new Random(1)))
                .withMessage("BiasVariance: expected at least 2 repetitions, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BiasVariance.Law(Polynomials::sine, Double.NaN, GRID, GRID))
                .withMessage("BiasVariance: expected a noise deviation of at least 0, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BiasVariance.Law(Polynomials::sine, 1, GRID, new double[0][]))
                .withMessage("BiasVariance: expected at least 1 test points, but was 0");
    }
}
