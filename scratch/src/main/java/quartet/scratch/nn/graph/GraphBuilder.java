package quartet.scratch.nn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.graph.Operation.Apply;
import quartet.scratch.nn.graph.Operation.Join;

/**
 * Builds a {@link Graph} node by node (Builder).
 *
 * <pre>{@code
 * GraphBuilder builder = new GraphBuilder();
 * Node hidden = builder.apply(new Dense("hidden", 4, 8), builder.input());
 * Node both = builder.concatenate(1, builder.input(), builder.apply(new Tanh(), hidden));
 * Graph network = builder.build(builder.apply(new Dense("output", 12, 3), both));
 * }</pre>
 */
public final class GraphBuilder {
    private final Node input = new Node(this, 0);
    private final List<Operation> operations = new ArrayList<>();

    /** Returns the node of the network's input. */
    public Node input() {
        return input;
    }

    /**
     * Applies a layer to a node. A layer that is applied to several nodes is shared: it has one set of parameters,
     * whose gradients are the sums over its places.
     *
     * @throws IllegalArgumentException if the node belongs to another builder
     */
    public Node apply(Layer layer, Node source) {
        Require.notNull("GraphBuilder", "layer", layer);
        Require.notNull("GraphBuilder", "source", source);
        return add(new Apply(layer, index(source)));
    }

    /**
     * Joins nodes. Every call needs a new merge.
     *
     * @throws IllegalArgumentException if there is no node or one belongs to another builder
     */
    public Node join(Merge merge, Node... sources) {
        Require.notNull("GraphBuilder", "merge", merge);
        Require.notNull("GraphBuilder", "sources", sources);
        if (sources.length == 0) {
            throw new IllegalArgumentException("GraphBuilder: expected at least one node to join, but was none");
        }
        return add(new Join(merge, Arrays.stream(sources).map(this::index).toList()));
    }

    /** Adds nodes of one shape; see {@link Sum}. */
    public Node sum(Node... sources) {
        Require.notNull("GraphBuilder", "sources", sources);
        return join(new Sum(), sources);
    }

    /** Multiplies nodes of one shape element by element; see {@link Product}. */
    public Node multiply(Node... sources) {
        Require.notNull("GraphBuilder", "sources", sources);
        return join(new Product(), sources);
    }

    /** Concatenates nodes along an axis; see {@link Concatenation}. */
    public Node concatenate(int axis, Node... sources) {
        Require.notNull("GraphBuilder", "sources", sources);
        return join(new Concatenation(axis), sources);
    }

    /**
     * Returns the network that computes a node.
     *
     * @throws IllegalArgumentException if the node belongs to another builder or is the input, a shared layer is not
     *     {@link Layer#repeatable}, a merge occurs twice, or two parameters of different layers have the same name
     */
    public Graph build(Node output) {
        Require.notNull("GraphBuilder", "output", output);
        if (index(output) == 0) {
            throw new IllegalArgumentException(
                    "GraphBuilder: expected an output that a layer computes, but was the input");
        }
        return new Graph(operations.subList(0, index(output)));
    }

    private Node add(Operation operation) {
        operations.add(operation);
        return new Node(this, operations.size());
    }

    private int index(Node node) {
        if (node.owner() != this) {
            throw new IllegalArgumentException("GraphBuilder: expected a node of this builder, but was one of another");
        }
        return node.index();
    }
}
