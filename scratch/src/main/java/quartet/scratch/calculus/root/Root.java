package quartet.scratch.calculus.root;

/**
 * The result of {@link Bisection}, {@link Newton}, {@link Secant} and {@link Brent}.
 *
 * @param x the approximate root
 * @param residual f(x)
 * @param iterations the number of steps
 */
public record Root(double x, double residual, int iterations) {

    static void requireBracket(String method, double lower, double upper, double fLower, double fUpper) {
        if (Double.isNaN(fLower) || Double.isNaN(fUpper) || fLower * Math.signum(fUpper) > 0) {
            throw new IllegalArgumentException(method + ": expected f of opposite signs at the ends of [" + lower + ", "
                    + upper + "], but was " + fLower + " and " + fUpper);
        }
    }

    static IllegalArgumentException noConvergence(String method, int iterations, double x) {
        return new IllegalArgumentException(method + ": expected f and start to lead to a root within " + iterations
                + " iterations, but was still moving at " + x);
    }
}
