package quartet.scratch.nn.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the operations that the last one depends on. */
final class Needed {
    private Needed() {}

    /**
     * Returns the needed operations by the index of the node that they compute, in order.
     *
     * @param all operation i computes node i + 1; the last one computes the output
     */
    static Map<Integer, Operation> of(List<Operation> all) {
        TreeSet<Integer> needed = new TreeSet<>(List.of(all.size()));
        Map<Integer, Operation> operations = new TreeMap<>();
        for (int index = all.size(); index > 0; index--) {
            if (needed.contains(index)) {
                operations.put(index, all.get(index - 1));
                needed.addAll(all.get(index - 1).sources());
            }
        }
        return operations;
    }
}
