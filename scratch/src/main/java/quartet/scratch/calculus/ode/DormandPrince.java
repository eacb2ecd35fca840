package quartet.scratch.calculus.ode;

import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * The Runge-Kutta method of Dormand and Prince, of order 5 with an error estimate of order 4.
 * <pre>{@code
 * k_i = f(t + c_i h, y + h sum_{j<i} a_ij k_j),   y' = y + h sum_i b_i k_i,   e = h sum_i (b_i - b*_i) k_i
 * error = sqrt(1/n sum_i (e_i / (absolute + relative max(|y_i|, |y'_i|)))^2)
 * accept the step if error <= 1;   next h = h min(5, max(0.2, 0.9 error^(-1/5)))
 * }</pre>
 * The last stage is f at the new point, so an accepted step costs six evaluations. The tolerances bound the error of one
 * step; the error at the end is usually of the same size, unless neighbouring solutions diverge.
 * Source: Dormand, Prince (1980); Hairer, Nørsett, Wanner (1993), sections II.4 and II.5, table 5.2, equations 4.11 and
 * 4.13.
 *
 * @param absoluteTolerance greater than 0, in the unit of y
 * @param relativeTolerance at least 0
 */
public record DormandPrince(double absoluteTolerance, double relativeTolerance) {

    private static final double[] C = {0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1, 1};

    private static final double[][] A = {
        {},
        {1 / 5.0},
        {3 / 40.0, 9 / 40.0},
        {44 / 45.0, -56 / 15.0, 32 / 9.0},
        {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
        {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
        {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0}
    };

    /** The differences of the weights of orders 5 and 4. */
    private static final double[] ERROR = {
        71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0
    };

    private static final int MAXIMUM_STEPS = 1_000_000;

    /** Rejects tolerances that are not positive. */
    public DormandPrince {
        Require.positive("DormandPrince", "absoluteTolerance", absoluteTolerance);
        Require.notNegative("DormandPrince", "relativeTolerance", relativeTolerance);
    }

    /**
     * Integrates from {@code start} to {@code end}, which may be before the start.
     *
     * @param y0 the state at the start [n]
     * @throws IllegalArgumentException if an argument is not finite, the times are equal, or f returns another number of
     *     derivatives or is not finite at the start
     * @throws NonConvergenceException if the step becomes too small, because the solution has a singularity, or a million
     *     steps do not suffice, because the system is stiff
     */
    public Trajectory solve(OdeSystem system, double start, double[] y0, double end) {
        Require.finite("DormandPrince: start", start);
        Require.finite("DormandPrince: end", end);
        Require.that(start != end, "DormandPrince: expected an end that differs from the start %s", start);
        RequireArray.point("DormandPrince: y0", y0);
        double t = start;
        double[] y = y0.clone();
        double[] derivative = Trajectory.derivative("DormandPrince", system, t, y);
        RequireArray.finite("DormandPrince", "derivatives at the start", derivative);
        Trajectory trajectory = new Trajectory();
        trajectory.add(t, y, derivative);
        double h = initialStep(y, derivative, end - start);
        for (int step = 0; step < MAXIMUM_STEPS; step++) {
            boolean last = Math.abs(h) >= Math.abs(end - t);
            h = last ? end - t : h;
            double[][] k = new double[C.length][];
            k[0] = derivative;
            double[] next = stages(system, t, y, h, k);
            double error = error(y, next, h, k);
            if (error <= 1) {
                t = last ? end : t + h;
                y = next;
                derivative = k[6];
                trajectory.add(t, y, derivative);
                if (last) {
                    return trajectory;
                }
            }
            h *= Math.min(5, Math.max(0.2, 0.9 * Math.pow(error, -0.2)));
            if (Math.abs(h) <= 4 * Math.ulp(t)) {
                throw new NonConvergenceException("DormandPrince: expected a smooth solution up to " + end
                        + ", but the step became " + h + " at t = " + t);
            }
        }
        throw new NonConvergenceException("DormandPrince: expected to reach " + end + " within " + MAXIMUM_STEPS
                + " steps, but was only at t = " + t + "; the system may be stiff");
    }

    /** Computes the stages k and returns the new state, which is the argument of the last stage. */
    private static double[] stages(OdeSystem system, double t, double[] y, double h, double[][] k) {
        double[] argument = y;
        for (int i = 1; i < C.length; i++) {
            argument = y.clone();
            for (int j = 0; j < i; j++) {
                for (int n = 0; n < y.length; n++) {
                    argument[n] += h * A[i][j] * k[j][n];
                }
            }
            k[i] = Trajectory.derivative("DormandPrince", system, t + C[i] * h, argument);
        }
        return argument;
    }

    /** Returns the error relative to the tolerances; infinite if a value is not finite, so that the step shrinks. */
    private double error(double[] y, double[] next, double h, double[][] k) {
        double squares = 0;
        for (int n = 0; n < y.length; n++) {
            double e = 0;
            for (int i = 0; i < ERROR.length; i++) {
                e += h * ERROR[i] * k[i][n];
            }
            double scaled = e / scale(Math.max(Math.abs(y[n]), Math.abs(next[n])));
            squares += scaled * scaled / y.length;
        }
        return Double.isFinite(squares) ? Math.sqrt(squares) : Double.POSITIVE_INFINITY;
    }

    private double scale(double size) {
        return absoluteTolerance + relativeTolerance * size;
    }

    /** Returns a step in which y changes by about 1 % of its scale. */
    private double initialStep(double[] y, double[] derivative, double length) {
        double size = 0;
        double slope = 0;
        for (int n = 0; n < y.length; n++) {
            size = Math.max(size, Math.abs(y[n]) / scale(Math.abs(y[n])));
            slope = Math.max(slope, Math.abs(derivative[n]) / scale(Math.abs(y[n])));
        }
        double h = size < 1e-5 || slope < 1e-5 ? 1e-6 : 0.01 * size / slope;
        return Math.copySign(Math.min(h, Math.abs(length)), length);
    }
}
