package quartet.djl.tensorflow.graph;

import java.util.List;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/** Adds the update of the parameters to a graph (Strategy). */
@FunctionalInterface
public interface Optimizer {

    /**
     * Adds the operations of one step, and returns them.
     *
     * @param graph receives the operations, and the optimizer's own variables
     * @param parameters the parameters to update
     * @param gradients of the loss, one for each parameter
     */
    List<Op> update(GraphBuilder graph, List<Variable> parameters, List<Output<TFloat32>> gradients);
}
