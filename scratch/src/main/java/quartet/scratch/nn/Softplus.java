package quartet.scratch.nn;

/**
 * Smooth rectifier.
 * <pre>{@code y = log(1 + e^x);   dx = dy sigmoid(x) }</pre>
 * Any shape. Source: Dugas et al. (2001), "Incorporating Second-Order Functional Knowledge for Better Option Pricing".
 */
public final class Softplus extends ElementwiseLayer {
    @Override
    double value(double x) {
        return Scalars.softplus(x);
    }

    @Override
    double derivative(double x, double y) {
        return Scalars.sigmoid(x);
    }
}
