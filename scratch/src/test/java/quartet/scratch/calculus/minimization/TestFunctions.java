package quartet.scratch.calculus.minimization;

/** Test functions with minimum value 0. */
public final class TestFunctions {
    /** {@code (x - 3)^2 / 2 + 5 (y + 1)^2}: condition number 10, minimum at (3, -1). */
    public static final TwiceDifferentiable QUADRATIC = new TwiceDifferentiable() {
        @Override
        public double value(double[] p) {
            return 0.5 * (p[0] - 3) * (p[0] - 3) + 5 * (p[1] + 1) * (p[1] + 1);
        }

        @Override
        public double[] gradient(double[] p) {
            return new double[] {p[0] - 3, 10 * (p[1] + 1)};
        }

        @Override
        public double[][] hessian(double[] p) {
            return new double[][] {{1, 0}, {0, 10}};
        }
    };

    /**
     * {@code sum_i 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2}: a narrow curved valley, minimum at (1, ..., 1). Source:
     * Rosenbrock (1960), "An Automatic Method for Finding the Greatest or Least Value of a Function".
     */
    public static final TwiceDifferentiable ROSENBROCK = new TwiceDifferentiable() {
        @Override
        public double value(double[] x) {
            double sum = 0;
            for (int i = 0; i + 1 < x.length; i++) {
                double off = x[i + 1] - x[i] * x[i];
                sum += 100 * off * off + (1 - x[i]) * (1 - x[i]);
            }
            return sum;
        }

        @Override
        public double[] gradient(double[] x) {
            double[] gradient = new double[x.length];
            for (int i = 0; i + 1 < x.length; i++) {
                double off = x[i + 1] - x[i] * x[i];
                gradient[i] += -400 * x[i] * off - 2 * (1 - x[i]);
                gradient[i + 1] += 200 * off;
            }
            return gradient;
        }

        @Override
        public double[][] hessian(double[] x) {
            double[][] hessian = new double[x.length][x.length];
            for (int i = 0; i + 1 < x.length; i++) {
                hessian[i][i] += 1200 * x[i] * x[i] - 400 * x[i + 1] + 2;
                hessian[i + 1][i + 1] += 200;
                hessian[i][i + 1] -= 400 * x[i];
                hessian[i + 1][i] -= 400 * x[i];
            }
            return hessian;
        }
    };

    /** {@code x^4 - 2 x^2 + y^2 + 1}: minima at (-1, 0) and (1, 0); the Hessian is indefinite for small x. */
    public static final TwiceDifferentiable DOUBLE_WELL = new TwiceDifferentiable() {
        @Override
        public double value(double[] p) {
            return Math.pow(p[0], 4) - 2 * p[0] * p[0] + p[1] * p[1] + 1;
        }

        @Override
        public double[] gradient(double[] p) {
            return new double[] {4 * Math.pow(p[0], 3) - 4 * p[0], 2 * p[1]};
        }

        @Override
        public double[][] hessian(double[] p) {
            return new double[][] {{12 * p[0] * p[0] - 4, 0}, {0, 2}};
        }
    };

    private TestFunctions() {}
}
