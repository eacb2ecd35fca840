package quartet.scratch.nn.loss;

import quartet.scratch.argument.Require;

/**
 * Huber loss: squared error for small differences, absolute error for large ones, averaged over all elements.
 * <pre>{@code
 * d = p - t;   f = d^2 / 2 where |d| <= delta, else delta (|d| - delta / 2);   f' = d clipped to [-delta, delta]
 * }</pre>
 * Shapes: prediction and target have the same shape. Source: Huber (1964), "Robust Estimation of a Location Parameter".
 */
public final class HuberLoss extends ElementwiseLoss {
    private final double delta;

    /** Creates a loss with delta 1. */
    public HuberLoss() {
        this(1);
    }

    /**
     * Creates a loss with the given limit between small and large differences.
     *
     * @throws IllegalArgumentException if delta is not a positive number
     */
    public HuberLoss(double delta) {
        this.delta = Require.positive("HuberLoss", "delta", delta);
    }

    @Override
    double loss(double prediction, double target) {
        double distance = Math.abs(prediction - target);
        return distance <= delta ? 0.5 * distance * distance : delta * (distance - 0.5 * delta);
    }

    @Override
    double derivative(double prediction, double target) {
        return Math.max(-delta, Math.min(delta, prediction - target));
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
