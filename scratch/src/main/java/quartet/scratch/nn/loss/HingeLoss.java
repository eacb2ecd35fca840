package quartet.scratch.nn.loss;

/**
 * Hinge loss of a maximum-margin classifier, averaged over all elements.
 * <pre>{@code f(p, t) = max(0, 1 - t p);   f' = -t where t p < 1, else 0 }</pre>
 * Shapes: predictions and targets have the same shape; a target is -1 or 1. Source: Hastie, Tibshirani, Friedman (2009), equation
 * 12.25.
 */
public final class HingeLoss extends ElementwiseLoss {
    @Override
    double loss(double prediction, double target) {
        return Math.max(0, 1 - target * prediction);
    }

    @Override
    double derivative(double prediction, double target) {
        return target * prediction < 1 ? -target : 0;
    }

    @Override
    boolean accepts(double target) {
        return Math.abs(target) == 1;
    }

    @Override
    String targets() {
        return "targets -1 or 1";
    }
}
