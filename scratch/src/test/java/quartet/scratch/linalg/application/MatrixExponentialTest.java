package quartet.scratch.linalg.application;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static quartet.scratch.linalg.TestMatrices.assertClose;

import org.junit.jupiter.api.Test;
import quartet.scratch.GoldenValues;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.Vector;

/** Compares the matrix exponential with SciPy and with closed forms. */
class MatrixExponentialTest {

    @Test
    void matchesSciPy() {
        Matrix a = Matrix.of(GoldenValues.rows("expm.argument", 5));
        assertClose(MatrixExponential.of(a), Matrix.of(GoldenValues.rows("expm.small", 5)), 1e-12);
        Matrix large = Matrix.of(GoldenValues.rows("expm.large", 5));
        assertClose(MatrixExponential.of(a.scale(6)), large, 1e-12 * Norms.maximum(large));
    }

    @Test
    void matchesClosedForms() {
        double angle = 2.5;
        Matrix generator = Matrix.of(new double[] {0, -angle}, new double[] {angle, 0});
        Matrix rotation = Matrix.of(
                new double[] {Math.cos(angle), -Math.sin(angle)}, new double[] {Math.sin(angle), Math.cos(angle)});
        assertClose(MatrixExponential.of(generator), rotation, 1e-14);
        // A nilpotent matrix ends the series: I + A + A^2 / 2.
        Matrix nilpotent = Matrix.of(new double[] {0, 2, 3}, new double[] {0, 0, 4}, new double[3]);
        assertClose(
                MatrixExponential.of(nilpotent),
                Matrix.of(new double[] {1, 2, 7}, new double[] {0, 1, 4}, new double[] {0, 0, 1}),
                1e-14);
        assertClose(
                MatrixExponential.of(Matrix.diagonal(Vector.of(-40, 0, 1))),
                Matrix.diagonal(Vector.of(Math.exp(-40), 1, Math.E)),
                1e-14);
    }

    @Test
    void refusesResultsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixExponential.of(Matrix.of(new double[] {1000})))
                .withMessageContaining("MatrixExponential, result: expected finite entries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixExponential.of(Matrix.zeros(2, 3)))
                .withMessage("MatrixExponential: expected a square matrix, but was 2x3");
    }
}
