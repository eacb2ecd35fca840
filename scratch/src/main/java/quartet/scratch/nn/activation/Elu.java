package quartet.scratch.nn.activation;

import quartet.scratch.argument.Require;

/**
 * Exponential linear unit.
 * <pre>{@code y = x where x > 0, else alpha (e^x - 1);   dx = dy where x > 0, else dy (y + alpha) }</pre>
 * Any shape. Source: Clevert, Unterthiner, Hochreiter (2016), "Fast and Accurate Deep Network Learning by Exponential
 * Linear Units (ELUs)", section 3.
 */
public final class Elu extends ElementwiseLayer {
    private final double alpha;

    /** Creates a layer with alpha 1, for which the derivative is continuous. */
    public Elu() {
        this(1);
    }

    /**
     * Creates a layer whose output approaches -alpha for large negative inputs.
     *
     * @throws IllegalArgumentException if alpha is not a positive number
     */
    public Elu(double alpha) {
        this.alpha = Require.positive("Elu", "alpha", alpha);
    }

    @Override
    public double value(double x) {
        return x > 0 ? x : alpha * Math.expm1(x);
    }

    @Override
    public double derivative(double x, double y) {
        return x > 0 ? 1 : y + alpha;
    }
}
