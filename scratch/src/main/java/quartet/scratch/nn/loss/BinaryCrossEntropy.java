package quartet.scratch.nn.loss;

import quartet.scratch.nn.activation.Sigmoid;

/**
 * Binary cross-entropy of a sigmoid, from logits, in nats, averaged over all elements.
 * <pre>{@code
 * f(z, t) = -t log s(z) - (1 - t) log(1 - s(z)) = max(z, 0) - t z + log(1 + e^-|z|)
 * f' = s(z) - t;   s = sigmoid
 * }</pre>
 * Shapes: logits and targets have the same shape; a target is a probability in [0, 1], usually 0 or 1. The last form
 * does not overflow. Source: Goodfellow, Bengio, Courville (2016), section 6.2.2.2.
 */
public final class BinaryCrossEntropy extends ElementwiseLoss {
    @Override
    double loss(double logit, double target) {
        // softplus(z) - t z would round the small loss of a confident and correct logit to zero.
        return Math.max(logit, 0) - target * logit + Math.log1p(Math.exp(-Math.abs(logit)));
    }

    @Override
    double derivative(double logit, double target) {
        return Sigmoid.sigmoid(logit) - target;
    }

    @Override
    boolean accepts(double target) {
        return target >= 0 && target <= 1;
    }

    @Override
    String targets() {
        return "targets in [0, 1]";
    }
}
