package quartet.scratch.calculus.ode;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;

/**
 * The solution of an initial value problem: states and their derivatives at increasing or decreasing times. Between two
 * times it is the cubic polynomial with the states and derivatives of both ends (Hermite interpolation).
 * <pre>{@code
 * y(t0 + s h) = (1 - s) y0 + s y1 + s (s - 1) ((1 - 2 s)(y1 - y0) + (s - 1) h f0 + s h f1)
 * }</pre>
 * Source: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I (2nd ed., 1993), section II.6.
 */
public final class Trajectory {

    private final List<Double> times = new ArrayList<>();
    private final List<double[]> states = new ArrayList<>();
    private final List<double[]> derivatives = new ArrayList<>();

    Trajectory() {}

    void add(double t, double[] y, double[] derivative) {
        times.add(t);
        states.add(y);
        derivatives.add(derivative);
    }

    /** Returns the number of steps, one less than the number of times. */
    public int steps() {
        return times.size() - 1;
    }

    /** Returns the times [steps + 1], from the start to the end. */
    public double[] times() {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns a copy of the states [steps + 1, n]. */
    public double[][] states() {
        return states.stream().map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns a copy of the state at the end [n]. */
    public double[] end() {
        return states.get(steps()).clone();
    }

    /**
     * Returns the interpolated state [n].
     *
     * @throws IllegalArgumentException if the time is outside the interval of the trajectory
     */
    public double[] at(double t) {
        double first = times.get(0);
        double last = times.get(steps());
        Require.that(
                t >= Math.min(first, last) && t <= Math.max(first, last),
                "Trajectory.at: expected a time between %s and %s, but was %s",
                first,
                last,
                t);
        int low = 0;
        int high = steps();
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if ((times.get(middle) <= t) == (first <= last)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double h = times.get(high) - times.get(low);
        double s = (t - times.get(low)) / h;
        double[] y = new double[states.get(0).length];
        for (int i = 0; i < y.length; i++) {
            double y0 = states.get(low)[i];
            double y1 = states.get(high)[i];
            double bend = (1 - 2 * s) * (y1 - y0)
                    + (s - 1) * h * derivatives.get(low)[i]
                    + s * h * derivatives.get(high)[i];
            y[i] = (1 - s) * y0 + s * y1 + s * (s - 1) * bend;
        }
        return y;
    }

    /** Returns f(t, y) after checking its length and values. */
    static double[] derivative(String caller, OdeSystem system, double t, double[] y) {
        double[] derivative = system.derivative(t, y);
        Require.that(
                derivative.length == y.length,
                "%s: expected %d derivatives, but was %d",
                caller,
                y.length,
                derivative.length);
        return derivative;
    }
}
