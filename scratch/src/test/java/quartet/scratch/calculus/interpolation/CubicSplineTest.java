package quartet.scratch.calculus.interpolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quartet.scratch.GoldenValues;

/** Compares splines with SciPy, and with cubic polynomials, which a clamped spline reproduces. */
class CubicSplineTest {

    private static final double[] X = GoldenValues.of("spline.x");
    private static final double[] Y = GoldenValues.of("spline.y");

    private static void assertMatches(CubicSpline spline, double[] expected) {
        for (int i = 0; i < 23; i++) {
            double x = Math.min(4.2, 4.2 * i / 22);
            assertThat(spline.value(x)).isCloseTo(expected[i], within(1e-13));
            assertThat(spline.derivative(x)).isCloseTo(expected[23 + i], within(1e-12));
        }
    }

    @Test
    void splinesMatchSciPy() {
        CubicSpline natural = CubicSpline.natural(X, Y);
        CubicSpline clamped = CubicSpline.clamped(X, Y, 0.4, -2);
        assertMatches(natural, GoldenValues.of("spline.natural"));
        assertMatches(clamped, GoldenValues.of("spline.clamped"));
        double[] integrals = GoldenValues.of("spline.integrals");
        assertThat(natural.integral()).isCloseTo(integrals[0], within(1e-13));
        assertThat(clamped.integral()).isCloseTo(integrals[1], within(1e-13));
    }

    /** f(x) = x^3 - 2 x, with f'(-1) = 1 and f'(3) = 25. */
    @Test
    void aClampedSplineReproducesACubic() {
        double[] x = {-1, 0.5, 1, 3};
        double[] y = new double[4];
        for (int i = 0; i < 4; i++) {
            y[i] = x[i] * x[i] * x[i] - 2 * x[i];
        }
        CubicSpline spline = CubicSpline.clamped(x, y, 1, 25);
        assertThat(spline.value(2.2)).isCloseTo(2.2 * 2.2 * 2.2 - 4.4, within(1e-13));
        assertThat(spline.derivative(-0.3)).isCloseTo(3 * 0.09 - 2, within(1e-13));
        assertThat(spline.integral()).isCloseTo(12, within(1e-12));
    }

    @Test
    void twoPointsYieldALine() {
        CubicSpline line = CubicSpline.natural(new double[] {1, 3}, new double[] {2, 8});
        assertThat(line.value(2)).isEqualTo(5);
        assertThat(line.derivative(3)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.value(3.1))
                .withMessage("CubicSpline: expected a position in [1.0, 3.0], but was 3.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CubicSpline.natural(new double[] {1, 1}, new double[2]))
                .withMessage("CubicSpline: expected increasing positions, but was 1.0 before 1.0");
    }
}
