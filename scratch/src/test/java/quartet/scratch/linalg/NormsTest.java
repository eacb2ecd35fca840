package quartet.scratch.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.decomposition.Svd;

class NormsTest {

    @Test
    void matchesHandCalculation() {
        Vector x = Vector.of(3, -4);
        assertThat(Norms.one(x)).isEqualTo(7);
        assertThat(Norms.two(x)).isEqualTo(5);
        assertThat(Norms.infinity(x)).isEqualTo(4);
        Matrix a = Matrix.of(new double[] {1, -2}, new double[] {-3, 4});
        assertThat(Norms.one(a)).isEqualTo(6);
        assertThat(Norms.infinity(a)).isEqualTo(7);
        assertThat(Norms.frobenius(a)).isCloseTo(Math.sqrt(30), within(1e-14));
        // sigma^2 are the eigenvalues 15 +- sqrt(221) of A^T A
        assertThat(Svd.of(a).norm()).isCloseTo(Math.sqrt(15 + Math.sqrt(221)), within(1e-14));
    }

    @Test
    void emptyNormsAreZero() {
        assertThat(Norms.two(Vector.of())).isZero();
        assertThat(Norms.infinity(Vector.of())).isZero();
        assertThat(Norms.one(Matrix.zeros(0, 3))).isZero();
        assertThat(Norms.infinity(Matrix.zeros(0, 3))).isZero();
        assertThat(Norms.frobenius(Matrix.zeros(3, 0))).isZero();
        assertThat(Svd.of(Matrix.zeros(0, 3)).norm()).isZero();
    }

    @Test
    void avoidsOverflowAndUnderflow() {
        assertThat(Norms.two(Vector.of(3e200, 4e200))).isCloseTo(5e200, within(1e186));
        assertThat(Norms.two(Vector.of(3e-200, 4e-200))).isCloseTo(5e-200, within(1e-214));
        assertThat(Norms.frobenius(Matrix.of(new double[] {3e200}, new double[] {4e200})))
                .isCloseTo(5e200, within(1e186));
    }

    @Test
    void propagatesInfinityAndNaN() {
        assertThat(Norms.two(Vector.of(1, Double.NEGATIVE_INFINITY))).isInfinite();
        assertThat(Norms.two(Vector.of(1, Double.NaN))).isNaN();
        assertThat(Norms.infinity(Matrix.of(new double[] {1, Double.NaN}))).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Svd.of(Matrix.of(new double[] {1, Double.NaN})).norm())
                .withMessage("SVD: expected finite entries, but entry (0, 1) is NaN");
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        return TestMatrices.arbitrary();
    }

    @Property(tries = 200)
    void agreeWithEjml(@ForAll("matrices") Matrix a) {
        var oracle = TestMatrices.ejml(a).getDDRM();
        double scale = Norms.frobenius(a);
        assertThat(Norms.one(a)).isCloseTo(NormOps_DDRM.inducedP1(oracle), within(1e-13 * scale));
        assertThat(Norms.infinity(a)).isCloseTo(NormOps_DDRM.inducedPInf(oracle), within(1e-13 * scale));
        assertThat(scale).isCloseTo(NormOps_DDRM.normF(oracle), within(1e-13 * scale));
        assertThat(Svd.of(a).norm()).isCloseTo(NormOps_DDRM.inducedP2(oracle), within(1e-12 * scale));
    }

    @Property(tries = 200)
    void normsAreEquivalent(@ForAll("matrices") Matrix a) {
        double two = Svd.of(a).norm();
        double slack = 1 + 1e-12;
        assertThat(two).isLessThanOrEqualTo(Norms.frobenius(a) * slack);
        assertThat(Norms.frobenius(a)).isLessThanOrEqualTo(two * Math.sqrt(Math.min(a.rows(), a.columns())) * slack);
        assertThat(two * two).isLessThanOrEqualTo(Norms.one(a) * Norms.infinity(a) * slack);
    }
}
