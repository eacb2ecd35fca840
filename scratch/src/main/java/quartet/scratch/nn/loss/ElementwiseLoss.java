package quartet.scratch.nn.loss;

import quartet.scratch.tensor.Tensor;

/**
 * A loss of one function for every element, averaged in float64 over all of them.
 * <pre>{@code L = 1/n sum_i f(p_i, t_i);   dp_i = f'(p_i, t_i) / n }</pre>
 */
abstract class ElementwiseLoss implements Loss<Tensor> {
    private Tensor gradient = Tensor.none();

    /** f(p, t). */
    abstract double loss(double prediction, double target);

    /** The derivative of f by p. */
    abstract double derivative(double prediction, double target);

    /** Whether a target is one that the loss is made for; {@link #targets} says which are. */
    abstract boolean accepts(double target);

    /** What the targets have to be, for the message. */
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
