package quartet.scratch.calculus.root;

import quartet.scratch.argument.NonConvergenceException;

/**
 * The result of {@link Bisection}, {@link Newton}, {@link Secant} and {@link Brent}.
 *
 * @param x the approximate root
 * @param residual f(x)
 * @param iterations the number of steps
 */
public record Root(double x, double residual, int iterations) {

    /** Returns the midpoint, without overflow if the ends are of opposite sign. */
    static double midpoint(double a, double b) {
        return Math.signum(a) == Math.signum(b) ? a + (b - a) / 2 : a / 2 + b / 2;
    }

    static void requireBracket(String method, double lower, double upper, double fLower, double fUpper) {
        if (Double.isNaN(fLower) || Double.isNaN(fUpper) || fLower * Math.signum(fUpper) > 0) {
            throw new IllegalArgumentException(method + ": expected f of opposite signs at the ends of [" + lower + ", "
                    + upper + "], but was " + fLower + " and " + fUpper);
        }
    }

    static NonConvergenceException noConvergence(String method, int iterations, double x) {
        return new NonConvergenceException(method + ": expected convergence to a root within " + iterations
                + " iterations, but the last iterate was " + x);
    }
}
