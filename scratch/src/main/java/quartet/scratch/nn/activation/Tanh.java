package quartet.scratch.nn.activation;

/**
 * Hyperbolic tangent.
 * <pre>{@code y = tanh x;   dx = dy (1 - y^2) }</pre>
 * Any shape. Source: Goodfellow, Bengio, Courville (2016), section 6.3.2.
 */
public final class Tanh extends ElementwiseLayer {
    @Override
    public double value(double x) {
        return Math.tanh(x);
    }

    @Override
    public double derivative(double x, double y) {
        return 1 - y * y;
    }
}
