package quartet.scratch.optim;

import java.util.List;
import quartet.scratch.nn.Parameter;

/**
 * Updates parameters to reduce the loss (Strategy). An optimizer keeps state for each parameter, so one instance belongs
 * to one network.
 */
public interface Optimizer {
    /**
     * Performs one step with the current gradients of the parameters.
     *
     * @param parameters the same parameters in every call
     * @throws IllegalArgumentException if a gradient is NaN or infinite, or the schedule returns a negative rate; the
     *     parameters and the state of the optimizer are then unchanged
     */
    void step(List<Parameter> parameters);
}
