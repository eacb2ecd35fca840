package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.ejml;
import static quartet.scratch.linalg.TestMatrices.hipparchus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.scratch.linalg.Complex;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.application.LinearSystems;

class EigenDecompositionTest {

    @Test
    void rotationBy90DegreesHasEigenvaluesPlusMinusI() {
        EigenDecomposition eigen = EigenDecomposition.of(Matrix.of(new double[] {0, -1}, new double[] {1, 0}));
        assertThat(eigen.eigenvalues()).containsExactly(new Complex(0, 1), new Complex(0, -1));
        // The eigenvector is a multiple of (i, 1) / sqrt 2, so its real and imaginary parts are orthogonal and equally
        // long.
        Vector real = eigen.eigenvectorsReal().column(0);
        Vector imaginary = eigen.eigenvectorsImaginary().column(0);
        assertThat(real.dot(imaginary)).isCloseTo(0, within(1e-15));
        assertThat(Norms.two(real)).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(Norms.two(imaginary)).isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void markovMatrixHasItsStationaryDistribution() {
        // Strang, section 10.3: the eigenvalues are 1 and 0.75, the stationary distribution is (0.6, 0.4).
        EigenDecomposition eigen = EigenDecomposition.of(Matrix.of(new double[] {0.9, 0.15}, new double[] {0.1, 0.85}));
        assertThat(eigen.eigenvalues().get(0).real()).isCloseTo(1, within(1e-15));
        assertThat(eigen.eigenvalues().get(1).real()).isCloseTo(0.75, within(1e-15));
        Vector steady = eigen.eigenvectorsReal().column(0);
        assertClose(steady.scale(1 / steady.sum()), Vector.of(0.6, 0.4), 1e-14);
        assertThat(eigen.eigenvectorsImaginary()).isEqualTo(Matrix.zeros(2, 2));
    }

    @Test
    void companionMatrixHasTheRootsOfItsPolynomial() {
        // (x - 1)(x - 2)(x - 3)(x^2 + 1) = x^5 - 6 x^4 + 12 x^3 - 12 x^2 + 11 x - 6
        double[] lowToHigh = {-6, 11, -12, 12, -6};
        Matrix companion = Matrix.generate(5, 5, (i, j) -> j == 4 ? -lowToHigh[i] : i == j + 1 ? 1 : 0);
        assertSameValues(
                EigenDecomposition.of(companion).eigenvalues(),
                List.of(new Complex(3, 0), new Complex(2, 0), new Complex(1, 0), new Complex(0, 1), new Complex(0, -1)),
                1e-12);
    }

    @ParameterizedTest
    @MethodSource("quartet.scratch.linalg.TestMatrices#square")
    void residualsAreSmall(Matrix a) {
        assertResiduals(a);
    }

    private static EigenDecomposition assertResiduals(Matrix a) {
        EigenDecomposition eigen = EigenDecomposition.of(a);
        Matrix real = eigen.eigenvectorsReal();
        Matrix imaginary = eigen.eigenvectorsImaginary();
        double scale = Norms.frobenius(a);
        for (int k = 0; k < a.rows(); k++) {
            Complex lambda = eigen.eigenvalues().get(k);
            Vector x = real.column(k);
            Vector y = imaginary.column(k);
            assertThat(Math.hypot(Norms.two(x), Norms.two(y))).isCloseTo(1, within(1e-14));
            // the real and the imaginary part of A (x + i y) = (p + i q)(x + i y)
            Vector first = a.times(x).minus(x.scale(lambda.real())).plus(y.scale(lambda.imaginary()));
            Vector second = a.times(y).minus(y.scale(lambda.real())).minus(x.scale(lambda.imaginary()));
            assertThat(Norms.two(first)).isLessThanOrEqualTo(1e-12 * scale);
            assertThat(Norms.two(second)).isLessThanOrEqualTo(1e-12 * scale);
        }
        return eigen;
    }

    @Test
    void defectiveMatrixHasOneEigenvector() {
        // A Jordan block: the only eigenvector is e_0, and back substitution reaches 1e16^29.
        Matrix jordan = Matrix.generate(30, 30, (i, j) -> i == j ? 2 : j == i + 1 ? 1 : 0);
        EigenDecomposition eigen = assertResiduals(jordan);
        assertThat(eigen.eigenvalues()).containsOnly(new Complex(2, 0));
        for (int k = 0; k < 30; k++) {
            assertThat(eigen.eigenvectorsReal().get(0, k)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void handlesExtremeMagnitudes() {
        for (double scale : new double[] {1e-200, 1e200}) {
            Matrix turn = Matrix.of(new double[] {0, -scale}, new double[] {scale, 0});
            assertThat(EigenDecomposition.of(turn).eigenvalues())
                    .containsExactly(new Complex(0, scale), new Complex(0, -scale));
        }
    }

    @Test
    void emptyMatrixHasNoEigenvalues() {
        EigenDecomposition eigen = EigenDecomposition.of(Matrix.zeros(0, 0));
        assertThat(eigen.eigenvalues()).isEmpty();
        assertThat(eigen.eigenvectorsReal()).isEqualTo(Matrix.zeros(0, 0));
    }

    /** D^-1 B D has the eigenvalues of B, here 1, 2, 3 and 4, although its entries span 60 decimal exponents. */
    @Test
    void badlyScaledMatrixHasAccurateEigenvalues() {
        Matrix basis = TestMatrices.random(4, 4, 1);
        Matrix b = basis.times(Matrix.diagonal(Vector.of(4, 3, 2, 1))).times(LinearSystems.inverse(basis));
        Matrix scaled = Matrix.generate(4, 4, (i, j) -> b.get(i, j) * Math.pow(10, 20 * (i - j)));
        List<Complex> eigenvalues = EigenDecomposition.of(scaled).eigenvalues();
        for (int k = 0; k < 4; k++) {
            assertThat(eigenvalues.get(k).real()).isCloseTo(4.0 - k, within(1e-11));
            assertThat(eigenvalues.get(k).imaginary()).isZero();
        }
        List<Complex> extreme = EigenDecomposition.of(Matrix.of(new double[] {1, 1e200}, new double[] {1e-200, 1}))
                .eigenvalues();
        assertThat(extreme.get(0).real()).isCloseTo(2, within(1e-15));
        assertThat(extreme.get(1).real()).isCloseTo(0, within(1e-15));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EigenDecomposition.of(Matrix.zeros(2, 3)))
                .withMessage("EigenDecomposition: expected a square matrix, but was 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EigenDecomposition.of(Matrix.of(new double[] {Double.NaN})))
                .withMessage("EigenDecomposition: expected finite entries, but entry (0, 0) is NaN");
    }

    @Provide
    Arbitrary<Matrix> squares() {
        return TestMatrices.arbitrarySquare();
    }

    @Property(tries = 300)
    void invariants(@ForAll("squares") Matrix a) {
        EigenDecomposition eigen = assertResiduals(a);
        Complex sum = eigen.eigenvalues().stream().reduce(Complex.ZERO, Complex::plus);
        double scale = Norms.frobenius(a) * a.rows();
        assertThat(sum.real()).isCloseTo(a.diagonal().sum(), within(1e-13 * scale));
        assertThat(sum.imaginary()).isZero();
        List<Double> moduli = eigen.eigenvalues().stream().map(Complex::modulus).toList();
        assertThat(moduli).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Property(tries = 200)
    void eigenvaluesAgreeWithEjml(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Matrix a = TestMatrices.random(n, n, seed);
        EigenDecomposition eigen = EigenDecomposition.of(a);
        List<Complex> expected = ejml(a).eig().getEigenvalues().stream()
                .map(value -> new Complex(value.real, value.imaginary))
                .toList();
        assertSameValues(eigen.eigenvalues(), expected, 1e-13 * sensitivity(a, eigen));
    }

    /**
     * Uses fixed matrices, because Hipparchus loses digits on a few random matrices for which this class agrees with
     * EJML.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void eigenvaluesAgreeWithHipparchus(int n) {
        Matrix a = TestMatrices.random(n, n, n);
        EigenDecomposition eigen = EigenDecomposition.of(a);
        List<Complex> expected = Arrays.stream(
                        new EigenDecompositionNonSymmetric(hipparchus(a), 1e-15).getEigenvalues())
                .map(value -> new Complex(value.getReal(), value.getImaginary()))
                .toList();
        assertSameValues(eigen.eigenvalues(), expected, 1e-13 * sensitivity(a, eigen));
    }

    /** Returns the bound of Bauer and Fike, cond(V) ||A||, of the change of an eigenvalue by a relative change of A. */
    private static double sensitivity(Matrix a, EigenDecomposition eigen) {
        int n = a.rows();
        Matrix x = eigen.eigenvectorsReal();
        Matrix y = eigen.eigenvectorsImaginary();
        // [X -Y; Y X] has the singular values of X + i Y, each twice.
        Matrix v = Matrix.generate(
                2 * n, 2 * n, (i, j) -> i < n == j < n ? x.get(i % n, j % n) : (i < n ? -1 : 1) * y.get(i % n, j % n));
        return LinearSystems.conditionNumber(v) * Norms.frobenius(a);
    }

    /** Pairs each value with the nearest remaining one. */
    private static void assertSameValues(List<Complex> actual, List<Complex> expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        List<Complex> left = new ArrayList<>(expected);
        for (Complex value : actual) {
            Complex nearest = left.stream()
                    .min(Comparator.comparingDouble(other -> other.minus(value).modulus()))
                    .orElseThrow();
            assertThat(nearest.minus(value).modulus())
                    .as("distance of %s from %s", value, nearest)
                    .isLessThanOrEqualTo(tolerance);
            left.remove(nearest);
        }
    }
}
