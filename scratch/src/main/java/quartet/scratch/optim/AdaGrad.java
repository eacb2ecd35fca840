package quartet.scratch.optim;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * AdaGrad, which divides the learning rate of each element by the root of the sum of its squared gradients.
 * <pre>{@code
 * r_0 = 0
 * r_t = r_{t-1} + g_t^2
 * p_t = p_{t-1} - learningRate g_t / (sqrt(r_t) + epsilon)
 * }</pre>
 * Source: Duchi, Hazan, Singer (2011), "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization";
 * in this form Goodfellow, Bengio, Courville (2016), algorithm 8.4, whose epsilon is 1e-7.
 */
public final class AdaGrad extends ElementwiseOptimizer {
    private final double epsilon;
    private double learningRate;

    /** Creates an optimizer with a constant learning rate and epsilon 1e-7. */
    public AdaGrad(double learningRate) {
        this(Schedule.constant(learningRate), 1e-7);
    }

    /**
     * Creates an optimizer with a schedule.
     *
     * @throws IllegalArgumentException if epsilon is not a positive number
     */
    public AdaGrad(Schedule schedule, double epsilon) {
        super(schedule, 1);
        this.epsilon = Require.positive("AdaGrad", "epsilon", epsilon);
    }

    @Override
    void begin(int t, double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    double update(double p, double g, Tensor[] state, int i) {
        double r = state[0].get(i) + g * g;
        state[0].set(i, r);
        return p - learningRate * g / (Math.sqrt(r) + epsilon);
    }
}
