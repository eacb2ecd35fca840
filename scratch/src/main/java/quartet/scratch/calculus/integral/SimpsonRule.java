package quartet.scratch.calculus.integral;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * The composite Simpson rule, which integrates a piecewise quadratic interpolant.
 * <pre>{@code S_n = h/3 (f_0 + 4 f_1 + 2 f_2 + 4 f_3 + ... + 4 f_(n-1) + f_n),   h = (b - a) / n
 * integral - S_n = -(b - a) h^4 f''''(xi) / 180}</pre>
 * The rule is exact for cubic polynomials. It is one step of Richardson extrapolation of the trapezoid rule: S_2n = (4
 * T_2n - T_n) / 3.
 * Source: Press et al., Numerical Recipes (3rd ed.), sections 4.1.1 and 4.2.
 */
public final class SimpsonRule {

    private SimpsonRule() {}

    /**
     * Returns the integral of f over [lower, upper] with n equal intervals, n + 1 evaluations.
     *
     * @throws IllegalArgumentException if the ends are not finite with {@code lower < upper}, or n is not even and
     *     positive
     */
    public static double integrate(DoubleUnaryOperator f, double lower, double upper, int n) {
        Require.interval("SimpsonRule.integrate", lower, upper);
        if (n < 2 || n % 2 != 0) {
            throw new IllegalArgumentException("SimpsonRule.integrate: expected an even n >= 2, but was " + n);
        }
        double h = (upper - lower) / n;
        double sum = f.applyAsDouble(lower) + f.applyAsDouble(upper);
        for (int i = 1; i < n; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * f.applyAsDouble(lower + i * h);
        }
        return h / 3 * sum;
    }
}
