package quartet.scratch.nn.training;

/**
 * L2 penalty (ridge): {@code strength/2 sum w^2} with the gradient {@code strength w}. It shrinks weights in proportion.
 * Source:
 * Goodfellow, Bengio, Courville (2016), equations 7.2 and 7.3.
 */
public final class L2Penalty extends Penalty {
    /**
     * Creates a penalty.
     *
     * @throws IllegalArgumentException if the strength is not a positive number
     */
    public L2Penalty(double strength) {
        super("L2Penalty", strength);
    }

    @Override
    double value(double weight) {
        return 0.5 * weight * weight;
    }

    @Override
    double derivative(double weight) {
        return weight;
    }
}
