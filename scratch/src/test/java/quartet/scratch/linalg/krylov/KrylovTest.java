package quartet.scratch.linalg.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;

import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

/** Compares conjugate gradients and Lanczos with EJML and with closed forms. */
class KrylovTest {

    private static final int SIZE = 60;

    private static Matrix positiveDefinite() {
        Matrix a = TestMatrices.random(SIZE, SIZE, 3);
        return a.transpose().times(a).plus(Matrix.identity(SIZE));
    }

    @Test
    void conjugateGradientsMatchEjml() {
        Matrix a = positiveDefinite();
        Vector b = TestMatrices.random(SIZE, 1, 4).column(0);
        ConjugateGradient result = ConjugateGradient.solve(a::times, b, 1e-12, 10 * SIZE);
        SimpleMatrix expected = new SimpleMatrix(a.toRows()).solve(new SimpleMatrix(SIZE, 1, true, b.toArray()));
        assertClose(result.solution(), Vector.of(expected.getDDRM().getData()), 1e-9);
        assertThat(Norms.two(b.minus(a.times(result.solution())))).isLessThan(1e-10);
    }

    /** With three different eigenvalues, three steps suffice, whatever the size. */
    @Test
    void conjugateGradientsNeedOneStepForEachEigenvalue() {
        Vector diagonal = Vector.generate(999, i -> 1 + i % 3);
        ConjugateGradient result = ConjugateGradient.solve(
                x -> Vector.generate(999, i -> diagonal.get(i) * x.get(i)), Vector.generate(999, i -> 1), 1e-12, 10);
        assertThat(result.iterations()).isEqualTo(3);
        assertThat(ConjugateGradient.solve(x -> x, Vector.zeros(4), 1e-12, 1).iterations())
                .isZero();
    }

    @Test
    void problemsOutsideTheMethodAreRefused() {
        Matrix indefinite = Matrix.diagonal(Vector.of(1, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConjugateGradient.solve(indefinite::times, Vector.of(1, 2), 1e-10, 5))
                .withMessage("ConjugateGradient: expected a positive definite matrix, but p . A p is -3.0");
        Matrix a = positiveDefinite();
        Vector b = Vector.basis(SIZE, 0);
        assertThatThrownBy(() -> ConjugateGradient.solve(a::times, b, 1e-12, 3))
                .isInstanceOf(NonConvergenceException.class)
                .hasMessageContaining("after 3 iterations");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lanczos.of(x -> Vector.of(1), Vector.of(1, 2), 1))
                .withMessage("Lanczos, product: expected a vector of size 2, but was 1");
    }

    @Test
    void allLanczosStepsYieldAllEigenvaluesOfEjml() {
        Matrix a = positiveDefinite();
        Lanczos lanczos = Lanczos.of(a::times, TestMatrices.random(SIZE, 1, 5).column(0), SIZE);
        SimpleEVD<SimpleMatrix> expected = new SimpleMatrix(a.toRows()).eig();
        double[] values = expected.getEigenvalues().stream()
                .mapToDouble(value -> -value.getReal())
                .sorted()
                .map(value -> -value)
                .toArray();
        assertThat(lanczos.eigenvalues().toArray()).containsExactly(values, within(1e-9));
    }

    /** One eigenvalue is 10, the others lie between 0 and 1. */
    @Test
    void fewStepsFindTheLargestEigenvalue() {
        int n = 2000;
        Vector diagonal = Vector.generate(n, i -> i == 0 ? 10 : 1.0 * i / n);
        Lanczos lanczos =
                Lanczos.of(x -> Vector.generate(n, i -> diagonal.get(i) * x.get(i)), Vector.generate(n, i -> 1), 25);
        assertThat(lanczos.eigenvalues().get(0)).isCloseTo(10, within(1e-12));
        assertThat(Math.abs(lanczos.eigenvector(0).get(0))).isCloseTo(1, within(1e-12));
        assertThat(lanczos.residual(0)).isLessThan(1e-12);
        // An eigenvalue lies within the residual of every Ritz value.
        for (int k = 0; k < lanczos.size(); k++) {
            double theta = lanczos.eigenvalues().get(k);
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                nearest = Math.min(nearest, Math.abs(theta - diagonal.get(i)));
            }
            assertThat(nearest).isLessThanOrEqualTo(lanczos.residual(k) + 1e-12);
        }
    }

    @Test
    void lanczosEndsWithTheKrylovSpace() {
        Matrix a = Matrix.diagonal(Vector.of(3, 3, 5, 5, 5));
        Lanczos lanczos = Lanczos.of(a::times, Vector.of(1, 1, 1, 1, 1), 5);
        assertThat(lanczos.size()).isEqualTo(2);
        assertClose(lanczos.eigenvalues(), Vector.of(5, 3), 1e-14);
        assertThat(lanczos.residual(1)).isZero();
    }
}
