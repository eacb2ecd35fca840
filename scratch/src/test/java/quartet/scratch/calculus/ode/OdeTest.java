package quartet.scratch.calculus.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quartet.scratch.GoldenValues;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.application.MatrixExponential;

/** Compares solvers with closed forms, with SciPy and with the matrix exponential. */
class OdeTest {

    private static final OdeSystem OSCILLATOR = (t, y) -> new double[] {y[1], -y[0]};
    private static final OdeSystem VAN_DER_POL = (t, y) -> new double[] {y[1], (1 - y[0] * y[0]) * y[1] - y[0]};

    @Test
    void theVanDerPolOscillatorMatchesSciPy() {
        double[] expected = GoldenValues.of("ode.vanDerPol");
        Trajectory trajectory = new DormandPrince(1e-12, 1e-12).solve(VAN_DER_POL, 0, new double[] {2, 0}, 10);
        assertThat(trajectory.end()).containsExactly(expected, within(1e-9));
        assertThat(RungeKutta4.solve(VAN_DER_POL, 0, new double[] {2, 0}, 10, 20_000)
                        .end())
                .containsExactly(expected, within(1e-10));
    }

    /** The error of the fixed steps falls by 2^4 if their number doubles. */
    @Test
    void rungeKuttaHasOrderFour() {
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            double[] end = RungeKutta4.solve((t, y) -> y.clone(), 0, new double[] {1}, 1, 20 << i)
                    .end();
            errors[i] = Math.abs(end[0] - Math.E);
        }
        assertThat(errors[0] / errors[1]).isCloseTo(16, within(1.0));
    }

    /** The global error follows the tolerance over eight orders of magnitude, and fewer steps are rejected than taken. */
    @Test
    void theToleranceControlsTheError() {
        for (double tolerance = 1e-4; tolerance > 1e-12; tolerance /= 100) {
            Trajectory trajectory =
                    new DormandPrince(tolerance, tolerance).solve(OSCILLATOR, 0, new double[] {1, 0}, 20);
            assertThat(Math.abs(trajectory.end()[0] - Math.cos(20))).isLessThan(100 * tolerance);
            double[] middle = trajectory.at(7.7);
            assertThat(middle[0]).isCloseTo(Math.cos(7.7), within(100 * Math.pow(tolerance, 0.8)));
        }
    }

    @Test
    void linearSystemsMatchTheMatrixExponentialInBothDirections() {
        Matrix a = Matrix.of(new double[] {-0.5, 1, 0}, new double[] {-1, -0.2, 0.3}, new double[] {0.1, 0, 0.4});
        OdeSystem system = (t, y) -> a.times(Vector.of(y)).toArray();
        double[] y0 = {1, 2, -1};
        for (double end : new double[] {2, -2}) {
            double[] expected =
                    MatrixExponential.of(a.scale(end)).times(Vector.of(y0)).toArray();
            assertThat(new DormandPrince(1e-12, 1e-12).solve(system, 0, y0, end).end())
                    .containsExactly(expected, within(1e-10));
        }
    }

    @Test
    void singularitiesAreReported() {
        // y' = y^2 with y(0) = 1 is 1 / (1 - t).
        OdeSystem explosion = (t, y) -> new double[] {y[0] * y[0]};
        assertThatThrownBy(() -> new DormandPrince(1e-8, 1e-8).solve(explosion, 0, new double[] {1}, 2))
                .isInstanceOf(NonConvergenceException.class)
                .hasMessageContaining("but the step became");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RungeKutta4.solve((t, y) -> new double[2], 0, new double[] {1}, 1, 5))
                .withMessage("RungeKutta4: expected 1 derivatives, but was 2");
        Trajectory line = RungeKutta4.solve((t, y) -> new double[] {1}, 0, new double[] {0}, 1, 2);
        assertThat(line.at(0.3)).containsExactly(new double[] {0.3}, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.at(1.5))
                .withMessage("Trajectory.at: expected a time between 0.0 and 1.0, but was 1.5");
    }
}
