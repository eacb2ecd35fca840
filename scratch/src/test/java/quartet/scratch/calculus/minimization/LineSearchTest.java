package quartet.scratch.calculus.minimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import quartet.scratch.calculus.autodiff.Dual;

/** The accepted steps satisfy the conditions of the textbook. */
class LineSearchTest {

    private static final WolfeLineSearch WOLFE = new WolfeLineSearch(1e-4, 0.1);

    /** phi(t) = (t - 3)^2 has phi(0) = 9 and slope -6. Backtracking from 16 rejects 8 and accepts 4. */
    @Test
    void armijoBacktracksToSufficientDecrease() {
        ArmijoLineSearch search = new ArmijoLineSearch(16, 1e-4, 0.5);
        assertThat(search.search(t -> (t - 3) * (t - 3), -6)).isEqualTo(4);
        assertThat(new ArmijoLineSearch(1, 1e-4, 0.5).search(t -> (t - 3) * (t - 3), -6))
                .isEqualTo(1);
    }

    /** The first test function of More and Thuente (1994), phi(t) = -t / (t^2 + 2), has its minimum at sqrt 2. */
    @Property(tries = 200)
    void strongWolfeConditionsHoldFromAnyStart(
            @ForAll @DoubleRange(min = 1e-3, max = 1e3) @Scale(6) double initialStep) {
        DoubleUnaryOperator phi = t -> -t / (t * t + 2);
        DoubleUnaryOperator slope = t -> (t * t - 2) / ((t * t + 2) * (t * t + 2));
        assertWolfe(phi, slope, initialStep);
    }

    /** Rosenbrock's function along its steepest descent direction at (-1.2, 1). */
    @Property(tries = 100)
    void strongWolfeConditionsHoldOnRosenbrock(@ForAll @DoubleRange(min = 1e-6, max = 1) @Scale(6) double initialStep) {
        DoubleUnaryOperator phi = t -> rosenbrock(Dual.constant(t)).value();
        DoubleUnaryOperator slope = t -> rosenbrock(Dual.variable(t)).derivative();
        assertWolfe(phi, slope, initialStep);
    }

    /** f(x, y) = 100 (y - x^2)^2 + (1 - x)^2 with gradient (-215.6, -88) at (-1.2, 1). */
    private static Dual rosenbrock(Dual t) {
        Dual x = t.times(215.6).plus(-1.2);
        Dual y = t.times(88).plus(1);
        return y.minus(x.times(x)).power(2).times(100).plus(x.negate().plus(1).power(2));
    }

    private static void assertWolfe(DoubleUnaryOperator phi, DoubleUnaryOperator slope, double initialStep) {
        double t = WOLFE.search(phi, slope, initialStep);
        double slopeAtStart = slope.applyAsDouble(0);
        assertThat(t).isPositive();
        assertThat(phi.applyAsDouble(t)).isLessThanOrEqualTo(phi.applyAsDouble(0) + 1e-4 * t * slopeAtStart);
        assertThat(Math.abs(slope.applyAsDouble(t))).isLessThanOrEqualTo(0.1 * Math.abs(slopeAtStart));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArmijoLineSearch(1, 1, 0.5))
                .withMessage("ArmijoLineSearch: expected sufficientDecrease in (0, 1), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArmijoLineSearch(1, 1e-4, 0.5).search(t -> t, 1))
                .withMessageContaining("expected a slope < 0 (a direction of descent), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArmijoLineSearch(1, 1e-4, 0.5).search(t -> t > 0 ? 1 : 0, -1))
                .withMessageContaining("higher at every step");
        assertThatIllegalArgumentException().isThrownBy(() -> new WolfeLineSearch(0.5, 0.4));
        assertThatIllegalArgumentException().isThrownBy(() -> WOLFE.search(t -> t, t -> 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WOLFE.search(t -> -t, t -> -1, 1))
                .withMessageContaining("expected phi to be bounded below");
    }
}
