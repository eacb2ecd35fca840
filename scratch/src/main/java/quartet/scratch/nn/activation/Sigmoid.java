package quartet.scratch.nn.activation;

/**
 * Logistic sigmoid.
 * <pre>{@code y = 1 / (1 + e^-x);   dx = dy y (1 - y) }</pre>
 * Any shape. Source: Goodfellow, Bengio, Courville (2016), equation 3.30.
 */
public final class Sigmoid extends ElementwiseLayer {
    @Override
    public double value(double x) {
        return sigmoid(x);
    }

    @Override
    public double derivative(double x, double y) {
        return y * (1 - y);
    }

    /** Returns the sigmoid of one number. The exponent is never positive, so nothing overflows. */
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }
}
