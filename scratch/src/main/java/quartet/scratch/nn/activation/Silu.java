package quartet.scratch.nn.activation;

/**
 * Sigmoid linear unit, also called swish.
 * <pre>{@code y = x s(x);   dx = dy (s(x) + y (1 - s(x)));   s = sigmoid }</pre>
 * The minimum is about -0.278, at x = -1.278. Any shape. Source: Elfwing, Uchibe, Doya (2018), "Sigmoid-Weighted Linear
 * Units for Neural Network Function Approximation in Reinforcement Learning", where the derivative is itself an
 * activation, dSiLU.
 */
public final class Silu extends ElementwiseLayer {
    @Override
    public double value(double x) {
        return x * Sigmoid.sigmoid(x);
    }

    @Override
    public double derivative(double x, double y) {
        double s = Sigmoid.sigmoid(x);
        return s + y * (1 - s);
    }
}
