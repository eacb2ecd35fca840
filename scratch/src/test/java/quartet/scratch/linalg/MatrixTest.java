package quartet.scratch.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.ejml;
import static quartet.scratch.linalg.TestMatrices.ofEjml;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MatrixTest {

    private final Matrix a = Matrix.of(new double[] {1, 2, 3}, new double[] {4, 5, 6});

    @Test
    void factories() {
        assertThat(Matrix.ofRowMajor(2, 3, 1, 2, 3, 4, 5, 6)).isEqualTo(a).hasSameHashCodeAs(a);
        assertThat(Matrix.generate(2, 3, (i, j) -> 3 * i + j + 1)).isEqualTo(a);
        assertThat(Matrix.identity(2)).isEqualTo(Matrix.diagonal(Vector.of(1, 1)));
        assertThat(Matrix.of().shape()).isEqualTo("0x0");
        assertThat(Matrix.zeros(0, 3)).isNotEqualTo(Matrix.zeros(0, 2)).isEqualTo(Matrix.zeros(0, 3));
        assertThat(a).hasToString("2x3[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]");
    }

    @Test
    void viewsShareEntries() {
        assertThat(a.row(1)).isEqualTo(Vector.of(4, 5, 6));
        assertThat(a.column(1)).isEqualTo(Vector.of(2, 5));
        assertThat(a.diagonal()).isEqualTo(Vector.of(1, 5));
        assertThat(a.transpose()).isEqualTo(Matrix.of(new double[] {1, 4}, new double[] {2, 5}, new double[] {3, 6}));
        Matrix block = a.transpose().block(1, 3, 0, 2);
        assertThat(block).isEqualTo(Matrix.of(new double[] {2, 5}, new double[] {3, 6}));
        assertThat(block.transpose().row(1)).isEqualTo(Vector.of(5, 6));
        assertThat(block.column(1)).isEqualTo(Vector.of(5, 6));
        assertThat(block.diagonal()).isEqualTo(Vector.of(2, 6));
        assertThat(a.block(1, 1, 0, 3).shape()).isEqualTo("0x3");
    }

    @Test
    void isIndependentOfSourceAndResultArrays() {
        double[][] values = {{1, 2}};
        Matrix matrix = Matrix.of(values);
        values[0][0] = 9;
        matrix.toRows()[0][1] = 9;
        assertThat(matrix).isEqualTo(Matrix.of(new double[] {1, 2}));
    }

    @Test
    void arithmeticMatchesHandCalculation() {
        assertThat(a.plus(a)).isEqualTo(a.scale(2));
        assertThat(a.minus(a)).isEqualTo(Matrix.zeros(2, 3));
        assertThat(a.hadamard(a)).isEqualTo(Matrix.of(new double[] {1, 4, 9}, new double[] {16, 25, 36}));
        assertThat(a.plusRow(Vector.of(10, 20, 30)))
                .isEqualTo(Matrix.of(new double[] {11, 22, 33}, new double[] {14, 25, 36}));
        assertThat(a.plusColumn(Vector.of(10, 20)))
                .isEqualTo(Matrix.of(new double[] {11, 12, 13}, new double[] {24, 25, 26}));
        assertThat(a.times(Vector.of(1, 0, -1))).isEqualTo(Vector.of(-2, -2));
        assertThat(a.times(a.transpose())).isEqualTo(Matrix.of(new double[] {14, 32}, new double[] {32, 77}));
        assertThat(a.transpose().times(a))
                .isEqualTo(Matrix.of(new double[] {17, 22, 27}, new double[] {22, 29, 36}, new double[] {27, 36, 45}));
    }

    @Test
    void emptySumsAreZero() {
        assertThat(Matrix.zeros(2, 0).times(Matrix.zeros(0, 3))).isEqualTo(Matrix.zeros(2, 3));
        assertThat(Matrix.zeros(0, 2).times(a).shape()).isEqualTo("0x3");
        assertThat(Matrix.zeros(2, 0).times(Vector.of())).isEqualTo(Vector.zeros(2));
    }

    @Test
    void productPropagatesNaN() {
        Matrix nan = Matrix.of(new double[] {Double.NaN});
        assertThat(Matrix.zeros(1, 1).times(nan).get(0, 0)).isNaN();
        assertThat(nan.times(Matrix.zeros(1, 1)).get(0, 0)).isNaN();
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.zeros(70_000, 70_000))
                .withMessage("Matrix: expected at most 2147483647 entries, but was 70000x70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.times(a))
                .withMessage("Matrix.times: expected a matrix with 3 rows, but was 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.times(Vector.of(1, 2)))
                .withMessage("Matrix.times: expected a vector of size 3, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.plus(a.transpose()))
                .withMessage("Matrix.plus: expected a 2x3 matrix, but was 3x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.get(0, 3))
                .withMessage("Matrix.get: expected column in [0, 3), but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.row(2))
                .withMessage("Matrix.row: expected row in [0, 2), but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.block(0, 3, 0, 1))
                .withMessage("Matrix.block: expected 0 <= from <= to <= 2 for the rows, but was [0, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(new double[] {1}, new double[] {1, 2}))
                .withMessage("Matrix: expected rows of length 1, but row 1 has length 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.ofRowMajor(2, 2, 1, 2, 3))
                .withMessage("Matrix: expected 2 x 2 values, but there are 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.zeros(-1, 2))
                .withMessage("Matrix: expected dimensions of at least 0, but was -1x2");
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        return TestMatrices.arbitrary();
    }

    @Property(tries = 200)
    void productAgreesWithEjmlAlsoOnViews(@ForAll("matrices") Matrix m) {
        Matrix expected = ofEjml(ejml(m).mult(ejml(m).transpose()));
        assertClose(m.times(m.transpose()), expected, 1e-14);
        assertThat(m.transpose().transpose()).isEqualTo(m);
        assertThat(m.times(m.transpose()).transpose()).isEqualTo(m.times(m.transpose()));
    }

    @Property(tries = 200)
    void productIsSumOfOuterProducts(@ForAll("matrices") Matrix m) {
        Matrix sum = Matrix.zeros(m.columns(), m.columns());
        for (int k = 0; k < m.rows(); k++) {
            sum = sum.plus(m.row(k).outer(m.row(k)));
        }
        assertClose(m.transpose().times(m), sum, 1e-14);
    }
}
