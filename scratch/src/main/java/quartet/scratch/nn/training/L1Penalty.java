package quartet.scratch.nn.training;

/**
 * Lasso: {@code strength sum |w|}, with the gradient {@code strength sign(w)}, which drives weights to zero. Source:
 * Goodfellow, Bengio, Courville (2016), equation 7.19.
 */
public final class L1Penalty extends Penalty {
    /**
     * With the given strength.
     *
     * @throws IllegalArgumentException if it is not a positive number
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
