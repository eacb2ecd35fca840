package quartet.scratch.optim;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * Nesterov's accelerated gradient, which evaluates the gradient at the point that the momentum step reaches.
 * <pre>{@code
 * v_0 = 0
 * v_t = momentum v_{t-1} - learningRate g_t,   g_t the gradient at x_{t-1} + momentum v_{t-1}
 * x_t = x_{t-1} + v_t
 * }</pre>
 * The parameters contain the look-ahead point {@code p_t = x_t + momentum v_t}, at which the network is
 * differentiated. In terms of p, the recurrence is
 * <pre>{@code p_t = p_{t-1} + momentum v_t - learningRate g_t }</pre>
 * Deviation from PyTorch: as in {@link Momentum}, a new rate of a schedule applies to new gradients only.
 * Source: Nesterov (1983); Sutskever et al. (2013), "On the Importance of Initialization and Momentum in Deep
 * Learning", equations 3 and 4; Bengio, Boulanger-Lewandowski, Pascanu (2013), "Advances in Optimizing Recurrent
 * Networks", for the change of variable.
 */
public final class Nesterov extends ElementwiseOptimizer {
    private final double momentum;
    private double learningRate;

    /** Creates an optimizer with a constant learning rate and momentum 0.9. */
    public Nesterov(double learningRate) {
        this(Schedule.constant(learningRate), 0.9);
    }

    /**
     * Creates an optimizer with a schedule.
     *
     * @throws IllegalArgumentException if the momentum is not in [0, 1)
     */
    public Nesterov(Schedule schedule, double momentum) {
        super(schedule, 1);
        this.momentum = Require.decay("Nesterov", "momentum", momentum);
    }

    @Override
    void begin(int t, double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    double update(double p, double g, Tensor[] state, int i) {
        double v = momentum * state[0].get(i) - learningRate * g;
        state[0].set(i, v);
        return p + momentum * v - learningRate * g;
    }
}
