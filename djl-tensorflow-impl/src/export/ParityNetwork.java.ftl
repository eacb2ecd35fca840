package ${examples};

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import quartet.contract.${spec};
import quartet.datasets.Features;
import quartet.datasets.Targets;
import quartet.djl.tensorflow.graph.Adam;
import quartet.djl.tensorflow.graph.ExampleArrays;
import quartet.djl.tensorflow.graph.NetworkGraph;
import quartet.djl.tensorflow.graph.SavedNetwork;
import quartet.djl.tensorflow.graph.Variable;

/**
 * The network of {@link ${example}} with the weights of a fixture, opened for a test.
 *
 * <p>The test adds two signatures to the graph: {@code gradients}, of a batch, and {@code assign}, which sets weights.
 */
final class ParityNetwork implements AutoCloseable {
    private static final String GRADIENTS = "gradients";
    private static final String ASSIGN = "assign";

    private final ExampleArrays arrays = new ExampleArrays();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final SavedNetwork network;

    ParityNetwork(ParityFixture fixture) {
        try (NetworkGraph graph = ${example}.network(ParityFixture.SPEC)) {
            graph.addTraining(new Adam(1e-3f));
            graph.addPrediction(graph.outputs());
            addSignatures(graph);
            network = SavedNetwork.create(graph, 0);
        }
        try (NDManager manager = network.manager().newSubManager()) {
            List<NDArray> weights = new ArrayList<>();
            shapes.forEach((name, shape) -> {
                NDArray weight = manager.create(<#if kind == "images">fromFixture(name, fixture.weight(name))<#else>fixture.weight(name)</#if>, shape);
                weight.setName(name);
                weights.add(weight);
            });
            network.run(ASSIGN, weights.toArray(NDArray[]::new));
        }
    }

    /** Returns ${predictionsDescription?uncap_first}, row by row. */
    float[] predict(Features features) {
        try (NDManager manager = network.manager().newSubManager()) {
            return network.predict(arrays.features(manager, features)).toFloatArray();
        }
    }

    /** Returns the gradients of the mean loss by name. */
    Map<String, float[]> gradients(Features features, Targets targets) {
        try (NDManager manager = network.manager().newSubManager()) {
            NDList gradients =
                    network.run(GRADIENTS, arrays.features(manager, features), arrays.targets(manager, targets));
            Map<String, float[]> byName = new LinkedHashMap<>();
            for (String name : shapes.keySet()) {
                float[] gradient = gradients.get(name).toFloatArray();
                byName.put(name, <#if kind == "images">toFixture(name, gradient)<#else>gradient</#if>);
            }
            return byName;
        }
    }

    /** Performs one step of Adam. Returns the mean loss before it. */
    double step(Features features, Targets targets) {
        try (NDManager manager = network.manager().newSubManager()) {
            return network.train(arrays.features(manager, features), arrays.targets(manager, targets));
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private void addSignatures(NetworkGraph graph) {
        Ops tf = graph.operations();
        Signature.Builder gradients = graph.signatureOfBatch(GRADIENTS);
        Signature.Builder assign = Signature.builder(ASSIGN);
        List<Op> assignments = new ArrayList<>();
        for (int i = 0; i < graph.parameters().size(); i++) {
            Variable parameter = graph.parameters().get(i);
            shapes.put(parameter.name(), new Shape(parameter.shape().asArray()));
            gradients.output(parameter.name(), graph.gradients().get(i));
            Operand<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(parameter.shape()));
            assign.input(parameter.name(), value);
            assignments.add(parameter.assign(tf, value));
        }
        graph.addSignature(gradients);
        graph.addSignature(
                assign.output("done", tf.withControlDependencies(assignments).identity(tf.constant(0f))));
    }
<#if kind == "images">

    /** Returns a weight of the fixture in the order of TensorFlow. */
    private static float[] fromFixture(String name, float[] numbers) {
        int[] order = order(name, numbers.length);
        float[] reordered = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            reordered[i] = numbers[order[i]];
        }
        return reordered;
    }

    /** Returns a gradient of TensorFlow in the order of the fixture. */
    private static float[] toFixture(String name, float[] numbers) {
        int[] order = order(name, numbers.length);
        float[] reordered = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            reordered[order[i]] = numbers[i];
        }
        return reordered;
    }

    /**
     * Returns the position in the fixture of each number in the order of TensorFlow.
     *
     * <pre>{@code
     * convolution               [height, width, in, out]      from [out, in, height, width]
     * dense layer after images  [height, width, channel, out] from [channel, height, width, out]
     * }</pre>
     */
    private static int[] order(String name, int size) {
        CnnSpec spec = ParityFixture.SPEC;
        List<Integer> filters = spec.filters();
        if (name.matches("conv\\d+\\.weight")) {
            int layer = Integer.parseInt(name.replaceAll("\\D", ""));
            int in = layer == 1 ? spec.channels() : filters.get(layer - 2);
            int[] shape = {filters.get(layer - 1), in, CnnSpec.KERNEL, CnnSpec.KERNEL};
            return order(shape, 2, 3, 1, 0);
        }
        if (name.equals("hidden.weight")) {
            int channels = filters.get(filters.size() - 1);
            int[] shape = {channels, spec.pooledHeight(), spec.pooledWidth(), spec.hidden()};
            return order(shape, 1, 2, 0, 3);
        }
        return order(new int[] {size}, 0);
    }

    /** Returns the position, in a row-major array of this shape, of each number of the array with permuted axes. */
    private static int[] order(int[] shape, int... axes) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int rest = i;
            for (int axis = axes.length - 1; axis >= 0; axis--) {
                int stride = 1;
                for (int inner = axes[axis] + 1; inner < shape.length; inner++) {
                    stride *= shape[inner];
                }
                order[i] += rest % shape[axes[axis]] * stride;
                rest /= shape[axes[axis]];
            }
        }
        return order;
    }
</#if>
}
