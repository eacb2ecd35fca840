package quartet.scratch.optim;

import java.util.List;
import quartet.scratch.nn.Parameter;

/**
 * Updates parameters to reduce the loss. An optimizer keeps state for each parameter, so one instance belongs to one
 * network.
 */
public interface Optimizer {
    /**
     * Performs one step with the current gradients of the parameters.
     *
     * @param parameters the same parameters in every call
     */
    void step(List<Parameter> parameters);
}
