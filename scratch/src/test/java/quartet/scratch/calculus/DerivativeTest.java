package quartet.scratch.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.calculus.autodiff.Dual;
import quartet.scratch.calculus.autodiff.ForwardMode;
import quartet.scratch.calculus.autodiff.HyperDual;
import quartet.scratch.calculus.autodiff.ReverseMode;
import quartet.scratch.calculus.autodiff.Variable;
import quartet.scratch.calculus.difference.FiniteDifferences;
import quartet.scratch.calculus.difference.RiddersDerivative;

/** Compares differences, dual and hyper-dual numbers with derivatives derived by hand. */
class DerivativeTest {

    private static final double[] POINT = {0.7, -1.3, 2.1};

    /** f(x, y, z) = x^2 y + e^x sin z. */
    private static double f(double[] p) {
        return p[0] * p[0] * p[1] + Math.exp(p[0]) * Math.sin(p[2]);
    }

    private static double[] gradientOfF(double[] p) {
        double e = Math.exp(p[0]);
        return new double[] {2 * p[0] * p[1] + e * Math.sin(p[2]), p[0] * p[0], e * Math.cos(p[2])};
    }

    private static double[][] hessianOfF(double[] p) {
        double e = Math.exp(p[0]);
        double xx = 2 * p[1] + e * Math.sin(p[2]);
        double xz = e * Math.cos(p[2]);
        double zz = -e * Math.sin(p[2]);
        return new double[][] {{xx, 2 * p[0], xz}, {2 * p[0], 0, 0}, {xz, 0, zz}};
    }

    private static Dual f(Dual[] p) {
        return p[0].times(p[0]).times(p[1]).plus(p[0].exp().times(p[2].sin()));
    }

    private static HyperDual f(HyperDual[] p) {
        return p[0].times(p[0]).times(p[1]).plus(p[0].exp().times(p[2].sin()));
    }

    @Test
    void centralDifferencesReachTenDigits() {
        assertThat(FiniteDifferences.derivative(Math::sin, 1)).isCloseTo(Math.cos(1), within(1e-10));
        assertThat(FiniteDifferences.secondDerivative(Math::sin, 1)).isCloseTo(-Math.sin(1), within(1e-7));
        assertThat(FiniteDifferences.gradient(DerivativeTest::f, POINT))
                .containsExactly(gradientOfF(POINT), within(1e-9));
    }

    @Test
    void hessianByDifferencesIsSymmetricAndReachesSixDigits() {
        double[][] hessian = FiniteDifferences.hessian(DerivativeTest::f, POINT);
        for (int i = 0; i < 3; i++) {
            assertThat(hessian[i]).containsExactly(hessianOfF(POINT)[i], within(1e-6));
        }
        assertThat(hessian[0][2]).isEqualTo(hessian[2][0]);
    }

    @Test
    void centralDifferencesAreExactForParabolasUpToRounding() {
        assertThat(FiniteDifferences.derivative(x -> 3 * x * x - x + 5, 2)).isCloseTo(11, within(1e-9));
    }

    @Test
    void riddersErrorEstimateCoversActualError() {
        Estimate tan = RiddersDerivative.at(Math::tan, 1, 0.5);
        double truth = 1 / (Math.cos(1) * Math.cos(1));
        assertThat(tan.error()).isLessThan(1e-9);
        assertThat(tan.covers(truth, 1)).isTrue();
        assertThat(tan.value()).isCloseTo(truth, within(1e-11));
    }

    @Property(tries = 200)
    void riddersErrorCoversExactValueUpToRounding(@ForAll @DoubleRange(min = -3, max = 3) double x) {
        Estimate estimate = RiddersDerivative.at(t -> Math.exp(t) * Math.cos(t), x, 0.5);
        double truth = Math.exp(x) * (Math.cos(x) - Math.sin(x));
        assertThat(estimate.value()).isCloseTo(truth, within(10 * estimate.error() + 1e-12 * Math.exp(x)));
        assertThat(estimate.error()).isLessThan(1e-9 * Math.exp(x) + 1e-10);
    }

    @Test
    void dualsAndHyperDualsAreExact() {
        assertThat(ForwardMode.gradient(DerivativeTest::f, POINT)).containsExactly(gradientOfF(POINT), within(1e-14));
        double[][] hessian = ForwardMode.hessian(DerivativeTest::f, POINT);
        for (int i = 0; i < 3; i++) {
            assertThat(hessian[i]).containsExactly(hessianOfF(POINT)[i], within(1e-14));
        }
    }

    /** Polar coordinates have J = ((cos t, -r sin t), (sin t, r cos t)). */
    @Test
    void jacobianOfPolarCoordinatesMatchesClosedForm() {
        double r = 2;
        double t = 0.4;
        double[][] expected = {{Math.cos(t), -r * Math.sin(t)}, {Math.sin(t), r * Math.cos(t)}};
        double[][] byDuals = ForwardMode.jacobian(
                p -> new Dual[] {p[0].times(p[1].cos()), p[0].times(p[1].sin())}, new double[] {r, t});
        double[][] byDifferences = FiniteDifferences.jacobian(
                p -> new double[] {p[0] * Math.cos(p[1]), p[0] * Math.sin(p[1])}, new double[] {r, t});
        double[][] byTape = ReverseMode.jacobian(
                p -> new Variable[] {p[0].times(p[1].cos()), p[0].times(p[1].sin())}, new double[] {r, t});
        for (int i = 0; i < 2; i++) {
            assertThat(byDuals[i]).containsExactly(expected[i], within(1e-15));
            assertThat(byTape[i]).containsExactly(expected[i], within(1e-15));
            assertThat(byDifferences[i]).containsExactly(expected[i], within(1e-9));
        }
        assertThat(ForwardMode.jacobianVectorProduct(
                        p -> new Dual[] {p[0].times(p[1].cos())}, new double[] {r, t}, new double[] {3, 5}))
                .containsExactly(new double[] {3 * expected[0][0] + 5 * expected[0][1]}, within(1e-14));
    }

    @Property(tries = 200)
    void everyDualOperationAgreesWithDifferences(@ForAll @DoubleRange(min = 0.2, max = 3) double x) {
        Dual u = Dual.variable(x);
        Dual result = u.exp()
                .times(u.log())
                .plus(u.sin().dividedBy(u.cos().plus(2)))
                .minus(u.tanh().times(u.sqrt()))
                .plus(u.sigmoid().power(1.7))
                .plus(u.negate().abs())
                .plus(u.minus(1).relu().times(u.minus(1).relu()))
                .times(0.5);
        double difference =
                RiddersDerivative.at(DerivativeTest::everyOperation, x, 0.05).value();
        assertThat(result.value()).isCloseTo(everyOperation(x), within(1e-13));
        // The second derivative of the squared relu jumps at 1, where extrapolation does not apply.
        double tolerance = Math.abs(x - 1) < 0.06 ? 0.1 : 1e-8;
        assertThat(result.derivative()).isCloseTo(difference, within(tolerance));
    }

    private static double everyOperation(double x) {
        double relu = Math.max(x - 1, 0);
        return 0.5
                * (Math.exp(x) * Math.log(x)
                        + Math.sin(x) / (Math.cos(x) + 2)
                        - Math.tanh(x) * Math.sqrt(x)
                        + Math.pow(1 / (1 + Math.exp(-x)), 1.7)
                        + Math.abs(-x)
                        + relu * relu);
    }

    @Property(tries = 100)
    void everyHyperDualOperationAgreesWithTwoNestedForwardModes(@ForAll @DoubleRange(min = 0.2, max = 3) double x) {
        HyperDual u = new HyperDual(x, 1, 1, 0);
        HyperDual result = u.exp()
                .times(u.log())
                .plus(u.sin().dividedBy(u.cos().plus(2)))
                .minus(u.tanh().times(u.sqrt()))
                .plus(u.sigmoid().power(1.7))
                .minus(1);
        double difference = RiddersDerivative.at(
                        t -> {
                            Dual v = Dual.variable(t);
                            return v.exp()
                                    .times(v.log())
                                    .plus(v.sin().dividedBy(v.cos().plus(2)))
                                    .minus(v.tanh().times(v.sqrt()))
                                    .plus(v.sigmoid().power(1.7))
                                    .derivative();
                        },
                        x,
                        0.05)
                .value();
        assertThat(result.mixed()).isCloseTo(difference, within(1e-8 * Math.max(1, Math.abs(difference))));
        assertThat(result.first()).isEqualTo(result.second());
    }

    /** The derivative of ln x at 1e-6 is 1e6, that of cos x is -1e-6. */
    @Test
    void differencesAdaptToTheScaleOfTheFunction() {
        assertThat(FiniteDifferences.derivative(Math::log, 1e-6) / 1e6).isCloseTo(1, within(1e-9));
        assertThat(FiniteDifferences.derivative(Math::log, 0.01) / 100).isCloseTo(1, within(1e-9));
        assertThat(FiniteDifferences.derivative(Math::cos, 1e-6)).isCloseTo(-1e-6, within(1e-10));
        assertThat(FiniteDifferences.gradient(p -> Math.log(p[0]) + p[1], new double[] {1e-6, 1e-6})[0] / 1e6)
                .isCloseTo(1, within(1e-8));
    }

    @Test
    void constantsHaveDerivativeZeroAtSingularities() {
        assertThat(Dual.constant(0).sqrt()).isEqualTo(new Dual(0, 0));
        assertThat(HyperDual.constant(0).sqrt()).isEqualTo(new HyperDual(0, 0, 0, 0));
        assertThat(Dual.variable(0).sqrt().derivative()).isInfinite();
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteDifferences.derivative(Math::sin, Double.NaN))
                .withMessage("FiniteDifferences.derivative: x: expected a finite number, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteDifferences.gradient(DerivativeTest::f, new double[0]))
                .withMessageContaining("expected at least one coordinate, but was []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiddersDerivative.at(Math::sin, 1, 0))
                .withMessageContaining("expected a finite number > 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForwardMode.jacobianVectorProduct(p -> p, new double[] {1, 2}, new double[] {1}))
                .withMessageContaining("expected a direction of length 2, but was 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, Double.NaN));
    }
}
