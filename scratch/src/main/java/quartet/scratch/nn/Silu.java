package quartet.scratch.nn;

/**
 * Sigmoid linear unit, also called swish.
 * <pre>{@code y = x s(x);   dx = dy (s(x) + y (1 - s(x)));   s = sigmoid }</pre>
 * Any shape. Source: Elfwing, Uchibe, Doya (2018), "Sigmoid-Weighted Linear Units for Neural Network Function
 * Approximation in Reinforcement Learning", equations 7 and 8.
 */
public final class Silu extends ElementwiseLayer {
    @Override
    double value(double x) {
        return x * Scalars.sigmoid(x);
    }

    @Override
    double derivative(double x, double y) {
        double s = Scalars.sigmoid(x);
        return s + y * (1 - s);
    }
}
