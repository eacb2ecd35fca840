package quartet.scratch.nn.graph;

/**
 * A tensor of a {@link Graph}: its input or the output of one of its layers or merges. Only a {@link GraphBuilder}
 * creates nodes.
 */
public final class Node {
    private final GraphBuilder owner;
    private final int index;

    Node(GraphBuilder owner, int index) {
        this.owner = owner;
        this.index = index;
    }

    GraphBuilder owner() {
        return owner;
    }

    /** Returns the position in the order of computation; the input is 0. */
    int index() {
        return index;
    }
}
