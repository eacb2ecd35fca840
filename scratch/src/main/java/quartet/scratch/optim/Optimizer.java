package quartet.scratch.optim;

import java.util.List;
import quartet.scratch.nn.Parameter;

/**
 * Changes parameters so that the loss gets smaller. An optimizer remembers what it needs for each parameter, so one
 * instance belongs to one network.
 */
public interface Optimizer {
    /**
     * One step with the gradients that stand in the parameters.
     *
     * @param parameters the same ones in every call
     */
    void step(List<Parameter> parameters);
}
