package quartet.scratch.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.ejml;
import static quartet.scratch.linalg.TestMatrices.hipparchus;
import static quartet.scratch.linalg.TestMatrices.ofEjml;
import static quartet.scratch.linalg.TestMatrices.ofHipparchus;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

class LuTest {

    @Test
    void matchesHandCalculation() {
        // Trefethen and Bau, equation (21.1) and following.
        Matrix a = Matrix.of(
                new double[] {2, 1, 1, 0}, new double[] {4, 3, 3, 1}, new double[] {8, 7, 9, 5}, new double[] {
                    6, 7, 9, 8
                });
        Lu lu = Lu.of(a);
        assertThat(lu.permutation()).containsExactly(2, 3, 1, 0);
        assertClose(
                lu.lower(),
                Matrix.of(
                        new double[] {1, 0, 0, 0},
                        new double[] {3 / 4.0, 1, 0, 0},
                        new double[] {1 / 2.0, -2 / 7.0, 1, 0},
                        new double[] {1 / 4.0, -3 / 7.0, 1 / 3.0, 1}),
                1e-15);
        assertClose(
                lu.upper(),
                Matrix.of(
                        new double[] {8, 7, 9, 5},
                        new double[] {0, 7 / 4.0, 9 / 4.0, 17 / 4.0},
                        new double[] {0, 0, -6 / 7.0, -2 / 7.0},
                        new double[] {0, 0, 0, 2 / 3.0}),
                1e-15);
        assertThat(lu.determinant()).isCloseTo(8, within(1e-13));
        assertThat(lu.logAbsoluteDeterminant()).isCloseTo(Math.log(8), within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("quartet.scratch.linalg.TestMatrices#square")
    void reconstructsSquareMatrices(Matrix a) {
        Lu lu = Lu.of(a);
        assertClose(lu.lower().times(lu.upper()), lu.permutationMatrix().times(a), 1e-14);
        assertThat(Norms.maximum(lu.lower())).isLessThanOrEqualTo(1);
        assertThat(lu.permutationMatrix().times(lu.permutationMatrix().transpose()))
                .isEqualTo(Matrix.identity(a.rows()));
    }

    @Test
    void emptySystemHasEmptySolution() {
        Lu lu = Lu.of(Matrix.zeros(0, 0));
        assertThat(lu.determinant()).isEqualTo(1);
        assertThat(lu.solve(Vector.of())).isEqualTo(Vector.of());
        assertThat(lu.inverse()).isEqualTo(Matrix.zeros(0, 0));
        assertThat(Lu.of(Matrix.identity(3)).solve(Matrix.zeros(3, 0)).shape()).isEqualTo("3x0");
    }

    @Test
    void hilbertSystemErrorIsBoundedByItsCondition() {
        Matrix hilbert = TestMatrices.hilbert(10);
        Vector ones = Vector.generate(10, i -> 1);
        Vector x = Lu.of(hilbert).solve(hilbert.times(ones));
        // condition number 1.6e13 times rounding error 1.1e-16
        assertClose(x, ones, 1e-2);
        assertThat(Norms.two(hilbert.times(x).minus(hilbert.times(ones)))).isLessThan(1e-14);
        // 1 / det H_10 = 46206893947914691316295628839036278726983680000000000 (OEIS A005249)
        assertThat(Lu.of(hilbert).determinant() * 4.620689394791469e52).isCloseTo(1, within(1e-3));
    }

    @Test
    void scalingDoesNotMakeAMatrixSingular() {
        Matrix rows = Matrix.of(new double[] {1, 1}, new double[] {1e-20, 2e-20});
        assertClose(Lu.of(rows).solve(Vector.of(3, 5e-20)), Vector.of(1, 2), 1e-15);
        Matrix columns = rows.transpose();
        assertClose(Lu.of(columns).solve(Vector.of(1, 1)), Vector.of(1, 0), 1e-15);
        assertThat(Lu.of(Matrix.of(new double[] {1e-300})).solve(Vector.of(2e-300)))
                .isEqualTo(Vector.of(2));
    }

    @Test
    void singularMatrixHasDeterminantButNoSolution() {
        Lu exact = Lu.of(Matrix.of(new double[] {1, 2}, new double[] {2, 4}));
        assertThat(exact.determinant()).isZero();
        assertThat(exact.logAbsoluteDeterminant()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exact.solve(Vector.of(1, 1)))
                .withMessage("LU: expected a non-singular matrix, but pivot 1 is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lu.of(Matrix.zeros(3, 3)).inverse())
                .withMessage("LU: expected a non-singular matrix, but pivot 0 is 0");
        // The matrix is singular, but rounding leaves a last pivot of about 1e-16.
        Matrix tenths = Matrix.generate(3, 3, (i, j) -> (3 * i + j + 1) / 10.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lu.of(tenths).solve(Vector.of(1, 1, 1)))
                .withMessageStartingWith("LU: expected a non-singular matrix, but pivot 2 is ");
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lu.of(Matrix.zeros(2, 3)))
                .withMessage("LU: expected a square matrix, but was 2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lu.of(Matrix.of(new double[] {1, 2}, new double[] {Double.NaN, 1})))
                .withMessage("LU: expected finite entries, but entry (1, 0) is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lu.of(Matrix.identity(2)).solve(Vector.of(1)))
                .withMessage("LU.solve: expected a vector of size 2, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lu.of(Matrix.identity(2)).solve(Matrix.zeros(3, 1)))
                .withMessage("LU.solve: expected a matrix with 2 rows, but was 3x1");
    }

    @Provide
    Arbitrary<Matrix> squares() {
        return TestMatrices.arbitrarySquare();
    }

    @Property(tries = 200)
    void determinantAgreesWithEjml(@ForAll("squares") Matrix a) {
        // Hadamard: |det A| is at most the product of the lengths of the rows.
        double bound = 1;
        for (int i = 0; i < a.rows(); i++) {
            bound *= Norms.two(a.row(i));
        }
        double determinant = Lu.of(a).determinant();
        assertThat(Math.abs(determinant)).isLessThanOrEqualTo(bound * (1 + 1e-12));
        assertThat(determinant).isCloseTo(ejml(a).determinant(), within(1e-12 * bound));
    }

    @Property(tries = 200)
    void agreesWithEjmlAndHipparchusOnWellConditionedMatrices(
            @ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Matrix a = TestMatrices.random(n, n, seed).plus(Matrix.identity(n).scale(3 * n));
        Matrix b = TestMatrices.random(n, 3, seed + 1);
        Lu lu = Lu.of(a);
        assertClose(lu.solve(b), ofEjml(ejml(a).solve(ejml(b))), 1e-13);
        assertClose(lu.inverse(), ofEjml(ejml(a).invert()), 1e-13);
        assertClose(a.times(lu.inverse()), Matrix.identity(n), 1e-13);
        LUDecomposition oracle = new LUDecomposition(hipparchus(a));
        assertClose(lu.upper(), ofHipparchus(oracle.getU()), 1e-13);
        assertThat(lu.permutation()).isEqualTo(oracle.getPivot());
        assertThat(lu.determinant() / oracle.getDeterminant()).isCloseTo(1, within(1e-13));
    }
}
