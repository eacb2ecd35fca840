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
 * Adam: steps scaled by running estimates of the gradient's first two moments.
 * <pre>{@code
 * m_0 = 0,  v_0 = 0
 * m_t = beta1 m_{t-1} + (1 - beta1) g_t
 * v_t = beta2 v_{t-1} + (1 - beta2) g_t^2
 * mHat = m_t / (1 - beta1^t);   vHat = v_t / (1 - beta2^t)
 * p_t = p_{t-1} - learningRate mHat / (sqrt(vHat) + epsilon)
 * }</pre>
 * Source: Kingma, Ba (2015), "Adam: A Method for Stochastic Optimization", algorithm 1, and its defaults. As there,
 * epsilon stands outside the root and after the bias correction. A gradient that is not finite is not looked for here:
 * it makes the parameters NaN, and the loss of the next step says so.
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

    /** With the paper's beta1 0.9, beta2 0.999 and epsilon 1e-8; the paper suggests a learning rate of 0.001. */
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8);
    }

    /** With all hyper-parameters given, on the standard backend. */
    public Adam(double learningRate, double beta1, double beta2, double epsilon) {
        this(learningRate, beta1, beta2, epsilon, Backend.standard().kernels());
    }

    /**
     * With all hyper-parameters given.
     *
     * @throws IllegalArgumentException if learningRate or epsilon is not positive or a beta is not in [0, 1)
     */
    public Adam(double learningRate, double beta1, double beta2, double epsilon, Kernels kernels) {
        this(Schedule.constant(learningRate), beta1, beta2, epsilon, kernels);
    }

    /**
     * With a schedule.
     *
     * @throws IllegalArgumentException if epsilon is not positive or a beta is not in [0, 1)
     */
    public Adam(Schedule schedule, double beta1, double beta2, double epsilon, Kernels kernels) {
        this.schedule = schedule;
        this.beta1 = Require.decay("Adam", "beta1", beta1);
        this.beta2 = Require.decay("Adam", "beta2", beta2);
        this.epsilon = Require.positive("Adam", "epsilon", epsilon);
        this.kernels = kernels;
    }

    @Override
    public void step(List<Parameter> parameters) {
        t++;
        double learningRate = Require.notNegative("Adam", "learningRate", schedule.at(t));
        AdamStep step = AdamStep.at(t, learningRate, beta1, beta2, epsilon);
        for (Parameter parameter : parameters) {
            Moments moment = moments.computeIfAbsent(parameter, Moments::of);
            kernels.adam(parameter.value(), parameter.gradient(), moment.first(), moment.second(), step);
        }
    }
}
