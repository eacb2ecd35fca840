package quartet.scratch.optim;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * AdamW: Adam with decoupled weight decay, which is applied to the parameters instead of the gradient.
 * <pre>{@code
 * m_t, v_t, mHat, vHat as in Adam
 * p_t = p_{t-1} - learningRate (mHat / (sqrt(vHat) + epsilon) + weightDecay p_{t-1})
 * }</pre>
 * All parameters decay, including biases.
 * Source: Loshchilov, Hutter (2019), "Decoupled Weight Decay Regularization", algorithm 2. Deviation: the paper
 * multiplies the decay by the factor of the schedule but not by the learning rate alpha. This class multiplies it by
 * both, as PyTorch does, so weightDecay corresponds to lambda / alpha of the paper.
 */
public final class AdamW implements Optimizer {
    private final Schedule schedule;
    private final double weightDecay;
    private final Adam adam;
    private int t;

    /**
     * Creates an optimizer with a constant learning rate, beta1 0.9, beta2 0.999, epsilon 1e-8, on the standard
     * backend.
     */
    public AdamW(double learningRate, double weightDecay) {
        this(
                Schedule.constant(learningRate),
                0.9,
                0.999,
                1e-8,
                weightDecay,
                Backend.standard().kernels());
    }

    /**
     * Creates an optimizer with a schedule.
     *
     * @throws IllegalArgumentException if epsilon is not positive, a beta not in [0, 1) or weightDecay negative
     */
    public AdamW(Schedule schedule, double beta1, double beta2, double epsilon, double weightDecay, Kernels kernels) {
        Require.notNull("AdamW", "schedule", schedule);
        Require.notNull("AdamW", "kernels", kernels);
        this.schedule = schedule;
        this.weightDecay = Require.notNegative("AdamW", "weightDecay", weightDecay);
        this.adam = new Adam(schedule, beta1, beta2, epsilon, kernels);
    }

    @Override
    public void step(List<Parameter> parameters) {
        Require.notNull("AdamW", "parameters", parameters);
        double learningRate = Require.notNegative("AdamW", "learningRate", schedule.at(t + 1));
        Gradients.requireFinite("AdamW", parameters);
        t++;
        double remaining = 1 - learningRate * weightDecay;
        for (Parameter parameter : parameters) {
            Tensor value = parameter.value();
            for (int i = 0; i < value.size(); i++) {
                value.set(i, remaining * value.get(i));
            }
        }
        adam.step(parameters);
    }
}
