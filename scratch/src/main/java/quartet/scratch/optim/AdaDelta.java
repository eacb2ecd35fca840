package quartet.scratch.optim;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * AdaDelta, whose steps have the unit of the parameters, so that it does not need a learning rate.
 * <pre>{@code
 * r_0 = 0,  s_0 = 0
 * r_t = decay r_{t-1} + (1 - decay) g_t^2
 * d_t = -sqrt(s_{t-1} + epsilon) / sqrt(r_t + epsilon) g_t
 * s_t = decay s_{t-1} + (1 - decay) d_t^2
 * p_t = p_{t-1} + learningRate d_t,   learningRate = 1
 * }</pre>
 * Epsilon determines the size of the first steps. Steps do not necessarily shrink near a minimum; a schedule can scale
 * them, which is an addition to the paper.
 * Source: Zeiler (2012), "ADADELTA: An Adaptive Learning Rate Method", algorithm 1; defaults of its section 4.1.
 */
public final class AdaDelta extends ElementwiseOptimizer {
    private final double decay;
    private final double epsilon;
    private double learningRate;

    /** Creates an optimizer with decay 0.95 and epsilon 1e-6. */
    public AdaDelta() {
        this(Schedule.constant(1), 0.95, 1e-6);
    }

    /**
     * Creates an optimizer with a schedule that scales the steps. The paper corresponds to
     * {@code Schedule.constant(1)}.
     *
     * @throws IllegalArgumentException if the decay is not in [0, 1) or epsilon is not positive
     */
    public AdaDelta(Schedule schedule, double decay, double epsilon) {
        super(schedule, 2);
        this.decay = Require.decay("AdaDelta", "decay", decay);
        this.epsilon = Require.positive("AdaDelta", "epsilon", epsilon);
    }

    @Override
    void begin(int t, double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    double update(double p, double g, Tensor[] state, int i) {
        double r = decay * state[0].get(i) + (1 - decay) * g * g;
        double d = -Math.sqrt(state[1].get(i) + epsilon) / Math.sqrt(r + epsilon) * g;
        state[0].set(i, r);
        state[1].set(i, decay * state[1].get(i) + (1 - decay) * d * d);
        return p + learningRate * d;
    }
}
