package quartet.scratch.linalg.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.linalg.Complex;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.EigenDecomposition;

class PowerIterationTest {

    @Test
    void matchesTrefethenAndBau() {
        // Example 27.1: the largest eigenvalue is 5.214319743377...
        Matrix a = Matrix.of(new double[] {2, 1, 1}, new double[] {1, 3, 1}, new double[] {1, 1, 4});
        PowerIteration result = PowerIteration.of(a, Vector.of(1, 1, 1), 1e-12, 100);
        assertThat(result.eigenvalue()).isCloseTo(5.214319743377, within(1e-12));
        assertClose(a.times(result.eigenvector()), result.eigenvector().scale(result.eigenvalue()), 1e-12);
        assertThat(Norms.two(result.eigenvector())).isCloseTo(1, within(1e-14));
        assertThat(result.iterations()).isBetween(5, 60);
    }

    @Test
    void findsNegativeDominantEigenvalue() {
        assertThat(PowerIteration.of(Matrix.diagonal(Vector.of(1, -3)), Vector.of(1, 1), 1e-10, 100)
                        .eigenvalue())
                .isCloseTo(-3, within(1e-12));
        assertThat(PowerIteration.of(Matrix.zeros(2, 2), Vector.of(1, 1), 1e-10, 1)
                        .eigenvalue())
                .isZero();
    }

    @Test
    void rejectsInvalidArguments() {
        Matrix turn = Matrix.of(new double[] {0, -1}, new double[] {1, 0});
        Vector start = Vector.of(1, 0);
        assertThatExceptionOfType(NonConvergenceException.class)
                .isThrownBy(() -> PowerIteration.of(turn, start, 1e-10, 50))
                .withMessage("PowerIteration: expected one dominant eigenvalue and a start not orthogonal to it,"
                        + " but after 50 iterations the residual is 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerIteration.of(Matrix.zeros(2, 3), start, 1e-10, 50))
                .withMessage("PowerIteration: expected a square matrix, but was 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerIteration.of(Matrix.zeros(0, 0), Vector.of(), 1e-10, 50))
                .withMessage("PowerIteration: expected at least one row and one column, but was 0x0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerIteration.of(turn, Vector.of(1), 1e-10, 50))
                .withMessage("PowerIteration: expected a vector of size 2, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerIteration.of(turn, Vector.zeros(2), 1e-10, 50))
                .withMessage("Vector.normalized: expected a finite norm above zero, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerIteration.of(turn, start, 0, 50))
                .withMessage("PowerIteration: expected a tolerance above 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerIteration.of(turn.scale(Double.NaN), start, 1e-10, 50))
                .withMessage("PowerIteration: expected finite entries, but entry (0, 0) is NaN");
    }

    @Property(tries = 100)
    void findsPerronEigenvalueOfPositiveMatrix(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        // Perron and Frobenius: a matrix of positive entries has one dominant eigenvalue, and it is positive.
        Matrix a = TestMatrices.random(n, n, seed).map(value -> 0.1 + Math.abs(value));
        PowerIteration result = PowerIteration.of(a, Vector.generate(n, i -> 1), 1e-11, 10_000);
        Complex expected = EigenDecomposition.of(a).eigenvalues().get(0);
        assertThat(result.eigenvalue() / expected.real()).isCloseTo(1, within(1e-9));
    }
}
