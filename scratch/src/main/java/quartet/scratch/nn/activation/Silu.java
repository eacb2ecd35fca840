package quartet.scratch.nn.activation;

/**
 * Sigmoid linear unit, also called swish.
 * <pre>{@code y = x s(x);   dx = dy (s(x) + y (1 - s(x)));   s = sigmoid }</pre>
 * Any shape. Source: Elfwing, Uchibe, Doya (2018), "Sigmoid-Weighted Linear Units for Neural Network Function
 * Approximation in Reinforcement Learning", equations 7 and 8.
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
