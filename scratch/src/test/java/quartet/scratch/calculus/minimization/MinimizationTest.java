package quartet.scratch.calculus.minimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class MinimizationTest {
    private static final double[] ROSENBROCK_START = {-1.2, 1};

    private static void assertAt(Minimum minimum, double tolerance, double... expected) {
        assertThat(minimum.converged()).as(minimum.toString()).isTrue();
        for (int i = 0; i < expected.length; i++) {
            assertThat(minimum.point()[i]).isCloseTo(expected[i], within(tolerance));
        }
    }

    @Test
    void gradientDescentFindsMinimum() {
        GradientDescent method = new GradientDescent(1e-8, 50_000);
        assertAt(method.minimize(TestFunctions.QUADRATIC, new double[] {0, 0}), 1e-7, 3, -1);
        assertAt(method.minimize(TestFunctions.ROSENBROCK, ROSENBROCK_START), 1e-6, 1, 1);
    }

    /** On a quadratic function, Newton's method converges in one step. */
    @Test
    void newtonFindsMinimum() {
        NewtonMethod method = new NewtonMethod(1e-10, 50);
        Minimum quadratic = method.minimize(TestFunctions.QUADRATIC, new double[] {-40, 70});
        assertAt(quadratic, 1e-12, 3, -1);
        assertThat(quadratic.iterations()).isEqualTo(1);
        assertAt(method.minimize(TestFunctions.ROSENBROCK, ROSENBROCK_START), 1e-10, 1, 1);
    }

    @Test
    void newtonEscapesNegativeCurvature() {
        Minimum minimum = new NewtonMethod(1e-10, 100).minimize(TestFunctions.DOUBLE_WELL, new double[] {0.1, 5});
        assertAt(minimum, 1e-10, 1, 0);
    }

    @Test
    void lbfgsFindsMinimum() {
        Lbfgs method = new Lbfgs(1e-10, 200);
        assertAt(method.minimize(TestFunctions.QUADRATIC, new double[] {0, 0}), 1e-9, 3, -1);
        assertAt(method.minimize(TestFunctions.ROSENBROCK, ROSENBROCK_START), 1e-9, 1, 1);
        double[] many = new double[40];
        for (int i = 0; i < many.length; i++) {
            many[i] = i % 2 == 0 ? -1.2 : 1;
        }
        double[] ones = new double[40];
        Arrays.fill(ones, 1);
        assertAt(new Lbfgs(5, 1e-8, 1000).minimize(TestFunctions.ROSENBROCK, many), 1e-6, ones);
    }

    /** With a memory of n pairs, BFGS minimizes a quadratic function of n variables in little more than n steps. */
    @Test
    void lbfgsAgreesWithLinearSolver() {
        int n = 8;
        Random random = new Random(3);
        SimpleMatrix factor = SimpleMatrix.random_DDRM(n, n, -1, 1, random);
        SimpleMatrix a = factor.mult(factor.transpose()).plus(SimpleMatrix.identity(n));
        SimpleMatrix b = SimpleMatrix.random_DDRM(n, 1, -1, 1, random);
        SimpleMatrix solution = a.solve(b);
        Objective objective = new Objective() {
            @Override
            public double value(double[] x) {
                SimpleMatrix v = new SimpleMatrix(n, 1, true, x);
                return 0.5 * v.dot(a.mult(v)) - b.dot(v);
            }

            @Override
            public double[] gradient(double[] x) {
                return a.mult(new SimpleMatrix(n, 1, true, x))
                        .minus(b)
                        .getDDRM()
                        .getData();
            }
        };
        Minimum minimum = new Lbfgs(n, 1e-9, 60).minimize(objective, new double[n]);
        assertAt(minimum, 1e-8, solution.getDDRM().getData());
    }

    @Test
    void shiftedCholeskySolvesAndShifts() {
        // [[4, 2], [2, 3]] x = (10, 9) has the solution (1.5, 2).
        double[] x = ShiftedCholesky.of(new double[][] {{4, 2}, {2, 3}}).solve(new double[] {10, 9});
        assertThat(x).containsExactly(new double[] {1.5, 2}, within(1e-15));
        // The eigenvalues of [[0, 1], [1, 0]] are 1 and -1, and d = -(H + tau I)^-1 g must still be a descent
        // direction.
        double[] d = ShiftedCholesky.of(new double[][] {{0, 1}, {1, 0}}).solve(new double[] {-1, 2});
        assertThat(-d[0] + 2 * d[1]).isPositive();
        assertThatThrownBy(() -> ShiftedCholesky.of(new double[][] {{Double.NaN}}))
                .hasMessageStartingWith("Hessian: expected finite numbers");
        assertThatThrownBy(() -> ShiftedCholesky.of(new double[][] {{1, 0}}))
                .hasMessage("Hessian: expected 1 columns, but was 2 in row 0");
    }

    @Test
    void reportsMissingConvergence() {
        Minimum minimum = new GradientDescent(1e-8, 3).minimize(TestFunctions.ROSENBROCK, ROSENBROCK_START);
        assertThat(minimum.converged()).isFalse();
        assertThat(minimum.iterations()).isEqualTo(3);
        assertThat(minimum).asString().startsWith("not converged after 3 steps");
        Minimum beyondRounding = new Lbfgs(1e-300, 1000).minimize(TestFunctions.ROSENBROCK, ROSENBROCK_START);
        assertThat(beyondRounding.value()).isLessThan(1e-20);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatThrownBy(() -> new Lbfgs(0, 1e-8, 10)).hasMessage("Lbfgs: expected memory > 0, but was 0");
        assertThatThrownBy(() -> new NewtonMethod(0, 10))
                .hasMessage("NewtonMethod: expected tolerance > 0, but was 0.0");
        assertThatThrownBy(() -> new Lbfgs(1e-8, 10).minimize(constant(0, Double.NaN), new double[1]))
                .hasMessage("minimize: expected a finite gradient, but was NaN by variable 0");
        assertThatThrownBy(() -> new Lbfgs(1e-8, 10).minimize(constant(Double.NaN, 1), new double[1]))
                .hasMessage("minimize: expected a finite value at the start, but was NaN");
        assertThatThrownBy(() -> new Lbfgs(1e-8, 10).minimize(constant(0, 1), new double[2]))
                .hasMessage("minimize: expected a gradient of length 2, but was 1");
    }

    /** A failure of the objective is not reported as a failure of the line search. */
    @Test
    void propagatesFailuresOfTheObjective() {
        Objective failing = new Objective() {
            @Override
            public double value(double[] x) {
                if (x[0] != 0) {
                    throw new IllegalArgumentException("no data");
                }
                return 0;
            }

            @Override
            public double[] gradient(double[] x) {
                return new double[] {1};
            }
        };
        assertThatThrownBy(() -> new GradientDescent(1e-8, 10).minimize(failing, new double[1]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("minimize: the objective failed: no data");
    }

    private static Objective constant(double value, double slope) {
        return new Objective() {
            @Override
            public double value(double[] x) {
                return value;
            }

            @Override
            public double[] gradient(double[] x) {
                return new double[] {slope};
            }
        };
    }
}
