package quartet.scratch.nn.loss;

import quartet.scratch.tensor.Tensor;

/**
 * A loss that applies one function to every pair of elements and averages the results in float64 (Template Method).
 * <pre>{@code L = 1/n sum_i f(p_i, t_i);   dp_i = f'(p_i, t_i) / n }</pre>
 */
abstract class ElementwiseLoss implements Loss<Tensor> {
    private Tensor gradient = Tensor.none();

    /** Returns f(p, t). */
    abstract double loss(double prediction, double target);

    /** Returns the derivative of f by p. */
    abstract double derivative(double prediction, double target);

    /** Returns whether the loss is defined for a target. */
    abstract boolean accepts(double target);

    /** Describes the accepted targets, for the message. */
    abstract String targets();

    @Override
    public final double forward(Tensor prediction, Tensor target) {
        String name = getClass().getSimpleName();
        Losses.requireSameShape(name, prediction, target);
        gradient = prediction.reuse(gradient);
        int count = prediction.size();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double p = prediction.get(i);
            double t = target.get(i);
            if (!accepts(t)) {
                throw new IllegalArgumentException(
                        name + ": expected " + targets() + ", but was " + t + " at position " + i + " of " + target);
            }
            sum += loss(p, t);
            gradient.set(i, derivative(p, t) / count);
        }
        Losses.requireFinite(name, sum, prediction);
        return sum / count;
    }

    @Override
    public final Tensor backward() {
        return Losses.requireForward(getClass().getSimpleName(), gradient);
    }
}
