package quartet.scratch.optim;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * AMSGrad: Adam with a non-decreasing second moment, which repairs the convergence proof of Adam.
 * <pre>{@code
 * m_0 = 0,  v_0 = 0,  vHat_0 = 0
 * m_t = beta1 m_{t-1} + (1 - beta1) g_t
 * v_t = beta2 v_{t-1} + (1 - beta2) g_t^2
 * vHat_t = max(vHat_{t-1}, v_t)
 * p_t = p_{t-1} - learningRate m_t / (sqrt(vHat_t) + epsilon)
 * }</pre>
 * Source: Reddi, Kale, Kumar (2018), "On the Convergence of Adam and Beyond", algorithm 2, with the defaults of its
 * experiments. As in the paper, the moments are not bias-corrected; PyTorch corrects both. Deviation: epsilon is added
 * to prevent a division by zero.
 */
public final class AmsGrad extends ElementwiseOptimizer {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private double learningRate;

    /** Creates an optimizer with a constant learning rate, beta1 0.9, beta2 0.99 and epsilon 1e-8. */
    public AmsGrad(double learningRate) {
        this(Schedule.constant(learningRate), 0.9, 0.99, 1e-8);
    }

    /**
     * Creates an optimizer with a schedule.
     *
     * @throws IllegalArgumentException if a beta is not in [0, 1) or epsilon not a positive number
     */
    public AmsGrad(Schedule schedule, double beta1, double beta2, double epsilon) {
        super(schedule, 3);
        this.beta1 = Require.decay("AmsGrad", "beta1", beta1);
        this.beta2 = Require.decay("AmsGrad", "beta2", beta2);
        this.epsilon = Require.positive("AmsGrad", "epsilon", epsilon);
    }

    @Override
    void begin(int t, double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    double update(double p, double g, Tensor[] state, int i) {
        double m = beta1 * state[0].get(i) + (1 - beta1) * g;
        double v = beta2 * state[1].get(i) + (1 - beta2) * g * g;
        double vHat = Math.max(state[2].get(i), v);
        state[0].set(i, m);
        state[1].set(i, v);
        state[2].set(i, vHat);
        return p - learningRate * m / (Math.sqrt(vHat) + epsilon);
    }
}
