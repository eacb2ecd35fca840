package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.assertOrthonormalColumns;
import static quartet.scratch.linalg.TestMatrices.ejml;
import static quartet.scratch.linalg.TestMatrices.hipparchus;
import static quartet.scratch.linalg.TestMatrices.ofEjml;
import static quartet.scratch.linalg.TestMatrices.ofHipparchus;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.QRDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

class QrTest {

    @Test
    void matchesHandCalculation() {
        Matrix a = Matrix.of(new double[] {3, 1}, new double[] {4, 2});
        Qr qr = Qr.of(a);
        assertClose(qr.q(), Matrix.of(new double[] {-0.6, -0.8}, new double[] {-0.8, 0.6}), 1e-15);
        assertClose(qr.r(), Matrix.of(new double[] {-5, -2.2}, new double[] {0, 0.4}), 1e-15);
    }

    @ParameterizedTest
    @MethodSource("quartet.scratch.linalg.TestMatrices#ofAnyShape")
    void reconstructsMatrices(Matrix a) {
        assertFactors(a);
    }

    private static void assertFactors(Matrix a) {
        Qr qr = Qr.of(a);
        int k = Math.min(a.rows(), a.columns());
        assertThat(qr.q().shape()).isEqualTo(a.rows() + "x" + k);
        assertThat(qr.r().shape()).isEqualTo(k + "x" + a.columns());
        assertClose(qr.q().times(qr.r()), a, 1e-14);
        assertOrthonormalColumns(qr.q());
        assertOrthonormalColumns(qr.fullQ());
        assertThat(qr.fullQ().block(0, a.rows(), 0, k)).isEqualTo(qr.q());
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(qr.r().get(i, j)).isZero();
            }
        }
    }

    /** The rows are factored in blocks, of which a small matrix has only one. */
    @ParameterizedTest
    @CsvSource({"65, 3", "128, 64", "129, 64", "200, 150", "300, 7"})
    void reconstructsMatricesOfSeveralBlocks(int rows, int columns) {
        assertFactors(TestMatrices.random(rows, columns, 1));
        assertFactors(TestMatrices.ofRank(rows, columns, 2, 1));
    }

    @Test
    void tallMatrixHasThinFactor() {
        Matrix q = Qr.of(TestMatrices.random(50_000, 2, 1)).q();
        assertThat(q.shape()).isEqualTo("50000x2");
        assertOrthonormalColumns(q);
    }

    @Test
    void qIsOrthogonalForHilbertMatrix() {
        // Gram-Schmidt orthogonalization loses orthogonality completely here.
        assertOrthonormalColumns(Qr.of(TestMatrices.hilbert(12)).q());
    }

    @Test
    void leastSquaresMatchesHandCalculation() {
        // The line through (0, 6), (1, 0), (2, 0) is 5 - 3 t: Strang, section 4.3.
        Matrix a = Matrix.of(new double[] {1, 0}, new double[] {1, 1}, new double[] {1, 2});
        assertClose(Qr.of(a).leastSquares(Vector.of(6, 0, 0)), Vector.of(5, -3), 1e-14);
        assertThat(Qr.of(Matrix.zeros(3, 0)).leastSquares(Vector.of(1, 2, 3))).isEqualTo(Vector.of());
        assertThat(Qr.of(Matrix.zeros(0, 0)).leastSquares(Vector.of())).isEqualTo(Vector.of());
    }

    @Test
    void rejectsInvalidArguments() {
        Matrix dependent = Matrix.of(new double[] {1, 2}, new double[] {2, 4}, new double[] {3, 6});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(dependent).leastSquares(Vector.of(1, 2, 3)))
                .withMessageStartingWith(
                        "QR.leastSquares: expected full column rank 2, but column 1 depends on those before it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(Matrix.zeros(2, 2)).leastSquares(Vector.of(1, 2)))
                .withMessageStartingWith(
                        "QR.leastSquares: expected full column rank 2, but column 0 depends on those before it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(Matrix.zeros(2, 3)).leastSquares(Vector.of(1, 2)))
                .withMessage("QR.leastSquares: expected at least 3 rows, but was 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(dependent).leastSquares(Vector.of(1, 2)))
                .withMessage("QR.leastSquares: expected a vector of size 3, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(Matrix.of(new double[] {1, Double.NaN})))
                .withMessage("QR: expected finite entries, but entry (0, 1) is NaN");
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        return TestMatrices.arbitrary();
    }

    @Property(tries = 300)
    void reconstructsArbitraryMatrices(@ForAll("matrices") Matrix a) {
        assertFactors(a);
    }

    @Property(tries = 100)
    void agreesWithHipparchusUpToSigns(@ForAll("matrices") Matrix a) {
        Matrix expected = ofHipparchus(new QRDecomposition(hipparchus(a)).getR());
        int k = Math.min(a.rows(), a.columns());
        Matrix r = Qr.of(a).r();
        // R^T R = A^T A holds for any signs.
        Matrix trapezoid = expected.block(0, k, 0, a.columns());
        assertClose(r.transpose().times(r), trapezoid.transpose().times(trapezoid), 1e-13);
    }

    @Property(tries = 200)
    void leastSquaresAgreesWithEjmlAndResidualIsOrthogonal(
            @ForAll @IntRange(min = 1, max = 12) int n, @ForAll @IntRange(max = 12) int more, @ForAll long seed) {
        // The identity block on top bounds the condition number.
        Matrix random = TestMatrices.random(n + more, n, seed);
        Matrix a = random.plus(Matrix.generate(n + more, n, (i, j) -> i == j ? 3 * n : 0));
        Vector b = TestMatrices.randomVector(n + more, seed + 1);
        Vector x = Qr.of(a).leastSquares(b);
        Matrix column = Matrix.generate(n + more, 1, (i, j) -> b.get(i));
        assertClose(x, ofEjml(ejml(a).solve(ejml(column))).column(0), 1e-12);
        Vector residual = b.minus(a.times(x));
        assertThat(Norms.two(a.transpose().times(residual)))
                .isLessThanOrEqualTo(1e-13 * Norms.frobenius(a) * Norms.two(b));
    }
}
