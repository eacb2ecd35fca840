package quartet.scratch.calculus.ode;

import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * The classical Runge-Kutta method of order 4 with equal steps.
 * <pre>{@code
 * k1 = f(t, y),  k2 = f(t + h/2, y + h/2 k1),  k3 = f(t + h/2, y + h/2 k2),  k4 = f(t + h, y + h k3)
 * y(t + h) = y + h/6 (k1 + 2 k2 + 2 k3 + k4)
 * }</pre>
 * Half the step size divides the error at the end by about 16.
 * Source: Hairer, Nørsett, Wanner (1993), section II.1, table 1.2.
 */
public final class RungeKutta4 {

    private RungeKutta4() {}

    /**
     * Integrates from {@code start} to {@code end}, which may be before the start.
     *
     * @param y0 the state at the start [n]
     * @param steps the number of steps, at least 1
     * @throws IllegalArgumentException if an argument is not finite, the times are equal, there is no step, or f returns
     *     another number of derivatives or a value that is not finite
     */
    public static Trajectory solve(OdeSystem system, double start, double[] y0, double end, int steps) {
        Require.finite("RungeKutta4: start", start);
        Require.finite("RungeKutta4: end", end);
        Require.that(start != end, "RungeKutta4: expected an end that differs from the start %s", start);
        RequireArray.point("RungeKutta4: y0", y0);
        Require.positive("RungeKutta4", "steps", steps);
        double h = (end - start) / steps;
        Trajectory trajectory = new Trajectory();
        double[] y = y0.clone();
        double[] k1 = derivative(system, start, y);
        trajectory.add(start, y, k1);
        for (int i = 0; i < steps; i++) {
            double t = start + i * h;
            double[] k2 = derivative(system, t + h / 2, plus(y, h / 2, k1));
            double[] k3 = derivative(system, t + h / 2, plus(y, h / 2, k2));
            double[] k4 = derivative(system, t + h, plus(y, h, k3));
            double[] next = y.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
            }
            double time = i + 1 == steps ? end : start + (i + 1) * h;
            y = next;
            k1 = derivative(system, time, y);
            trajectory.add(time, y, k1);
        }
        return trajectory;
    }

    private static double[] derivative(OdeSystem system, double t, double[] y) {
        double[] derivative = Trajectory.derivative("RungeKutta4", system, t, y);
        RequireArray.finite("RungeKutta4", "derivatives at t = " + t, derivative);
        return derivative;
    }

    private static double[] plus(double[] y, double h, double[] k) {
        double[] sum = y.clone();
        for (int j = 0; j < sum.length; j++) {
            sum[j] += h * k[j];
        }
        return sum;
    }
}
