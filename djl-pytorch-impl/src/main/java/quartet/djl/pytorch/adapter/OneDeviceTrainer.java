package quartet.djl.pytorch.adapter;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.util.Pair;

/**
 * DJL's trainer on the CPU, with a step that applies every gradient.
 *
 * <p>Replaces the step of DJL's own trainer for two reasons. Its first step adds up all gradients and throws if the sum
 * is 0, to detect a missing backward pass. The gradients of a softmax regression always add up to 0 apart from
 * rounding, so the exception would depend on rounding. Its step also copies each gradient to collect those of several
 * devices, but this trainer has one device.
 */
final class OneDeviceTrainer extends Trainer {
    private final Optimizer optimizer;

    OneDeviceTrainer(Model model, Loss loss, Optimizer optimizer) {
        super(
                model,
                new DefaultTrainingConfig(loss)
                        .optDevices(new Device[] {Device.cpu()})
                        .optOptimizer(optimizer));
        this.optimizer = optimizer;
    }

    /** Updates all parameters with the gradients of the last backward pass; the optimizer's kernel resets those to 0. */
    @Override
    public void step() {
        for (Pair<String, Parameter> parameter : getModel().getBlock().getParameters()) {
            NDArray weight = parameter.getValue().getArray();
            try (NDArray gradient = weight.getGradient()) {
                optimizer.update(parameter.getKey(), weight, gradient);
            }
        }
    }
}
