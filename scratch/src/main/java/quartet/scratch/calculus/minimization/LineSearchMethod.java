package quartet.scratch.calculus.minimization;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * The loop of all line search methods: choose a direction, choose a step length, update, repeat.
 * <pre>{@code x_{k+1} = x_k + t_k d_k   until the largest |df/dx_i| is at most the tolerance }</pre>
 * Source: Nocedal, Wright (2006), "Numerical Optimization", section 3.1.
 */
final class LineSearchMethod {
    /** Chooses a descent direction. It is called once per iteration and may keep state. */
    @FunctionalInterface
    interface Direction {
        double[] at(double[] x, double[] gradient);
    }

    /** Chooses the step length. */
    @FunctionalInterface
    interface StepLength {
        double search(DoubleUnaryOperator phi, DoubleUnaryOperator derivative, double slope);
    }

    private final Objective objective;
    private final double tolerance;
    private final int maximumIterations;

    LineSearchMethod(Objective objective, double tolerance, int maximumIterations) {
        Require.notNull("minimize", "objective", objective);
        this.objective = objective;
        this.tolerance = Require.positive("minimize", "tolerance", tolerance);
        this.maximumIterations = maximumIterations;
    }

    Minimum minimize(double[] start, Direction direction, StepLength stepLength) {
        double[] x = start.clone();
        if (!Double.isFinite(value(x))) {
            throw new IllegalArgumentException("minimize: expected a finite value at the start, but was " + value(x));
        }
        double[] gradient = gradient(x);
        for (int iteration = 0; iteration < maximumIterations; iteration++) {
            if (Vectors.largest(gradient) <= tolerance) {
                return minimum(x, gradient, iteration, true);
            }
            double[] d = direction.at(x, gradient);
            double[] next = Vectors.plus(x, search(stepLength, x, gradient, d), d);
            double[] nextGradient = gradient(next);
            if (!(value(next) < value(x))) {
                // Close to a minimum, the change of f is smaller than its rounding error, so the gradient decides
                // whether to continue.
                next = Vectors.plus(x, 1, d);
                nextGradient = slopes(next);
                if (!(Vectors.largest(nextGradient) < Vectors.largest(gradient))) {
                    return minimum(x, gradient, iteration, false);
                }
            }
            x = next;
            gradient = nextGradient;
        }
        return minimum(x, gradient, maximumIterations, Vectors.largest(gradient) <= tolerance);
    }

    /** Returns the step, or 0 if the line search finds none. */
    private double search(StepLength stepLength, double[] x, double[] gradient, double[] d) {
        try {
            return stepLength.search(
                    t -> value(Vectors.plus(x, t, d)),
                    t -> Vectors.dot(slopes(Vectors.plus(x, t, d)), d),
                    Vectors.dot(gradient, d));
        } catch (IllegalArgumentException noStepHelps) {
            return 0;
        }
    }

    private Minimum minimum(double[] x, double[] gradient, int iterations, boolean converged) {
        return new Minimum(x, value(x), Vectors.largest(gradient), iterations, converged);
    }

    private double[] gradient(double[] x) {
        double[] gradient = slopes(x);
        if (gradient.length != x.length) {
            throw new IllegalArgumentException(
                    "minimize: expected a gradient of length " + x.length + ", but was " + gradient.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(gradient[i])) {
                throw new IllegalArgumentException(
                        "minimize: expected a finite gradient, but was " + gradient[i] + " by variable " + i);
            }
        }
        return gradient;
    }

    private double value(double[] x) {
        try {
            return objective.value(x);
        } catch (IllegalArgumentException failure) {
            throw failed(failure);
        }
    }

    private double[] slopes(double[] x) {
        try {
            return objective.gradient(x);
        } catch (IllegalArgumentException failure) {
            throw failed(failure);
        }
    }

    /** Distinguishes a failure of the objective from a failure of the line search. */
    private static IllegalStateException failed(IllegalArgumentException failure) {
        return new IllegalStateException("minimize: the objective failed: " + failure.getMessage(), failure);
    }
}
