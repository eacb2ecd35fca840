package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static quartet.scratch.linalg.TestMatrices.assertClose;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

class TriangularSystemsTest {

    private final Matrix lower = Matrix.of(new double[] {2, 99}, new double[] {3, 4});

    @Test
    void matchesHandCalculation() {
        // 2 x = 4, 3 x + 4 y = 18; the entry 99 is ignored
        assertThat(TriangularSystems.solveLower(lower, Vector.of(4, 18))).isEqualTo(Vector.of(2, 3));
        // 4 y = 8, 2 x + 99 y = 200; the entry 3 is ignored
        assertThat(TriangularSystems.solveUpper(lower, Vector.of(200, 8))).isEqualTo(Vector.of(1, 2));
        assertThat(TriangularSystems.solveUpper(Matrix.zeros(0, 0), Vector.of()))
                .isEqualTo(Vector.of());
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TriangularSystems.solveLower(Matrix.diagonal(Vector.of(1, 0)), Vector.of(1, 1)))
                .withMessage("TriangularSystems.solveLower: expected a non-singular matrix, but diagonal entry 1 is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TriangularSystems.solveUpper(Matrix.zeros(2, 3), Vector.of(1, 1)))
                .withMessage("TriangularSystems.solveUpper: expected a square matrix, but was 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TriangularSystems.solveUpper(lower, Vector.of(1)))
                .withMessage("TriangularSystems.solveUpper: expected a vector of size 2, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TriangularSystems.solveUpper(lower, Vector.of(1, Double.NaN)))
                .withMessage("TriangularSystems.solveUpper: expected finite entries, but entry 1 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TriangularSystems.solveLower(Matrix.diagonal(Vector.of(Double.NaN)), Vector.of(1)))
                .withMessage("TriangularSystems.solveLower: expected finite entries, but entry (0, 0) is NaN");
    }

    @Property(tries = 200)
    void solutionInvertsProduct(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Matrix random = TestMatrices.random(n, n, seed);
        // A dominant diagonal keeps the condition number small.
        Matrix triangle =
                Matrix.generate(n, n, (i, j) -> i == j ? 2 * n + random.get(i, i) : i > j ? random.get(i, j) : 0);
        Vector x = TestMatrices.randomVector(n, seed + 1);
        assertClose(TriangularSystems.solveLower(triangle, triangle.times(x)), x, 1e-13);
        Matrix upper = triangle.transpose();
        assertClose(TriangularSystems.solveUpper(upper, upper.times(x)), x, 1e-13);
    }
}
