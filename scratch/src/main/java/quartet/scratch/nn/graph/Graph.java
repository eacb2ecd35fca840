package quartet.scratch.nn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Composition;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.graph.Operation.Apply;
import quartet.scratch.nn.graph.Operation.Join;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A network whose layers form a directed acyclic graph with one input and one output. It is itself a layer (Composite).
 * A {@link GraphBuilder} builds it.
 * <pre>{@code
 * forward:   each node in order, v_i = f_i(the nodes that it reads)
 * backward:  in reverse order, dv_j = sum over the nodes i that read j of the gradient of f_i for dv_i by v_j
 * }</pre>
 * Nodes that the output does not need are not computed. A layer keeps only its last input. The backward pass therefore
 * repeats the forward pass of a shared layer at each of its places, and sums the gradients of its parameters. Source:
 * Goodfellow, Bengio, Courville (2016), section 6.5.6.
 */
public final class Graph implements Layer {
    /** Operation i computes node i + 1; node 0 is the input. Operations that are not needed are left out. */
    private final Map<Integer, Operation> operations;

    private final int outputNode;
    private final int[] readers;
    private final List<Layer> layers;
    private final IdentityHashMap<Layer, List<Tensor>> sums = new IdentityHashMap<>();
    private final Tensor[] values;
    private final Tensor[] gradients;
    /** Tensors of the graph itself, for the outputs of shared layers and for gradients that are sums. */
    private final Tensor[] ownValues;

    private final Tensor[] ownGradients;
    private boolean training;

    Graph(List<Operation> all) {
        this.outputNode = all.size();
        this.operations = Needed.of(all);
        this.readers = new int[outputNode + 1];
        operations.values().forEach(operation -> operation.sources().forEach(source -> readers[source]++));
        this.layers = distinctLayers();
        Composition.requireDistinctLayers("Graph", layers);
        Composition.requireDistinctNames("Graph", parameters());
        this.values = tensors();
        this.gradients = tensors();
        this.ownValues = tensors();
        this.ownGradients = tensors();
    }

    private Tensor[] tensors() {
        return Collections.nCopies(outputNode + 1, Tensor.none()).toArray(Tensor[]::new);
    }

    private List<Layer> distinctLayers() {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Layer> distinct = new ArrayList<>();
        for (Operation operation : operations.values()) {
            if (operation instanceof Join join) {
                if (!seen.add(join.merge())) {
                    throw new IllegalArgumentException("Graph: expected a new merge at each place, but one "
                            + join.merge().getClass().getSimpleName() + " occurs twice");
                }
                distinct.addAll(join.merge().children());
            } else if (operation instanceof Apply apply) {
                if (seen.add(apply.layer())) {
                    distinct.add(apply.layer());
                } else if (apply.layer().repeatable()) {
                    sums.put(apply.layer(), new ArrayList<>());
                } else {
                    throw new IllegalArgumentException("Graph: expected a shared layer without random numbers and"
                            + " running statistics, but was "
                            + apply.layer().getClass().getSimpleName());
                }
            }
        }
        return List.copyOf(distinct);
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Graph", "input", input);
        this.training = training;
        values[0] = input;
        operations.forEach((index, operation) -> values[index] = value(index, operation));
        return values[outputNode];
    }

    private Tensor value(int index, Operation operation) {
        if (operation instanceof Join join) {
            return join.merge().forward(inputs(join));
        }
        Apply apply = (Apply) operation;
        Tensor output = apply.layer().forward(values[apply.source()], training);
        if (!sums.containsKey(apply.layer())) {
            return output;
        }
        // The next place of a shared layer overwrites its output.
        ownValues[index] = output.reuse(ownValues[index]);
        ownValues[index].copyFrom(output);
        return ownValues[index];
    }

    private List<Tensor> inputs(Join join) {
        return join.sources().stream().map(source -> values[source]).toList();
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull("Graph", "output gradient", outputGradient);
        backward(outputGradient, true);
        return gradients[0];
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Require.notNull("Graph", "output gradient", outputGradient);
        backward(outputGradient, false);
    }

    private void backward(Tensor outputGradient, boolean byInput) {
        Shapes.requireGradientOf("Graph", values[outputNode], outputGradient);
        Arrays.fill(gradients, Tensor.none());
        sums.replaceAll((layer, old) -> zeros(layer, old));
        gradients[outputNode] = outputGradient;
        List<Integer> order = new ArrayList<>(operations.keySet());
        Collections.reverse(order);
        for (int index : order) {
            Operation operation = Objects.requireNonNull(operations.get(index));
            if (operation instanceof Apply apply) {
                backward(apply, gradients[index], byInput);
            } else if (operation instanceof Join join) {
                backward(join, gradients[index]);
            }
        }
        sums.forEach((layer, sum) -> {
            for (int i = 0; i < sum.size(); i++) {
                layer.parameters().get(i).gradient().copyFrom(sum.get(i));
            }
        });
    }

    private static List<Tensor> zeros(Layer layer, List<Tensor> old) {
        List<Tensor> zeros = new ArrayList<>();
        for (int i = 0; i < layer.parameters().size(); i++) {
            Tensor gradient = layer.parameters().get(i).gradient();
            zeros.add(gradient.reuse(i < old.size() ? old.get(i) : Tensor.none()));
            zeros.get(i).fill(0);
        }
        return zeros;
    }

    private void backward(Apply apply, Tensor gradient, boolean byInput) {
        Layer layer = apply.layer();
        List<Tensor> sum = sums.get(layer);
        if (sum != null) {
            layer.forward(values[apply.source()], training);
        }
        if (apply.source() == 0 && !byInput) {
            layer.backwardParameters(gradient);
        } else {
            add(apply.source(), layer.backward(gradient), sum != null);
        }
        if (sum != null) {
            List<Parameter> parameters = layer.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                addTo(sum.get(i), parameters.get(i).gradient());
            }
        }
    }

    private void backward(Join join, Tensor gradient) {
        // A merge keeps its inputs, and a shared layer has overwritten none of them: the graph contains copies.
        List<Tensor> parts = join.merge().backward(gradient);
        for (int i = 0; i < parts.size(); i++) {
            add(join.sources().get(i), parts.get(i), false);
        }
    }

    /** Adds to the gradient of a node. */
    private void add(int node, Tensor part, boolean overwritten) {
        if (part.isNone()) {
            return;
        }
        if (!gradients[node].isNone()) {
            addTo(gradients[node], part);
        } else if (readers[node] == 1 && !overwritten) {
            gradients[node] = part;
        } else {
            ownGradients[node] = part.reuse(ownGradients[node]);
            ownGradients[node].copyFrom(part);
            gradients[node] = ownGradients[node];
        }
    }

    private static void addTo(Tensor sum, Tensor part) {
        for (int i = 0; i < sum.size(); i++) {
            sum.add(i, part.get(i));
        }
    }

    @Override
    public List<Layer> children() {
        return layers;
    }
}
