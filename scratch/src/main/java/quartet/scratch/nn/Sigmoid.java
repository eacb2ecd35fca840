package quartet.scratch.nn;

/**
 * Logistic sigmoid.
 * <pre>{@code y = 1 / (1 + e^-x);   dx = dy y (1 - y) }</pre>
 * Any shape. Source: Goodfellow, Bengio, Courville (2016), equation 3.30.
 */
public final class Sigmoid extends ElementwiseLayer {
    @Override
    double value(double x) {
        return Scalars.sigmoid(x);
    }

    @Override
    double derivative(double x, double y) {
        return y * (1 - y);
    }
}
