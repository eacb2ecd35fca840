package quartet.scratch.linalg.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Qr;

class LinearSystemsTest {

    private final Matrix a = Matrix.of(new double[] {2, 1}, new double[] {1, 3});

    @Test
    void matchesHandCalculation() {
        assertClose(LinearSystems.solve(a, Vector.of(4, 7)), Vector.of(1, 2), 1e-15);
        assertThat(LinearSystems.determinant(a)).isCloseTo(5, within(1e-15));
        Matrix inverse = Matrix.of(new double[] {0.6, -0.2}, new double[] {-0.2, 0.4});
        assertClose(LinearSystems.inverse(a), inverse, 1e-15);
        assertClose(LinearSystems.pseudoInverse(a), inverse, 1e-14);
        assertThat(LinearSystems.rank(a)).isEqualTo(2);
        // the eigenvalues (5 +- sqrt 5) / 2 of a symmetric matrix
        assertThat(LinearSystems.conditionNumber(a)).isCloseTo((5 + Math.sqrt(5)) / (5 - Math.sqrt(5)), within(1e-14));
    }

    @Test
    void solversRejectUnsuitableMatrices() {
        Matrix singular = Matrix.of(new double[] {1, 1}, new double[] {1, 1});
        Vector b = Vector.of(1, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearSystems.solve(singular, b))
                .withMessage("LU: expected a non-singular matrix, but pivot 1 is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearSystems.leastSquares(singular, b))
                .withMessageContaining("use the minimum-norm solution instead");
        assertClose(LinearSystems.minimumNorm(singular, b), Vector.of(1, 1), 1e-15);
    }

    @Property(tries = 100)
    void solversAgreeOnRegularSystems(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Matrix random = TestMatrices.random(n, n, seed).plus(Matrix.identity(n).scale(3 * n));
        Vector b = TestMatrices.randomVector(n, seed + 1);
        Vector x = LinearSystems.solve(random, b);
        assertClose(LinearSystems.leastSquares(random, b), x, 1e-12);
        assertClose(LinearSystems.minimumNorm(random, b), x, 1e-12);
        assertClose(random.times(x), b, 1e-13);
    }

    @Property(tries = 100)
    void minimumNormSolutionIsShortest(
            @ForAll @IntRange(min = 1, max = 6) int m,
            @ForAll @IntRange(min = 1, max = 6) int more,
            @ForAll long seed) {
        Matrix wide =
                TestMatrices.random(m, m + more, seed).plus(Matrix.generate(m, m + more, (i, j) -> i == j ? 20 : 0));
        Vector b = TestMatrices.randomVector(m, seed + 1);
        Vector x = LinearSystems.minimumNorm(wide, b);
        assertClose(wide.times(x), b, 1e-12);
        // x is orthogonal to the null space, so adding an element of the null space increases the norm.
        Matrix nullSpace = Qr.of(wide.transpose()).fullQ().block(0, m + more, m, m + more);
        assertThat(Norms.two(nullSpace.transpose().times(x))).isLessThanOrEqualTo(1e-13 * Norms.two(x));
    }
}
