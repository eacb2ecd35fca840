package quartet.scratch.nn.training;

/**
 * L1 penalty (lasso): {@code strength sum |w|} with the gradient {@code strength sign(w)}. It makes weights zero. Source:
 * Goodfellow, Bengio, Courville (2016), equation 7.19.
 */
public final class L1Penalty extends Penalty {
    /**
     * Creates a penalty.
     *
     * @throws IllegalArgumentException if the strength is not a positive number
     */
    public L1Penalty(double strength) {
        super("L1Penalty", strength);
    }

    @Override
    double value(double weight) {
        return Math.abs(weight);
    }

    @Override
    double derivative(double weight) {
        return Math.signum(weight);
    }
}
