package quartet.scratch.calculus.minimization;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * A line search for the strong Wolfe conditions: sufficient decrease and a small slope.
 * <pre>{@code phi(t)    <= phi(0) + c1 t phi'(0)      sufficient decrease
 * |phi'(t)| <= c2 |phi'(0)|               curvature}</pre>
 * The curvature condition excludes steps that are too short, and guarantees that quasi-Newton updates stay positive
 * definite. The step grows until an interval must contain an acceptable step. Cubic interpolation then narrows the
 * interval; bisection replaces it if the interpolated point is too close to an end.
 * Source: Nocedal and Wright, Numerical Optimization (2nd ed., 2006), section 3.5, algorithms 3.5 and 3.6, equation
 * 3.59.
 *
 * @param sufficientDecrease c1 in (0, c2), usually 1e-4
 * @param curvature c2 in (c1, 1), usually 0.9 for quasi-Newton and 0.1 for conjugate gradient directions
 */
public record WolfeLineSearch(double sufficientDecrease, double curvature) {

    private static final int MAXIMUM_STEPS = 60;
    private static final double GROWTH = 2;
    private static final double MARGIN = 0.1;

    /** A step with the values of phi and phi' there. */
    private record Point(double step, double value, double slope) {}

    /** Rejects parameters out of range. */
    public WolfeLineSearch {
        if (!(0 < sufficientDecrease && sufficientDecrease < curvature && curvature < 1)) {
            throw new IllegalArgumentException("WolfeLineSearch: expected 0 < sufficientDecrease < curvature < 1, but"
                    + " was " + sufficientDecrease + " and " + curvature);
        }
    }

    /**
     * Returns a step that satisfies both conditions.
     *
     * @param phi the function along the direction
     * @param derivative its derivative along the direction
     * @param initialStep the first step, > 0; 1 for Newton-like directions
     * @throws IllegalArgumentException if the initial step is not positive, the slope at 0 is not negative, or no such
     *     step is found because phi is unbounded below, not smooth, or flat up to rounding
     */
    public double search(DoubleUnaryOperator phi, DoubleUnaryOperator derivative, double initialStep) {
        Require.positive("WolfeLineSearch.search: initialStep", initialStep);
        Point start = point(phi, derivative, 0);
        if (!(start.slope < 0)) {
            throw new IllegalArgumentException(
                    "WolfeLineSearch.search: expected a slope < 0 (a direction of descent), but was " + start.slope);
        }
        Point previous = start;
        double step = initialStep;
        for (int i = 0; i < MAXIMUM_STEPS; i++) {
            Point current = point(phi, derivative, step);
            if (!fallsEnough(current, start) || (i > 0 && current.value >= previous.value)) {
                return narrow(phi, derivative, start, previous, current);
            }
            if (isFlat(current, start)) {
                return current.step;
            }
            if (current.slope >= 0) {
                return narrow(phi, derivative, start, current, previous);
            }
            previous = current;
            step *= GROWTH;
        }
        throw new IllegalArgumentException(
                "WolfeLineSearch.search: expected phi to be bounded below, but it still falls at step " + step);
    }

    /** Narrows an interval that contains an acceptable step. One of its ends is low, the best step so far. */
    private double narrow(
            DoubleUnaryOperator phi, DoubleUnaryOperator derivative, Point start, Point first, Point second) {
        Point low = first;
        Point high = second;
        for (int i = 0; i < MAXIMUM_STEPS; i++) {
            Point current = point(phi, derivative, between(low, high));
            if (!fallsEnough(current, start) || current.value >= low.value) {
                high = current;
                continue;
            }
            if (isFlat(current, start)) {
                return current.step;
            }
            if (current.slope * (high.step - low.step) >= 0) {
                high = low;
            }
            low = current;
        }
        throw new IllegalArgumentException("WolfeLineSearch.search: expected a smooth phi, but no acceptable step was"
                + " found between " + low.step + " and " + high.step);
    }

    private boolean fallsEnough(Point current, Point start) {
        return current.value <= start.value + sufficientDecrease * current.step * start.slope;
    }

    private boolean isFlat(Point current, Point start) {
        return Math.abs(current.slope) <= curvature * Math.abs(start.slope);
    }

    /**
     * Returns the minimizer of the cubic through the values and slopes of both points (equation 3.59), or the midpoint
     * if it is too close to an end.
     */
    private static double between(Point low, Point high) {
        double width = high.step - low.step;
        double d1 = low.slope + high.slope - 3 * (low.value - high.value) / (low.step - high.step);
        double d2 = Math.copySign(Math.sqrt(d1 * d1 - low.slope * high.slope), width);
        double cubic = high.step - width * (high.slope + d2 - d1) / (high.slope - low.slope + 2 * d2);
        double share = (cubic - low.step) / width;
        return share >= MARGIN && share <= 1 - MARGIN ? cubic : low.step + width / 2;
    }

    private static Point point(DoubleUnaryOperator phi, DoubleUnaryOperator derivative, double step) {
        return new Point(step, phi.applyAsDouble(step), derivative.applyAsDouble(step));
    }
}
