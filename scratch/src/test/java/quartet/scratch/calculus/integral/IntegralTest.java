package quartet.scratch.calculus.integral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.calculus.Estimate;
import quartet.scratch.probability.continuous.Normal;

/** Compares every rule with closed forms, to the accuracy that theory predicts. */
class IntegralTest {

    private static final double ROOT_PI = Math.sqrt(Math.PI);

    /** Halving h divides the error of the trapezoid rule by 4 and that of Simpson's rule by 16. */
    @Test
    void rulesHaveTheirOrderOfConvergence() {
        double truth = Math.E - 1;
        double trapezoid = TrapezoidRule.integrate(Math::exp, 0, 1, 16) - truth;
        double trapezoidHalved = TrapezoidRule.integrate(Math::exp, 0, 1, 32) - truth;
        assertThat(trapezoid / trapezoidHalved).isCloseTo(4, within(0.01));
        double simpson = SimpsonRule.integrate(Math::exp, 0, 1, 16) - truth;
        double simpsonHalved = SimpsonRule.integrate(Math::exp, 0, 1, 32) - truth;
        assertThat(simpson / simpsonHalved).isCloseTo(16, within(0.05));
        assertThat(trapezoid).isCloseTo(truth / 12 / 256, within(1e-6));
    }

    @Property(tries = 100)
    void simpsonIsExactForCubics(
            @ForAll @DoubleRange(min = -5, max = 5) double a, @ForAll @DoubleRange(min = 0.1, max = 5) double width) {
        double b = a + width;
        double truth = (Math.pow(b, 4) - Math.pow(a, 4)) / 4 - (b * b - a * a);
        assertThat(SimpsonRule.integrate(x -> x * x * x - 2 * x, a, b, 2))
                .isCloseTo(truth, within(1e-9 * Math.max(1, Math.abs(truth))));
    }

    @Test
    void trapezoidRuleIsSpectrallyAccurateForPeriodicFunctions() {
        // the integral of e^cos x over a period is 2 pi I_0(1), I_0(1) = sum 1 / (4^k k!^2)
        double bessel = 0;
        double term = 1;
        for (int k = 1; k < 20; k++) {
            bessel += term;
            term /= 4.0 * k * k;
        }
        assertThat(TrapezoidRule.integrate(x -> Math.exp(Math.cos(x)), 0, 2 * Math.PI, 16))
                .isCloseTo(2 * Math.PI * bessel, within(1e-13));
    }

    /** G7K15 is exact up to degree 22, which verifies every node and weight. */
    @Property(tries = 23)
    void kronrodIsExactUpToDegreeTwentyTwo(@ForAll @IntRange(min = 0, max = 22) int degree) {
        Estimate estimate = GaussKronrod.integrate(x -> Math.pow(x, degree), 0, 1, 1, 0);
        assertThat(estimate.value()).isCloseTo(1.0 / (degree + 1), within(1e-15));
        if (degree <= 13) {
            assertThat(estimate.error()).isLessThan(1e-15);
        }
    }

    @Test
    void adaptiveIntegralsMeetTheirTolerance() {
        Estimate peak = GaussKronrod.integrate(x -> 1 / (1e-6 + x * x), -1, 1, 0, 1e-12);
        assertThat(peak.value()).isCloseTo(2e3 * Math.atan(1e3), within(1e-8));
        assertThat(peak.error()).isLessThan(1e-12 * peak.value());
        Estimate root = GaussKronrod.integrate(x -> 1 / Math.sqrt(x), 0, 1, 1e-8, 0);
        assertThat(root.value()).isCloseTo(2, within(1e-8));
        Estimate wave = GaussKronrod.integrate(x -> Math.sin(50 * x), 0, 1, 1e-12, 0);
        assertThat(wave.value()).isCloseTo((1 - Math.cos(50)) / 50, within(1e-13));
    }

    @Test
    void divergentIntegralReportsLargeError() {
        assertThat(GaussKronrod.integrate(x -> 1 / x, 0, 1, 1e-8, 0).error()).isGreaterThan(1e-3);
    }

    @Test
    void improperIntegralsMatchClosedForms() {
        assertThat(ImproperIntegral.toPositiveInfinity(x -> Math.exp(-x), 0, 1e-12)
                        .value())
                .isCloseTo(1, within(1e-12));
        assertThat(ImproperIntegral.toPositiveInfinity(x -> 1 / (x * x), 2, 1e-12)
                        .value())
                .isCloseTo(0.5, within(1e-12));
        assertThat(ImproperIntegral.fromNegativeInfinity(Math::exp, 1, 1e-12).value())
                .isCloseTo(Math.E, within(1e-11));
        assertThat(ImproperIntegral.overRealLine(x -> Math.exp(-x * x), 1e-12).value())
                .isCloseTo(Math.sqrt(Math.PI), within(1e-12));
        assertThat(ImproperIntegral.overRealLine(x -> 1 / (1 + x * x), 1e-12).value())
                .isCloseTo(Math.PI, within(1e-11));
    }

    /** The error bar covers the exact value and is within the tolerance, also for slow decay and distant peaks. */
    @Test
    void improperErrorBarsCoverExactValues() {
        assertCovers(ImproperIntegral.toPositiveInfinity(x -> Math.pow(x, -1.1), 1, 1e-7), 10, 1e-6);
        assertCovers(ImproperIntegral.toPositiveInfinity(x -> Math.exp(-x) / Math.sqrt(x), 0, 1e-9), ROOT_PI, 2e-9);
        assertCovers(ImproperIntegral.overRealLine(new Normal(20, 1)::density, 1e-10), 1, 1e-10);
        assertCovers(ImproperIntegral.overRealLine(new Normal(-100, 1)::density, 1e-10), 1, 1e-10);
        assertCovers(ImproperIntegral.overRealLine(new Normal(0, 1e-6)::density, 1e-10), 1, 1e-10);
    }

    private static void assertCovers(Estimate estimate, double exact, double tolerance) {
        assertThat(estimate.error()).isLessThanOrEqualTo(tolerance);
        assertThat(estimate.covers(exact, 1))
                .as("%s covers %s", estimate, exact)
                .isTrue();
    }

    @Test
    void divergentImproperIntegralsThrow() {
        List<DoubleUnaryOperator> divergent = List.of(
                x -> 1 / x, x -> 1 / (x * Math.log(x)), x -> 1 / (1 + Math.sqrt(x)), x -> Math.sin(x) / x, x -> 1);
        for (DoubleUnaryOperator f : divergent) {
            assertThatThrownBy(() -> ImproperIntegral.toPositiveInfinity(f, 2, 1e-6))
                    .isInstanceOf(NonConvergenceException.class)
                    .hasMessageContaining("expected an integral that converges to 1.0E-6");
        }
        // These converge, but too slowly for the tolerance: x^-1.01 has the tail 100 x^-0.01.
        assertThatThrownBy(() -> ImproperIntegral.toPositiveInfinity(x -> Math.pow(x, -1.01), 1, 1e-6))
                .isInstanceOf(NonConvergenceException.class);
        assertThatThrownBy(() -> ImproperIntegral.toPositiveInfinity(x -> 1 / (x + x * x), 0, 1e-6))
                .isInstanceOf(NonConvergenceException.class);
    }

    /** The volume of the unit ball in four dimensions is pi^2 / 2. */
    @Test
    void monteCarloErrorBarCoversExactValue() {
        double[] lower = {-1, -1, -1, -1};
        double[] upper = {1, 1, 1, 1};
        int covered = 0;
        for (int seed = 0; seed < 100; seed++) {
            Estimate estimate =
                    MonteCarlo.integrate(IntegralTest::insideUnitBall, lower, upper, 2_000, new SplittableRandom(seed));
            covered += estimate.covers(Math.PI * Math.PI / 2, 2) ? 1 : 0;
        }
        // The expected number is 95; fewer than 88 or all 100 occur in about one of 200 such experiments.
        assertThat(covered).isBetween(88, 99);
    }

    @Test
    void monteCarloErrorDecreasesWithRootOfSamples() {
        double[] lower = {-1, -1, -1, -1};
        double[] upper = {1, 1, 1, 1};
        Estimate few = MonteCarlo.integrate(IntegralTest::insideUnitBall, lower, upper, 1_000, new SplittableRandom(7));
        Estimate many =
                MonteCarlo.integrate(IntegralTest::insideUnitBall, lower, upper, 100_000, new SplittableRandom(7));
        assertThat(few.error() / many.error()).isCloseTo(10, within(0.5));
        // V sqrt(p (1 - p) / n) with p = pi^2 / 32 and V = 16
        double p = Math.PI * Math.PI / 32;
        assertThat(many.error()).isCloseTo(16 * Math.sqrt(p * (1 - p) / 1e5), within(1e-3));
    }

    private static double insideUnitBall(double[] x) {
        double squares = 0;
        for (double coordinate : x) {
            squares += coordinate * coordinate;
        }
        return squares <= 1 ? 1 : 0;
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrapezoidRule.integrate(Math::exp, 1, 1, 4))
                .withMessage("TrapezoidRule.integrate: expected lower < upper, but was [1.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrapezoidRule.integrate(Math::exp, 0, 1, 0))
                .withMessageContaining("expected at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpsonRule.integrate(Math::exp, 0, 1, 3))
                .withMessageContaining("expected an even n >= 2, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussKronrod.integrate(Math::log, -1, 1, 1e-6, 0))
                .withMessageContaining("expected a finite number, but was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> GaussKronrod.integrate(Math::exp, 0, 1, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImproperIntegral.toPositiveInfinity(Math::exp, Double.NaN, 1e-6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonteCarlo.integrate(
                        x -> 1, new double[] {0}, new double[] {1, 1}, 10, new SplittableRandom(1)))
                .withMessageContaining("expected an upper corner of length 1, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MonteCarlo.integrate(x -> 1, new double[] {0}, new double[] {1}, 1, new SplittableRandom(1)))
                .withMessageContaining("expected at least 2, but was 1");
    }
}
