package quartet.scratch.optim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.AdamStep;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * Adam, which scales steps by running estimates of the first two moments of the gradient.
 * <pre>{@code
 * m_0 = 0,  v_0 = 0
 * m_t = beta1 m_{t-1} + (1 - beta1) g_t
 * v_t = beta2 v_{t-1} + (1 - beta2) g_t^2
 * mHat = m_t / (1 - beta1^t);   vHat = v_t / (1 - beta2^t)
 * p_t = p_{t-1} - learningRate mHat / (sqrt(vHat) + epsilon)
 * }</pre>
 * Source: Kingma, Ba (2015), "Adam: A Method for Stochastic Optimization", algorithm 1, with its defaults. As in the
 * paper, epsilon is outside the root and after the bias correction.
 */
public final class Adam implements Optimizer {
    private final Schedule schedule;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final Kernels kernels;
    private final Map<Parameter, Moments> moments = new HashMap<>();
    private int t;

    private record Moments(Tensor first, Tensor second) {
        static Moments of(Parameter parameter) {
            int[] shape = parameter.value().shape();
            return new Moments(parameter.value().like(shape), parameter.value().like(shape));
        }
    }

    /**
     * Creates an optimizer with the defaults of the paper: beta1 0.9, beta2 0.999 and epsilon 1e-8. The paper suggests
     * a learning rate of 0.001.
     */
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8);
    }

    /** Creates an optimizer with the given hyper-parameters on the standard backend. */
    public Adam(double learningRate, double beta1, double beta2, double epsilon) {
        this(learningRate, beta1, beta2, epsilon, Backend.standard().kernels());
    }

    /**
     * Creates an optimizer with the given hyper-parameters.
     *
     * @throws IllegalArgumentException if the learning rate or epsilon is not positive or a beta is not in [0, 1)
     */
    public Adam(double learningRate, double beta1, double beta2, double epsilon, Kernels kernels) {
        this(Schedule.constant(learningRate), beta1, beta2, epsilon, kernels);
    }

    /**
     * Creates an optimizer with a schedule.
     *
     * @throws IllegalArgumentException if epsilon is not positive or a beta is not in [0, 1)
     */
    public Adam(Schedule schedule, double beta1, double beta2, double epsilon, Kernels kernels) {
        Require.notNull("Adam", "schedule", schedule);
        Require.notNull("Adam", "kernels", kernels);
        this.schedule = schedule;
        this.beta1 = Require.decay("Adam", "beta1", beta1);
        this.beta2 = Require.decay("Adam", "beta2", beta2);
        this.epsilon = Require.positive("Adam", "epsilon", epsilon);
        this.kernels = kernels;
    }

    @Override
    public void step(List<Parameter> parameters) {
        Require.notNull("Adam", "parameters", parameters);
        double learningRate = Require.notNegative("Adam", "learningRate", schedule.at(t + 1));
        Gradients.requireFinite("Adam", parameters);
        t++;
        AdamStep step = AdamStep.at(t, learningRate, beta1, beta2, epsilon);
        for (Parameter parameter : parameters) {
            Moments moment = moments.computeIfAbsent(parameter, Moments::of);
            kernels.adam(parameter.value(), parameter.gradient(), moment.first(), moment.second(), step);
        }
    }
}
