package quartet.scratch.optim;

import quartet.scratch.tensor.Tensor;

/**
 * Stochastic gradient descent. It is gradient descent if the batch is the whole data set.
 * <pre>{@code p_t = p_{t-1} - learningRate g_t }</pre>
 * Source: Robbins, Monro (1951), "A Stochastic Approximation Method"; Goodfellow, Bengio, Courville (2016), algorithm
 * 8.1.
 */
public final class StochasticGradientDescent extends ElementwiseOptimizer {
    private double learningRate;

    /** Creates an optimizer with a constant learning rate. */
    public StochasticGradientDescent(double learningRate) {
        this(Schedule.constant(learningRate));
    }

    /** Creates an optimizer with a schedule. */
    public StochasticGradientDescent(Schedule schedule) {
        super(schedule, 0);
    }

    @Override
    void begin(int t, double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    double update(double p, double g, Tensor[] state, int i) {
        return p - learningRate * g;
    }
}
