package quartet.scratch.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ComplexTest {

    private final Complex z = new Complex(3, 4);

    @Test
    void matchesHandCalculation() {
        Complex w = new Complex(1, -2);
        assertThat(z.plus(w)).isEqualTo(new Complex(4, 2));
        assertThat(z.minus(w)).isEqualTo(new Complex(2, 6));
        assertThat(z.times(w)).isEqualTo(new Complex(11, -2));
        assertThat(z.dividedBy(w)).isEqualTo(new Complex(-1, 2));
        assertThat(z.scale(2)).isEqualTo(new Complex(6, 8));
        assertThat(z.conjugate()).isEqualTo(new Complex(3, -4));
        assertThat(z.modulus()).isEqualTo(5);
        assertThat(Complex.ONE.times(z).plus(Complex.ZERO)).isEqualTo(z);
    }

    @Test
    void divisionAvoidsIntermediateOverflow() {
        Complex large = new Complex(1e300, 1e300);
        assertThat(large.dividedBy(large)).isEqualTo(Complex.ONE);
        assertThat(z.dividedBy(Complex.ZERO).real()).isNaN();
    }

    @Property
    void divisionInvertsMultiplication(
            @ForAll @DoubleRange(min = -100, max = 100) double a,
            @ForAll @DoubleRange(min = -100, max = 100) double b,
            @ForAll @DoubleRange(min = 1, max = 100) double c,
            @ForAll @DoubleRange(min = -100, max = 100) double d) {
        Complex quotient = new Complex(a, b).times(new Complex(c, d)).dividedBy(new Complex(c, d));
        assertThat(quotient.minus(new Complex(a, b)).modulus()).isCloseTo(0, within(1e-12));
    }
}
