package quartet.scratch.calculus.ode;

/** The right side of a system of ordinary differential equations {@code y' = f(t, y)}. */
@FunctionalInterface
public interface OdeSystem {
    /**
     * Returns the derivatives of y.
     *
     * @param t the time
     * @param y the state [n], which must not be modified
     * @return f(t, y) [n], in a new array
     */
    double[] derivative(double t, double[] y);
}
