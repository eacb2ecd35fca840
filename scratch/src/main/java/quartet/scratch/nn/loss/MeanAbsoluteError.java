package quartet.scratch.nn.loss;

/**
 * Mean absolute error over all elements.
 * <pre>{@code L = 1/n sum_i |p_i - t_i|;   dp_i = sign(p_i - t_i) / n }</pre>
 * The derivative at 0 is defined as 0. Shapes: prediction and target have the same shape. Source: Hastie, Tibshirani, Friedman (2009),
 * section 10.6.
 */
public final class MeanAbsoluteError extends ElementwiseLoss {
    @Override
    double loss(double prediction, double target) {
        return Math.abs(prediction - target);
    }

    @Override
    double derivative(double prediction, double target) {
        return Math.signum(prediction - target);
    }

    @Override
    boolean accepts(double target) {
        return Double.isFinite(target);
    }

    @Override
    String targets() {
        return "finite targets";
    }
}
