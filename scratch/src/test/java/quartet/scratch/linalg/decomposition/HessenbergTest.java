package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.assertOrthonormalColumns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.TestMatrices;

class HessenbergTest {

    @ParameterizedTest
    @MethodSource("quartet.scratch.linalg.TestMatrices#square")
    void reconstructsSquareMatrices(Matrix a) {
        Hessenberg hessenberg = Hessenberg.of(a);
        Matrix q = hessenberg.q();
        Matrix h = hessenberg.h();
        assertOrthonormalColumns(q);
        assertClose(q.times(h).times(q.transpose()), a, 1e-14);
        for (int i = 2; i < h.rows(); i++) {
            for (int j = 0; j < i - 1; j++) {
                assertThat(h.get(i, j)).isZero();
            }
        }
    }

    @Test
    void symmetricMatrixBecomesTridiagonal() {
        Matrix h = Hessenberg.of(TestMatrices.randomSymmetric(8, 1)).h();
        assertClose(h, h.transpose(), 1e-14);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hessenberg.of(Matrix.zeros(2, 3)))
                .withMessage("Hessenberg: expected a square matrix, but was 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hessenberg.of(Matrix.of(new double[] {Double.NaN})))
                .withMessage("Hessenberg: expected finite entries, but entry (0, 0) is NaN");
    }
}
