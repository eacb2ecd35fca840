package quartet.scratch.optim;

import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Tensor;

/**
 * NAdam: Adam with Nesterov momentum.
 * <pre>{@code
 * m_0 = 0,  v_0 = 0,  mu_t = beta1 (1 - 0.96^(t momentumDecay) / 2)
 * m_t = mu_t m_{t-1} + (1 - mu_t) g_t
 * v_t = beta2 v_{t-1} + (1 - beta2) g_t^2
 * mHat = mu_{t+1} m_t / (1 - mu_1 ... mu_{t+1}) + (1 - mu_t) g_t / (1 - mu_1 ... mu_t)
 * vHat = v_t / (1 - beta2^t)
 * p_t = p_{t-1} - learningRate mHat / (sqrt(vHat) + epsilon)
 * }</pre>
 * Source: Dozat (2016), "Incorporating Nesterov Momentum into Adam", with the momentum schedule of its experiments,
 * where momentumDecay is 1/250. Deviation: the printed algorithm multiplies vHat by beta2 once more; this class uses
 * vHat of Adam, as other implementations do. PyTorch computes m with beta1 instead of mu_t.
 */
public final class Nadam extends ElementwiseOptimizer {
    private static final double SCHEDULE_BASE = 0.96;

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double momentumDecay;
    private double learningRate;
    private double mu;
    private double nextMu;
    private double product = 1;
    private double correction2;

    /**
     * Creates an optimizer with a constant learning rate, beta1 0.9, beta2 0.999, epsilon 1e-8 and momentumDecay 1/250.
     */
    public Nadam(double learningRate) {
        this(Schedule.constant(learningRate), 0.9, 0.999, 1e-8, 0.004);
    }

    /**
     * Creates an optimizer with a schedule.
     *
     * @throws IllegalArgumentException if a beta is not in [0, 1), epsilon not a positive number or momentumDecay
     * negative
     */
    public Nadam(Schedule schedule, double beta1, double beta2, double epsilon, double momentumDecay) {
        super(schedule, 2);
        this.beta1 = Require.decay("Nadam", "beta1", beta1);
        this.beta2 = Require.decay("Nadam", "beta2", beta2);
        this.epsilon = Require.positive("Nadam", "epsilon", epsilon);
        this.momentumDecay = Require.notNegative("Nadam", "momentumDecay", momentumDecay);
    }

    @Override
    void begin(int t, double learningRate) {
        this.learningRate = learningRate;
        mu = momentumAt(t);
        nextMu = momentumAt(t + 1);
        product *= mu;
        correction2 = 1 - Math.pow(beta2, t);
    }

    @Override
    double update(double p, double g, Tensor[] state, int i) {
        double m = mu * state[0].get(i) + (1 - mu) * g;
        double v = beta2 * state[1].get(i) + (1 - beta2) * g * g;
        state[0].set(i, m);
        state[1].set(i, v);
        double mHat = nextMu * m / (1 - product * nextMu) + (1 - mu) * g / (1 - product);
        return p - learningRate * mHat / (Math.sqrt(v / correction2) + epsilon);
    }

    private double momentumAt(int t) {
        return beta1 * (1 - 0.5 * Math.pow(SCHEDULE_BASE, t * momentumDecay));
    }
}
