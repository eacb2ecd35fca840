package quartet.scratch.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VectorTest {

    private final Vector x = Vector.of(3, -4, 12);

    @Test
    void arithmeticMatchesHandCalculation() {
        Vector y = Vector.of(1, 2, 0.5);
        assertThat(x.plus(y)).isEqualTo(Vector.of(4, -2, 12.5));
        assertThat(x.minus(y)).isEqualTo(Vector.of(2, -6, 11.5));
        assertThat(x.scale(-2)).isEqualTo(Vector.of(-6, 8, -24));
        assertThat(x.hadamard(y)).isEqualTo(Vector.of(3, -8, 6));
        assertThat(x.dot(y)).isEqualTo(1);
        assertThat(x.sum()).isEqualTo(11);
        assertThat(Vector.of(1, 2).outer(Vector.of(3, 4, 5)))
                .isEqualTo(Matrix.of(new double[] {3, 4, 5}, new double[] {6, 8, 10}));
        assertThat(Norms.two(x)).isEqualTo(13);
        assertThat(x.normalized()).isEqualTo(Vector.of(3.0 / 13, -4.0 / 13, 12.0 / 13));
    }

    @Test
    void factories() {
        assertThat(Vector.zeros(2)).isEqualTo(Vector.of(0, 0));
        assertThat(Vector.basis(3, 1)).isEqualTo(Vector.of(0, 1, 0));
        assertThat(Vector.generate(3, i -> i * i)).isEqualTo(Vector.of(0, 1, 4));
        assertThat(Vector.of().size()).isZero();
    }

    @Test
    void isIndependentOfSourceAndResultArrays() {
        double[] values = {1, 2};
        Vector vector = Vector.of(values);
        values[0] = 9;
        vector.toArray()[1] = 9;
        assertThat(vector).isEqualTo(Vector.of(1, 2)).hasToString("[1.0, 2.0]");
    }

    @Test
    void slicesAreViews() {
        Vector slice = Vector.of(0, 1, 2, 3, 4).slice(1, 4).slice(1, 3);
        assertThat(slice).isEqualTo(Vector.of(2, 3)).hasSameHashCodeAs(Vector.of(2, 3));
        assertThat(x.slice(3, 3).size()).isZero();
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.plus(Vector.of(1)))
                .withMessage("Vector.plus: expected a vector of size 3, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.dot(Vector.of(1, 2, 3, 4)))
                .withMessage("Vector.dot: expected a vector of size 3, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.get(3))
                .withMessage("Vector.get: expected index in [0, 3), but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.slice(2, 1))
                .withMessage("Vector.slice: expected 0 <= from <= to <= 3 for the entries, but was [2, 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vector.zeros(2).normalized())
                .withMessage("Vector.normalized: expected a finite norm above zero, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vector.zeros(-1))
                .withMessage("Vector: expected a size of at least 0, but was -1");
    }

    @Provide
    Arbitrary<Matrix> pairs() {
        return TestMatrices.arbitrary(2, 5);
    }

    @Property
    void cauchySchwarzAndTriangleInequality(@ForAll("pairs") Matrix pair) {
        Vector a = pair.row(0);
        Vector b = pair.row(1);
        double product = Norms.two(a) * Norms.two(b);
        assertThat(Math.abs(a.dot(b))).isLessThanOrEqualTo(product * (1 + 1e-14));
        assertThat(Norms.two(a.plus(b))).isLessThanOrEqualTo((Norms.two(a) + Norms.two(b)) * (1 + 1e-14));
        assertThat(a.dot(b)).isEqualTo(b.dot(a));
        assertThat(a.outer(b).times(b).dot(a))
                .isCloseTo(a.dot(a) * b.dot(b), within(1e-12 * product * product + Double.MIN_NORMAL));
    }
}
