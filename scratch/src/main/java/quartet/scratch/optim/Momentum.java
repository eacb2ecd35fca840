package quartet.scratch.optim;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * Gradient descent with momentum (the heavy ball method).
 * <pre>{@code
 * v_0 = 0
 * v_t = momentum v_{t-1} - learningRate g_t
 * p_t = p_{t-1} + v_t
 * }</pre>
 * Deviation from PyTorch: it accumulates {@code v_t = momentum v_{t-1} + g_t} and subtracts {@code learningRate v_t}.
 * Both are equal for a constant rate. Under a schedule, a new rate here applies to new gradients only, whereas PyTorch
 * scales the whole velocity by it.
 * Source: Polyak (1964), "Some Methods of Speeding up the Convergence of Iteration Methods"; Goodfellow, Bengio,
 * Courville (2016), algorithm 8.2.
 */
public final class Momentum extends ElementwiseOptimizer {
    private final double momentum;
    private double learningRate;

    /** Creates an optimizer with a constant learning rate and momentum 0.9. */
    public Momentum(double learningRate) {
        this(Schedule.constant(learningRate), 0.9);
    }

    /**
     * Creates an optimizer with a schedule.
     *
     * @throws IllegalArgumentException if the momentum is not in [0, 1)
     */
    public Momentum(Schedule schedule, double momentum) {
        super(schedule, 1);
        this.momentum = Require.decay("Momentum", "momentum", momentum);
    }

    @Override
    void begin(int t, double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    double update(double p, double g, Tensor[] state, int i) {
        double v = momentum * state[0].get(i) - learningRate * g;
        state[0].set(i, v);
        return p + v;
    }
}
