package quartet.scratch.linalg.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Qr;
import quartet.scratch.linalg.decomposition.Svd;

class LowRankApproximationTest {

    @Test
    void matchesHandCalculation() {
        LowRankApproximation approximation = LowRankApproximation.of(Matrix.diagonal(Vector.of(1, -4, 2, 2)), 1);
        assertClose(approximation.matrix(), Matrix.diagonal(Vector.of(0, -4, 0, 0)), 1e-15);
        assertThat(approximation.spectralError()).isCloseTo(2, within(1e-15));
        assertThat(approximation.frobeniusError()).isCloseTo(3, within(1e-15));
        assertThat(approximation.left().shape()).isEqualTo("4x1");
        assertThat(approximation.right().shape()).isEqualTo("1x4");
    }

    @Test
    void rankZeroAndEmpty() {
        Matrix a = TestMatrices.random(3, 2, 1);
        assertThat(LowRankApproximation.of(a, 0).matrix()).isEqualTo(Matrix.zeros(3, 2));
        assertThat(LowRankApproximation.of(a, 0).frobeniusError()).isCloseTo(Norms.frobenius(a), within(1e-14));
        assertThat(LowRankApproximation.of(Matrix.zeros(0, 2), 0).matrix()).isEqualTo(Matrix.zeros(0, 2));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LowRankApproximation.of(Matrix.zeros(3, 2), 3))
                .withMessage("LowRankApproximation: expected a rank in [0, 2], but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LowRankApproximation.of(Matrix.of(new double[] {Double.NaN}), 1))
                .withMessage("SVD: expected finite entries, but entry (0, 0) is NaN");
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        return TestMatrices.arbitrary();
    }

    @Property(tries = 200)
    void errorsAreExactAndApproximationIsOptimal(@ForAll("matrices") Matrix a, @ForAll long seed) {
        int rank = (Math.min(a.rows(), a.columns()) + 1) / 2;
        double slack = 1e-12 * Norms.frobenius(a);
        LowRankApproximation best = LowRankApproximation.of(a, rank);
        Matrix error = a.minus(best.matrix());
        assertThat(Svd.of(error).norm()).isCloseTo(best.spectralError(), within(slack));
        assertThat(Norms.frobenius(error)).isCloseTo(best.frobeniusError(), within(slack));
        // For comparison: the projection of A onto random directions.
        Matrix basis = Qr.of(TestMatrices.random(a.columns(), rank, seed)).q();
        Matrix rival = a.times(basis).times(basis.transpose());
        assertThat(Norms.frobenius(a.minus(rival))).isGreaterThanOrEqualTo(best.frobeniusError() - slack);
        assertThat(Svd.of(a.minus(rival)).norm()).isGreaterThanOrEqualTo(best.spectralError() - slack);
    }
}
