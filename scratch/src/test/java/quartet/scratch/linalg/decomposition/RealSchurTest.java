package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.assertOrthonormalColumns;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.TestMatrices;

class RealSchurTest {

    @ParameterizedTest
    @MethodSource("quartet.scratch.linalg.TestMatrices#square")
    void reconstructsSquareMatrices(Matrix a) {
        assertDecomposition(a);
    }

    private static void assertDecomposition(Matrix a) {
        RealSchur schur = RealSchur.of(a);
        Matrix q = schur.q();
        Matrix t = schur.t();
        assertOrthonormalColumns(q);
        assertClose(q.times(t).times(q.transpose()), a, 1e-13);
        for (int i = 1; i < t.rows(); i++) {
            for (int j = 0; j < i - 1; j++) {
                assertThat(t.get(i, j)).isZero();
            }
            if (t.get(i, i - 1) != 0) {
                double half = (t.get(i - 1, i - 1) - t.get(i, i)) / 2;
                assertThat(half * half + t.get(i - 1, i) * t.get(i, i - 1))
                        .as("discriminant of a 2x2 block, which belongs to a complex pair")
                        .isNegative();
                assertThat(i == 1 || t.get(i - 1, i - 2) == 0)
                        .as("blocks do not overlap")
                        .isTrue();
            }
        }
    }

    @Test
    void exceptionalShiftsResolveCyclicPermutation() {
        // All eigenvalues of a cyclic permutation have modulus one, and the ordinary shifts are zero.
        for (int n = 3; n <= 12; n++) {
            int size = n;
            assertDecomposition(Matrix.generate(n, n, (i, j) -> i == (j + 1) % size ? 1 : 0));
        }
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealSchur.of(Matrix.zeros(2, 3)))
                .withMessage("RealSchur: expected a square matrix, but was 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealSchur.of(Matrix.of(new double[] {Double.NaN})))
                .withMessage("RealSchur: expected finite entries, but entry (0, 0) is NaN");
    }

    @Provide
    Arbitrary<Matrix> squares() {
        return TestMatrices.arbitrarySquare();
    }

    @Property(tries = 500)
    void reconstructsArbitraryMatrices(@ForAll("squares") Matrix a) {
        assertDecomposition(a);
    }
}
