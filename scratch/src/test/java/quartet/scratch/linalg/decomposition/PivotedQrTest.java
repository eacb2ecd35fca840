package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.assertOrthonormalColumns;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.GoldenValues;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

/** Compares pivoted QR with LAPACK in SciPy, and with its definition. */
class PivotedQrTest {

    @Test
    void matchesLapackOnARankDeficientMatrix() {
        Matrix a = Matrix.of(GoldenValues.rows("pivotedQr.a", 5));
        PivotedQr qr = PivotedQr.of(a);
        assertThat(qr.permutation()).containsExactly(GoldenValues.integers("pivotedQr.permutation"));
        double[] diagonal = GoldenValues.of("pivotedQr.diagonal");
        for (int j = 0; j < 4; j++) {
            assertThat(Math.abs(qr.r().get(j, j))).isCloseTo(diagonal[j], within(1e-13));
        }
        assertThat(qr.rank()).isEqualTo(4);
    }

    @Property(tries = 40)
    void reproducesTheMatrix(
            @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(min = 1, max = 9) int columns) {
        Matrix a = TestMatrices.random(rows, columns, 31L * rows + columns);
        PivotedQr qr = PivotedQr.of(a);
        assertOrthonormalColumns(qr.q());
        int[] permutation = qr.permutation();
        Matrix permuted = Matrix.generate(rows, columns, (i, j) -> a.get(i, permutation[j]));
        assertClose(qr.q().times(qr.r()), permuted, 1e-13);
        for (int j = 1; j < Math.min(rows, columns); j++) {
            assertThat(Math.abs(qr.r().get(j, j)))
                    .isLessThanOrEqualTo(Math.abs(qr.r().get(j - 1, j - 1)) * (1 + 1e-14));
        }
    }

    /** The basic solution has the residual of the solution of smallest norm. */
    @Test
    void leastSquaresMatchesTheSingularValueDecomposition() {
        Matrix a = Matrix.of(GoldenValues.rows("pivotedQr.a", 5));
        Vector b = Vector.of(1, -2, 3, 0, 1, 4, 2);
        Vector basic = PivotedQr.of(a).leastSquares(b);
        Vector shortest = Svd.of(a).minimumNormSolution(b);
        assertClose(a.times(basic), a.times(shortest), 1e-12);
        assertThat(basic.toArray()).contains(0);
        assertThat(PivotedQr.of(Matrix.zeros(3, 2)).rank()).isZero();
        assertClose(PivotedQr.of(Matrix.zeros(3, 2)).leastSquares(Vector.of(1, 2, 3)), Vector.of(0, 0), 0);
    }
}
