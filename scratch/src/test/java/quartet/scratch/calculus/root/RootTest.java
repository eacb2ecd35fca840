package quartet.scratch.calculus.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.argument.NonConvergenceException;

/** Compares roots with closed forms, and step counts with the order of convergence of each method. */
class RootTest {

    @Test
    void allMethodsFindSquareRootOfTwo() {
        Root bisection = Bisection.root(x -> x * x - 2, 1, 2, 1e-12);
        Root newton = Newton.root(x -> x.times(x).minus(2), 1, 1e-12);
        Root secant = Secant.root(x -> x * x - 2, 1, 2, 1e-12);
        Root brent = Brent.root(x -> x * x - 2, 1, 2, 1e-12);
        for (Root root : new Root[] {bisection, newton, secant, brent}) {
            assertThat(root.x()).isCloseTo(Math.sqrt(2), within(1e-12));
            assertThat(root.residual()).isCloseTo(0, within(1e-11));
        }
        assertThat(bisection.iterations()).isEqualTo(40);
        assertThat(newton.iterations()).isLessThanOrEqualTo(6);
        assertThat(secant.iterations()).isLessThanOrEqualTo(8);
        assertThat(brent.iterations()).isLessThanOrEqualTo(10);
    }

    @Property(tries = 300)
    void bracketingMethodsFindTheRootOfAnyCubic(
            @ForAll @DoubleRange(min = -4, max = 4) double root, @ForAll @DoubleRange(min = 0, max = 50) double steep) {
        // strictly increasing, so that the root is unique
        double found = Brent.root(x -> (x - root) * (1 + steep * (x - root) * (x - root)), -5, 5, 1e-13)
                .x();
        double halved = Bisection.root(x -> (x - root) * (1 + steep * (x - root) * (x - root)), -5, 5, 1e-13)
                .x();
        assertThat(found).isCloseTo(root, within(1e-12));
        assertThat(halved).isCloseTo(root, within(1e-12));
    }

    /** The function is flat near its root of multiplicity nine, where interpolation fails and Brent must bisect. */
    @Test
    void brentFallsBackToBisectionOnFlatRoot() {
        assertThat(Brent.root(x -> Math.pow(x - 0.3, 9), -1, 1.5, 1e-6).x()).isCloseTo(0.3, within(1e-6));
        assertThat(Brent.root(x -> Math.signum(x - 0.3), -1, 1.5, 1e-10).x()).isCloseTo(0.3, within(1e-10));
    }

    @Test
    void findsRootsAtTheEnds() {
        assertThat(Brent.root(x -> x, 0, 1, 1e-12).x()).isZero();
        assertThat(Bisection.root(x -> x, 0, 1, 1e-12).x()).isZero();
        assertThat(Bisection.root(x -> x - 1, 0, 1, 1e-12).x()).isEqualTo(1);
    }

    @Test
    void bisectionEndsAtAdjacentDoubles() {
        Root root = Bisection.root(x -> x * x - 2, 1, 2, Double.MIN_VALUE);
        assertThat(root.x()).isCloseTo(Math.sqrt(2), within(Math.ulp(1.0)));
    }

    /** The width of the interval overflows. */
    @Test
    void findsRootsInTheWholeRangeOfDouble() {
        assertThat(Bisection.root(x -> x - 3, -1e308, 1.7e308, 1e-9).x()).isCloseTo(3, within(1e-9));
        assertThat(Brent.root(x -> x - 3, -1e308, 1.7e308, 1e-9).x()).isCloseTo(3, within(1e-9));
        assertThat(Brent.root(Math::cbrt, -1e308, 1.7e308, 1e-9).x()).isCloseTo(0, within(1e-9));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Brent.root(x -> x * x + 1, -1, 1, 1e-9))
                .withMessage(
                        "Brent.root: expected f of opposite signs at the ends of [-1.0, 1.0], but was 2.0 and 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Bisection.root(x -> Double.NaN, -1, 1, 1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> Bisection.root(x -> x, -1, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Newton.root(x -> x.times(x).plus(1), 0, 1e-9))
                .withMessageContaining("Newton.root: the step f / f' at 0.0");
        assertThatThrownBy(() -> Newton.root(x -> x.times(x).plus(1), 0.7, 1e-12))
                .isInstanceOf(NonConvergenceException.class)
                .hasMessageContaining("within 100 iterations");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secant.root(x -> x, 1, 1, 1e-9))
                .withMessage("Secant.root: expected two different starts, but was twice 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Secant.root(x -> 1, 0, 1, 1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> Newton.root(x -> x, Double.NaN, 1e-9));
    }
}
