package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.assertOrthonormalColumns;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

class HouseholderTest {

    @Test
    void matchesHandCalculation() {
        // x = (3, 4): alpha = -5, v = (8, 4) / 8, beta = 8 / 5
        Householder reflection = Householder.of(Vector.of(3, 4));
        assertThat(reflection.alpha()).isEqualTo(-5);
        assertClose(reflection.matrix(), Matrix.of(new double[] {-0.6, -0.8}, new double[] {-0.8, 0.6}), 1e-15);
    }

    @Test
    void zeroVectorYieldsIdentity() {
        Householder reflection = Householder.of(Vector.zeros(3));
        assertThat(reflection.alpha()).isZero();
        assertThat(reflection.matrix()).isEqualTo(Matrix.identity(3));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Householder.of(Vector.of()))
                .withMessage("Householder: expected a vector with entries, but was empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Householder.of(Vector.of(1, Double.NaN)))
                .withMessage("Householder: expected finite entries, but entry 1 is NaN");
    }

    @Property(tries = 200)
    void isOrthogonalAndSymmetricAndMapsToTheFirstAxis(
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll long seed,
            @ForAll @IntRange(min = -150, max = 150) int e) {
        Vector x = TestMatrices.randomVector(n, seed).scale(Math.pow(10, e));
        Householder reflection = Householder.of(x);
        Matrix h = reflection.matrix();
        assertOrthonormalColumns(h);
        assertThat(h.transpose()).isEqualTo(h);
        assertThat(Math.abs(reflection.alpha()) / Norms.two(x)).isCloseTo(1, within(1e-14));
        assertClose(h.times(x), Vector.basis(n, 0).scale(reflection.alpha()), 1e-14);
    }

    @Property(tries = 100)
    void inPlaceUpdateEqualsMatrixProduct(@ForAll @IntRange(min = 1, max = 10) int n, @ForAll long seed) {
        Matrix a = TestMatrices.random(12, 12, seed);
        Householder reflection = Householder.of(TestMatrices.randomVector(n, seed + 1));
        int from = 12 - n;
        Matrix embedded = Matrix.generate(
                12,
                12,
                (i, j) -> i >= from && j >= from ? reflection.matrix().get(i - from, j - from) : i == j ? 1 : 0);

        double[][] left = a.toRows();
        reflection.applyLeft(left, from, 0);
        assertClose(Matrix.of(left), embedded.times(a), 1e-14);

        double[][] right = a.toRows();
        reflection.applyRight(right, from, 12);
        assertClose(Matrix.of(right), a.times(embedded), 1e-14);

        double[] x = a.column(0).toArray();
        reflection.apply(x, from);
        assertClose(Vector.of(x), embedded.times(a.column(0)), 1e-14);
    }
}
