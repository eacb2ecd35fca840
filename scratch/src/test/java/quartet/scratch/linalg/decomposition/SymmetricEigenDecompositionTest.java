package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.assertOrthonormalColumns;
import static quartet.scratch.linalg.TestMatrices.ejml;
import static quartet.scratch.linalg.TestMatrices.hipparchus;

import java.util.Arrays;
import java.util.Collections;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.simple.SimpleEVD;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

class SymmetricEigenDecompositionTest {

    @Test
    void secondDifferenceMatrixHasKnownEigenvalues() {
        // 2 on the diagonal, -1 beside it: lambda_k = 2 - 2 cos(k pi / (n + 1)). Strang, section 6.4 and 8.
        int n = 7;
        Matrix a = Matrix.generate(n, n, (i, j) -> i == j ? 2 : Math.abs(i - j) == 1 ? -1 : 0);
        Vector expected = Vector.generate(n, k -> 2 - 2 * Math.cos((n - k) * Math.PI / (n + 1)));
        assertClose(SymmetricEigenDecomposition.of(a).eigenvalues(), expected, 1e-14);
    }

    @ParameterizedTest
    @MethodSource("quartet.scratch.linalg.TestMatrices#square")
    void reconstructsSymmetricMatrices(Matrix square) {
        assertDecomposition(square.plus(square.transpose()));
    }

    private static SymmetricEigenDecomposition assertDecomposition(Matrix a) {
        SymmetricEigenDecomposition eigen = SymmetricEigenDecomposition.of(a);
        Matrix v = eigen.eigenvectors();
        Matrix lambda = Matrix.diagonal(eigen.eigenvalues());
        assertOrthonormalColumns(v);
        assertClose(v.times(lambda).times(v.transpose()), a, 1e-13);
        assertClose(a.times(v), v.times(lambda), 1e-13);
        double[] descending = eigen.eigenvalues().toArray();
        for (int i = 1; i < descending.length; i++) {
            assertThat(descending[i]).isLessThanOrEqualTo(descending[i - 1]);
        }
        return eigen;
    }

    @Test
    void tripleEigenvalueHasThreeEigenvectors() {
        // I + w w^T has eigenvalue 1 three times and 1 + w^T w = 31 once.
        Vector w = Vector.of(1, 2, 3, 4);
        SymmetricEigenDecomposition eigen =
                assertDecomposition(Matrix.identity(4).plus(w.outer(w)));
        assertClose(eigen.eigenvalues(), Vector.of(31, 1, 1, 1), 1e-14);
    }

    /**
     * The sum of the entries and their squares overflow or underflow. The eigenvalues of [[2, 1], [1, 2]] are 3 and 1.
     */
    @Test
    void handlesExtremeMagnitudes() {
        for (double factor : new double[] {5e307, 1e-308}) {
            Matrix a = Matrix.of(new double[] {2, 1}, new double[] {1, 2}).scale(factor);
            Vector eigenvalues = SymmetricEigenDecomposition.of(a).eigenvalues();
            assertThat(eigenvalues.get(0) / factor).isCloseTo(3, within(1e-14));
            assertThat(eigenvalues.get(1) / factor).isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void largeMatrixAgreesWithEjml() {
        Matrix a = TestMatrices.randomSymmetric(150, 1);
        SymmetricEigenDecomposition eigen = assertDecomposition(a);
        double[] expected = TestMatrices.ejml(a).eig().getEigenvalues().stream()
                .mapToDouble(value -> value.real)
                .toArray();
        assertClose(eigen.eigenvalues(), descending(expected), 1e-12);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigenDecomposition.of(Matrix.zeros(2, 3)))
                .withMessage("SymmetricEigenDecomposition: expected a square matrix, but was 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigenDecomposition.of(Matrix.of(new double[] {1, 2}, new double[] {3, 1})))
                .withMessage("SymmetricEigenDecomposition: expected a symmetric matrix,"
                        + " but entry (1, 0) is 3.0 and entry (0, 1) is 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigenDecomposition.of(Matrix.of(new double[] {Double.NaN})))
                .withMessage("SymmetricEigenDecomposition: expected finite entries, but entry (0, 0) is NaN");
    }

    @Provide
    Arbitrary<Matrix> squares() {
        return TestMatrices.arbitrarySquare();
    }

    @Property(tries = 300)
    void agreesWithEjmlAndHipparchus(@ForAll("squares") Matrix square) {
        Matrix a = square.plus(square.transpose());
        Vector eigenvalues = assertDecomposition(a).eigenvalues();
        SimpleEVD<?> evd = ejml(a).eig();
        assertClose(
                eigenvalues,
                descending(evd.getEigenvalues().stream()
                        .mapToDouble(value -> value.real)
                        .toArray()),
                1e-12);
        assertClose(eigenvalues, descending(new EigenDecompositionSymmetric(hipparchus(a)).getEigenvalues()), 1e-12);
    }

    private static Vector descending(double[] values) {
        Double[] boxed = Arrays.stream(values).boxed().toArray(Double[]::new);
        Arrays.sort(boxed, Collections.reverseOrder());
        return Vector.generate(values.length, i -> boxed[i]);
    }
}
