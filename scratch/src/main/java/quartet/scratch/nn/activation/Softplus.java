package quartet.scratch.nn.activation;

/**
 * Smooth rectifier.
 * <pre>{@code y = log(1 + e^x);   dx = dy sigmoid(x) }</pre>
 * Any shape. Source: Dugas et al. (2001), "Incorporating Second-Order Functional Knowledge for Better Option Pricing".
 */
public final class Softplus extends ElementwiseLayer {
    @Override
    public double value(double x) {
        // log(1 + e^x) without overflow.
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    @Override
    public double derivative(double x, double y) {
        return Sigmoid.sigmoid(x);
    }
}
