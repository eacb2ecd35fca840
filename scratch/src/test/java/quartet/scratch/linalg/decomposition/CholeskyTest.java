package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.hipparchus;
import static quartet.scratch.linalg.TestMatrices.ofHipparchus;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.CholeskyDecomposition;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

class CholeskyTest {

    @Test
    void matchesHandCalculation() {
        Matrix a = Matrix.of(new double[] {4, 12, -16}, new double[] {12, 37, -43}, new double[] {-16, -43, 98});
        Cholesky cholesky = Cholesky.of(a);
        assertThat(cholesky.lower())
                .isEqualTo(Matrix.of(new double[] {2, 0, 0}, new double[] {6, 1, 0}, new double[] {-8, 5, 3}));
        assertThat(cholesky.determinant()).isEqualTo(36);
        assertThat(cholesky.logDeterminant()).isCloseTo(Math.log(36), within(1e-14));
        assertClose(cholesky.solve(a.times(Vector.of(1, 2, 3))), Vector.of(1, 2, 3), 1e-13);
    }

    @Test
    void emptyMatrix() {
        Cholesky cholesky = Cholesky.of(Matrix.zeros(0, 0));
        assertThat(cholesky.determinant()).isEqualTo(1);
        assertThat(cholesky.solve(Vector.of())).isEqualTo(Vector.of());
    }

    @Test
    void hilbertMatrixIsPositiveDefiniteUpToRounding() {
        Matrix hilbert = TestMatrices.hilbert(10);
        Matrix lower = Cholesky.of(hilbert).lower();
        assertClose(lower.times(lower.transpose()), hilbert, 1e-15);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(TestMatrices.hilbert(20)))
                .withMessageStartingWith("Cholesky: expected a positive definite matrix, but pivot ");
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(Matrix.of(new double[] {1, 2}, new double[] {2, 1})))
                .withMessage("Cholesky: expected a positive definite matrix, but pivot 1 is -3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(Matrix.zeros(1, 1)))
                .withMessage("Cholesky: expected a positive definite matrix, but pivot 0 is 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(Matrix.of(new double[] {1, 2}, new double[] {0, 1})))
                .withMessage("Cholesky: expected a symmetric matrix, but entry (1, 0) is 0.0 and entry (0, 1) is 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(Matrix.zeros(1, 2)))
                .withMessage("Cholesky: expected a square matrix, but was 1x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(Matrix.of(new double[] {Double.POSITIVE_INFINITY})))
                .withMessage("Cholesky: expected finite entries, but entry (0, 0) is Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(Matrix.identity(2)).solve(Matrix.zeros(1, 2)))
                .withMessage("Cholesky.solve: expected a matrix with 2 rows, but was 1x2");
    }

    @Property(tries = 200)
    void agreesWithHipparchus(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Matrix a = TestMatrices.randomPositiveDefinite(n, seed);
        Cholesky cholesky = Cholesky.of(a);
        CholeskyDecomposition oracle = new CholeskyDecomposition(hipparchus(a));
        assertClose(cholesky.lower(), ofHipparchus(oracle.getL()), 1e-13);
        assertThat(cholesky.determinant() / oracle.getDeterminant()).isCloseTo(1, within(1e-12));
        assertThat(cholesky.logDeterminant()).isCloseTo(Lu.of(a).logAbsoluteDeterminant(), within(1e-11));
        Matrix b = TestMatrices.random(n, 2, seed + 1);
        assertClose(cholesky.solve(b), Lu.of(a).solve(b), 1e-10);
    }
}
