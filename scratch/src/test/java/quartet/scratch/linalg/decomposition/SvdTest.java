package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.assertOrthonormalColumns;
import static quartet.scratch.linalg.TestMatrices.ejml;
import static quartet.scratch.linalg.TestMatrices.hipparchus;
import static quartet.scratch.linalg.TestMatrices.ofEjml;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

class SvdTest {

    @Test
    void matchesHandCalculation() {
        // Strang, section 7.2: A = [3 0; 4 5] has sigma = sqrt(45), sqrt(5), v_0 = (1, 1) / sqrt 2, u_0 = (1, 3) / sqrt
        // 10.
        Svd svd = Svd.of(Matrix.of(new double[] {3, 0}, new double[] {4, 5}));
        assertClose(svd.singularValues(), Vector.of(Math.sqrt(45), Math.sqrt(5)), 1e-15);
        assertThat(Math.abs(svd.v().column(0).dot(Vector.of(1, 1)))).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(Math.abs(svd.u().column(0).dot(Vector.of(1, 3)))).isCloseTo(Math.sqrt(10), within(1e-14));
        assertThat(svd.conditionNumber()).isCloseTo(3, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("quartet.scratch.linalg.TestMatrices#ofAnyShape")
    void reconstructsMatrices(Matrix a) {
        assertDecomposition(a);
    }

    private static Svd assertDecomposition(Matrix a) {
        Svd svd = Svd.of(a);
        int k = Math.min(a.rows(), a.columns());
        assertThat(svd.u().shape()).isEqualTo(a.rows() + "x" + k);
        assertThat(svd.v().shape()).isEqualTo(a.columns() + "x" + k);
        assertThat(svd.singularValues().size()).isEqualTo(k);
        Matrix product = svd.u()
                .times(Matrix.diagonal(svd.singularValues()))
                .times(svd.v().transpose());
        assertClose(product, a, 1e-12);
        assertOrthonormalColumns(svd.u());
        assertOrthonormalColumns(svd.v());
        for (int i = 0; i < k; i++) {
            assertThat(svd.singularValues().get(i))
                    .isBetween(
                            0.0,
                            i == 0 ? Double.MAX_VALUE : svd.singularValues().get(i - 1));
        }
        return svd;
    }

    @Test
    void smallSingularValuesAreRelativelyAccurate() {
        // One-sided Jacobi is accurate relative to each singular value, where forming A^T A loses those below 1e-8.
        Vector sigma = Vector.of(1, 1e-5, 1e-10, 1e-20);
        Matrix rotated =
                Matrix.diagonal(sigma).times(Qr.of(TestMatrices.random(4, 4, 1)).q());
        Vector computed = Svd.of(rotated).singularValues();
        for (int i = 0; i < 4; i++) {
            assertThat(computed.get(i) / sigma.get(i)).isCloseTo(1, within(1e-13));
        }
    }

    @Test
    void tallMatrixHasThinFactors() {
        Matrix a = TestMatrices.random(50_000, 3, 1);
        Svd svd = Svd.of(a);
        assertOrthonormalColumns(svd.u());
        double[] expected = TestMatrices.ejml(a).svd(true).getSingularValues();
        assertClose(svd.singularValues(), Vector.of(expected), 1e-12);
    }

    @Test
    void singularValuesSpanTheRangeOfDouble() {
        assertThat(Svd.of(Matrix.diagonal(Vector.of(1e-200, 1e200, 1))).singularValues())
                .isEqualTo(Vector.of(1e200, 1, 1e-200));
        assertThat(Svd.of(Matrix.diagonal(Vector.of(1e308, 1e308))).norm()).isEqualTo(1e308);
        assertThat(Svd.of(Matrix.diagonal(Vector.of(3e-320, 1e-320))).norm()).isEqualTo(3e-320);
    }

    @Test
    void gradedMatricesAreDecomposed() {
        // Each singular value is about 1e-30 of the previous one. Where they underflow, the vectors are completed.
        Matrix graded = Matrix.diagonal(Vector.generate(12, i -> Math.pow(10, -30 * i)));
        assertDecomposition(TestMatrices.random(12, 12, 1).times(graded));
        assertDecomposition(graded.times(TestMatrices.random(12, 12, 1)));
    }

    @Test
    void rankAndConditionOfHilbertMatrix() {
        assertThat(Svd.of(TestMatrices.hilbert(4)).conditionNumber()).isCloseTo(15513.7387389294, within(1e-6));
        assertThat(Svd.of(TestMatrices.hilbert(10)).conditionNumber() / 1.602441350036383e13)
                .isCloseTo(1, within(1e-3));
        assertThat(Svd.of(TestMatrices.hilbert(10)).rank()).isEqualTo(10);
        assertThat(Svd.of(TestMatrices.hilbert(10)).rank(1e-3)).isEqualTo(4);
    }

    @Test
    void rankOfDeficientMatrices() {
        assertThat(Svd.of(TestMatrices.ofRank(9, 5, 2, 1)).rank()).isEqualTo(2);
        assertThat(Svd.of(TestMatrices.ofRank(5, 9, 3, 1)).rank()).isEqualTo(3);
        assertThat(Svd.of(Matrix.zeros(3, 2)).rank()).isZero();
        assertThat(Svd.of(Matrix.zeros(0, 2)).rank()).isZero();
        assertThat(Svd.of(Matrix.zeros(3, 2)).conditionNumber()).isInfinite();
    }

    @ParameterizedTest
    @MethodSource("quartet.scratch.linalg.TestMatrices#ofAnyShape")
    void pseudoInverseSatisfiesPenroseConditions(Matrix a) {
        Svd svd = Svd.of(a);
        Matrix inverse = svd.pseudoInverse();
        assertThat(inverse.shape()).isEqualTo(a.columns() + "x" + a.rows());
        // the condition number of the part above the tolerance
        int rank = svd.rank();
        double condition = rank == 0
                ? 1
                : svd.singularValues().get(0) / svd.singularValues().get(rank - 1);
        double tolerance = 1e-14 * condition;
        Matrix left = a.times(inverse);
        Matrix right = inverse.times(a);
        assertClose(left.times(a), a, tolerance);
        assertClose(right.times(inverse), inverse, tolerance);
        assertClose(left, left.transpose(), tolerance);
        assertClose(right, right.transpose(), tolerance);
    }

    @Test
    void minimumNormMatchesHandCalculation() {
        // The solution of x + y = 2 with the smallest norm is (1, 1), also if the equation is repeated.
        assertClose(Svd.of(Matrix.of(new double[] {1, 1})).minimumNormSolution(Vector.of(2)), Vector.of(1, 1), 1e-15);
        Svd twice = Svd.of(Matrix.of(new double[] {1, 1}, new double[] {1, 1}));
        assertClose(twice.minimumNormSolution(Vector.of(1, 3)), Vector.of(1, 1), 1e-15);
        assertThat(Svd.of(Matrix.zeros(0, 2)).minimumNormSolution(Vector.of())).isEqualTo(Vector.zeros(2));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Svd.of(Matrix.of(new double[] {1, Double.NEGATIVE_INFINITY})))
                .withMessage("SVD: expected finite entries, but entry (0, 1) is -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Svd.of(Matrix.zeros(0, 3)).conditionNumber())
                .withMessage("SVD.conditionNumber: expected at least one row and one column, but was 0x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Svd.of(Matrix.zeros(2, 3)).minimumNormSolution(Vector.of(1, 2, 3)))
                .withMessage("SVD.minimumNormSolution: expected a vector of size 2, but was 3");
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        return TestMatrices.arbitrary();
    }

    @Property(tries = 300)
    void agreesWithEjmlAndHipparchus(@ForAll("matrices") Matrix a) {
        Vector sigma = assertDecomposition(a).singularValues();
        assertClose(sigma, Vector.of(ejml(a).svd(true).getSingularValues()).slice(0, sigma.size()), 1e-12);
        assertClose(sigma, Vector.of(new SingularValueDecomposition(hipparchus(a)).getSingularValues()), 1e-12);
    }

    @Property(tries = 100)
    void pseudoInverseAgreesWithEjml(@ForAll("matrices") Matrix random) {
        Matrix a = random.plus(Matrix.generate(random.rows(), random.columns(), (i, j) -> i == j ? 150 : 0));
        assertClose(Svd.of(a).pseudoInverse(), ofEjml(ejml(a).pseudoInverse()), 1e-12);
    }
}
