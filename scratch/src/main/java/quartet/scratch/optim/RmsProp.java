package quartet.scratch.optim;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * RMSProp, which scales steps by a running root mean square of the gradient.
 * <pre>{@code
 * r_0 = 0
 * r_t = decay r_{t-1} + (1 - decay) g_t^2
 * p_t = p_{t-1} - learningRate g_t / sqrt(r_t + epsilon)
 * }</pre>
 * Source: Hinton (2012), "Neural Networks for Machine Learning", lecture 6e; in this form Goodfellow, Bengio, Courville
 * (2016), algorithm 8.5, with epsilon 1e-6 inside the root. PyTorch adds an epsilon of 1e-8 outside the root.
 */
public final class RmsProp extends ElementwiseOptimizer {
    private final double decay;
    private final double epsilon;
    private double learningRate;

    /** Creates an optimizer with a constant learning rate, decay 0.9 and epsilon 1e-6. */
    public RmsProp(double learningRate) {
        this(Schedule.constant(learningRate), 0.9, 1e-6);
    }

    /**
     * Creates an optimizer with a schedule.
     *
     * @throws IllegalArgumentException if the decay is not in [0, 1) or epsilon not a positive number
     */
    public RmsProp(Schedule schedule, double decay, double epsilon) {
        super(schedule, 1);
        this.decay = Require.decay("RmsProp", "decay", decay);
        this.epsilon = Require.positive("RmsProp", "epsilon", epsilon);
    }

    @Override
    void begin(int t, double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    double update(double p, double g, Tensor[] state, int i) {
        double r = decay * state[0].get(i) + (1 - decay) * g * g;
        state[0].set(i, r);
        return p - learningRate * g / Math.sqrt(r + epsilon);
    }
}
