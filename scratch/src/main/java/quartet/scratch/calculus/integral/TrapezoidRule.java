package quartet.scratch.calculus.integral;

import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * The composite trapezoid rule, which integrates a piecewise linear interpolant.
 * <pre>{@code T_n = h (f(a)/2 + f(a+h) + ... + f(b-h) + f(b)/2),   h = (b - a) / n
 * integral - T_n = -(b - a) h^2 f''(xi) / 12}</pre>
 * The rule is exact for linear functions. For smooth periodic functions over a whole period it converges faster than
 * any power of h.
 * Source: Press et al., Numerical Recipes (3rd ed.), section 4.2; Trefethen and Weideman (2014).
 */
public final class TrapezoidRule {

    private TrapezoidRule() {}

    /**
     * Returns the integral of f over [lower, upper] with n equal intervals, n + 1 evaluations.
     *
     * @throws IllegalArgumentException if the ends are not finite with {@code lower < upper}, or {@code n < 1}
     */
    public static double integrate(DoubleUnaryOperator f, double lower, double upper, int n) {
        Require.interval("TrapezoidRule.integrate", lower, upper);
        Require.atLeast("TrapezoidRule.integrate: n", 1, n);
        double h = (upper - lower) / n;
        double sum = (f.applyAsDouble(lower) + f.applyAsDouble(upper)) / 2;
        for (int i = 1; i < n; i++) {
            sum += f.applyAsDouble(lower + i * h);
        }
        return h * sum;
    }
}
