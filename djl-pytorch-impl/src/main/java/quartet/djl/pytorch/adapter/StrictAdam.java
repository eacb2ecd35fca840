package quartet.djl.pytorch.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.optimizer.Optimizer;
import java.util.HashMap;
import java.util.Map;
import quartet.contract.TrainingSpec;

/**
 * Adam as {@link TrainingSpec} defines it, computed by DJL's own kernel.
 *
 * <pre>{@code
 * paper:   w = w - learningRate * (m / c1) / (sqrt(v / c2) + epsilon)     c1 = 1 - beta1^t,  c2 = 1 - beta2^t
 * kernel:  w = w - rate * m / (sqrt(v) + epsilonHat)
 * equal:   rate = learningRate * sqrt(c2) / c1,   epsilonHat = epsilon * sqrt(c2)
 * }</pre>
 *
 * Replaces DJL's {@link ai.djl.training.optimizer.Adam}, which the examples use, for two reasons. That class passes
 * epsilon to the kernel unscaled, so its step differs from the paper's. It also attaches m and v to no manager, so they
 * outlive the network; here they are freed with the weights. Source: Kingma and Ba (2015), algorithm 1; section 2
 * derives the form of the kernel.
 */
final class StrictAdam extends Optimizer {
    private final TrainingSpec settings;
    private final Map<String, NDArray> means = new HashMap<>();
    private final Map<String, NDArray> squares = new HashMap<>();

    StrictAdam(TrainingSpec settings) {
        super(Optimizer.adam());
        this.settings = settings;
    }

    @Override
    public void update(String parameterId, NDArray weight, NDArray gradient) {
        // The kernel takes float32, so the corrections are computed from the decay rates that it applies.
        float beta1 = (float) settings.beta1();
        float beta2 = (float) settings.beta2();
        int t = updateCount(parameterId);
        double c1 = 1 - Math.pow(beta1, t);
        double c2 = 1 - Math.pow(beta2, t);
        NDArray mean = means.computeIfAbsent(parameterId, id -> weight.zerosLike());
        NDArray square = squares.computeIfAbsent(parameterId, id -> weight.zerosLike());
        weight.getNDArrayInternal()
                .adamUpdate(
                        new NDList(weight, gradient, mean, square),
                        new NDList(weight),
                        (float) settings.learningRate(),
                        (float) (settings.learningRate() * Math.sqrt(c2) / c1),
                        getWeightDecay(),
                        rescaleGrad,
                        clipGrad,
                        beta1,
                        beta2,
                        (float) (settings.epsilon() * Math.sqrt(c2)),
                        true,
                        false);
    }
}
