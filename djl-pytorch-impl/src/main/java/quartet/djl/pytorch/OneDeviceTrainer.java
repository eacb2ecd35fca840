package quartet.djl.pytorch;

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
 * DJL's trainer on the CPU, with a step that takes every gradient.
 *
 * <p>The first step of DJL's own trainer adds up all gradients and, if their sum is 0, takes them for missing and
 * throws. But those of a softmax regression always add up to 0, up to rounding: whether it may start would be a matter
 * of luck. That step also copies each gradient, to gather those of several devices, which do not exist here.
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

    /** Updates all parameters with the gradients of the last backward pass, which the optimizer's kernel sets to 0. */
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
