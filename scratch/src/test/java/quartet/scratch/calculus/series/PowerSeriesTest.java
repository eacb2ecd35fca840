package quartet.scratch.calculus.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.calculus.autodiff.ForwardMode;

/** Compares Taylor coefficients with textbook series, and checks the algebra of series. */
class PowerSeriesTest {

    @Test
    void matchesTextbookSeries() {
        assertThat(TaylorExpansion.of(PowerSeries::exp, 0, 6).coefficients())
                .containsExactly(new double[] {1, 1, 1 / 2.0, 1 / 6.0, 1 / 24.0, 1 / 120.0, 1 / 720.0}, within(1e-16));
        assertThat(TaylorExpansion.of(PowerSeries::sin, 0, 5).coefficients())
                .containsExactly(new double[] {0, 1, 0, -1 / 6.0, 0, 1 / 120.0}, within(1e-16));
        assertThat(TaylorExpansion.of(PowerSeries::cos, 0, 4).coefficients())
                .containsExactly(new double[] {1, 0, -1 / 2.0, 0, 1 / 24.0}, within(1e-16));
        assertThat(TaylorExpansion.of(PowerSeries::log, 1, 4).coefficients())
                .containsExactly(new double[] {0, 1, -1 / 2.0, 1 / 3.0, -1 / 4.0}, within(1e-16));
        assertThat(TaylorExpansion.of(PowerSeries::sqrt, 1, 4).coefficients())
                .containsExactly(new double[] {1, 1 / 2.0, -1 / 8.0, 1 / 16.0, -5 / 128.0}, within(1e-16));
        assertThat(TaylorExpansion.of(PowerSeries::tanh, 0, 5).coefficients())
                .containsExactly(new double[] {0, 1, 0, -1 / 3.0, 0, 2 / 15.0}, within(1e-16));
    }

    @Test
    void matchesGeometricSeries() {
        PowerSeries series = TaylorExpansion.of(
                x -> PowerSeries.of(1, 0, 0, 0, 0).dividedBy(x.times(-1).plus(1)), 0, 4);
        assertThat(series.coefficients()).containsExactly(1, 1, 1, 1, 1);
        assertThat(series.derivative(4)).isEqualTo(24);
    }

    /** Lagrange: |R| <= max |f^(n+1)| |t|^(n+1) / (n+1)!, where all derivatives of sin are at most 1. */
    @Property(tries = 200)
    void remainderIsBelowLagrangeBound(
            @ForAll @DoubleRange(min = -3, max = 3) double x0, @ForAll @DoubleRange(min = -1, max = 1) double t) {
        double bound = 1;
        for (int n = 0; n <= 10; n++) {
            bound *= Math.abs(t) / (n + 1);
            double remainder = Math.sin(x0 + t)
                    - TaylorExpansion.of(PowerSeries::sin, x0, n).evaluate(t);
            assertThat(Math.abs(remainder)).isLessThanOrEqualTo(bound + 1e-15);
        }
    }

    @Property(tries = 200)
    void inverseOperationsCancel(
            @ForAll @DoubleRange(min = 0.5, max = 2) double x0, @ForAll @DoubleRange(min = -2, max = 2) double slope) {
        PowerSeries a = PowerSeries.of(x0, slope, 0.3, -0.2, 0.1, 0.7);
        assertThat(a.log().exp().coefficients()).containsExactly(a.coefficients(), within(1e-10));
        assertThat(a.sqrt().times(a.sqrt()).coefficients()).containsExactly(a.coefficients(), within(1e-10));
        assertThat(a.dividedBy(a).coefficients()).containsExactly(new double[] {1, 0, 0, 0, 0, 0}, within(1e-12));
        assertThat(a.power(3).coefficients())
                .containsExactly(a.times(a).times(a).coefficients(), within(1e-9));
        PowerSeries one = a.sin().times(a.sin()).plus(a.cos().times(a.cos()));
        assertThat(one.coefficients()).containsExactly(new double[] {1, 0, 0, 0, 0, 0}, within(1e-10));
        PowerSeries tanh = a.exp()
                .minus(a.times(-1).exp())
                .dividedBy(a.exp().plus(a.times(-1).exp()));
        assertThat(a.tanh().coefficients()).containsExactly(tanh.coefficients(), within(1e-9));
    }

    /** The second derivative of the series agrees with that of hyper-dual numbers. */
    @Property(tries = 100)
    void derivativesAgreeWithHyperDuals(@ForAll @DoubleRange(min = 0.2, max = 3) double x) {
        PowerSeries series = TaylorExpansion.of(u -> u.log().times(u.sin()).plus(u.tanh()), x, 2);
        double[] point = {x};
        double curvature = ForwardMode.hessian(p -> p[0].log().times(p[0].sin()).plus(p[0].tanh()), point)[0][0];
        assertThat(series.derivative(2)).isCloseTo(curvature, within(1e-12 * Math.max(1, Math.abs(curvature))));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaylorExpansion.of(PowerSeries::log, 0, 3))
                .withMessage("PowerSeries.log: expected c_0 > 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerSeries.of(1, 2).dividedBy(PowerSeries.of(0, 1)))
                .withMessageContaining("expected a divisor with b_0 != 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerSeries.of(1, 2).plus(PowerSeries.of(1)))
                .withMessage("PowerSeries: expected a series of order 1, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> PowerSeries.of());
        assertThatIllegalArgumentException().isThrownBy(() -> PowerSeries.of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> PowerSeries.variable(1, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerSeries.of(1, 2).derivative(2));
    }
}
