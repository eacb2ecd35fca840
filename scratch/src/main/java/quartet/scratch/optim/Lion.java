package quartet.scratch.optim;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * Lion, which moves every element by the learning rate in the direction of a sign.
 * <pre>{@code
 * m_0 = 0
 * c_t = beta1 m_{t-1} + (1 - beta1) g_t
 * p_t = p_{t-1} - learningRate (sign(c_t) + weightDecay p_{t-1})
 * m_t = beta2 m_{t-1} + (1 - beta2) g_t
 * }</pre>
 * The steps do not shrink near a minimum unless the learning rate does.
 * Source: Chen et al. (2023), "Symbolic Discovery of Optimization Algorithms", algorithm 2, with its defaults.
 */
public final class Lion extends ElementwiseOptimizer {
    private final double beta1;
    private final double beta2;
    private final double weightDecay;
    private double learningRate;

    /** Creates an optimizer with a constant learning rate, beta1 0.9, beta2 0.99 and no weight decay. */
    public Lion(double learningRate) {
        this(Schedule.constant(learningRate), 0.9, 0.99, 0);
    }

    /**
     * Creates an optimizer with a schedule.
     *
     * @throws IllegalArgumentException if a beta is not in [0, 1) or weightDecay is negative
     */
    public Lion(Schedule schedule, double beta1, double beta2, double weightDecay) {
        super(schedule, 1);
        this.beta1 = Require.decay("Lion", "beta1", beta1);
        this.beta2 = Require.decay("Lion", "beta2", beta2);
        this.weightDecay = Require.notNegative("Lion", "weightDecay", weightDecay);
    }

    @Override
    void begin(int t, double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    double update(double p, double g, Tensor[] state, int i) {
        double m = state[0].get(i);
        double c = beta1 * m + (1 - beta1) * g;
        state[0].set(i, beta2 * m + (1 - beta2) * g);
        return p - learningRate * (Math.signum(c) + weightDecay * p);
    }
}
