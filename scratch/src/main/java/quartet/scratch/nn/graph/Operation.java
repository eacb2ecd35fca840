package quartet.scratch.nn.graph;

import java.util.List;
import quartet.scratch.nn.Layer;

/** The computation of a node from earlier nodes. */
sealed interface Operation {
    /** Returns the indices of the nodes that the operation reads. */
    List<Integer> sources();

    /** Applies a layer to one node. */
    record Apply(Layer layer, int source) implements Operation {
        @Override
        public List<Integer> sources() {
            return List.of(source);
        }
    }

    /** Joins several nodes. */
    record Join(Merge merge, List<Integer> sources) implements Operation {}
}
