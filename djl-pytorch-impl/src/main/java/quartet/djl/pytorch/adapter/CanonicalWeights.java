package quartet.djl.pytorch.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;

/**
 * Maps the parameters of a DJL network to the contract's names and layout. Both list parameters from the input to the
 * output, a layer's weight before its bias.
 *
 * <pre>{@code
 * DJL                                       contract
 * Linear     [out, in]                      [in, out]                      transposed
 * Conv2d     [out, in, height, width]       [out, in, height, width]       the same
 * embedding  [vocabulary, dimension]        [vocabulary, dimension]        the same
 * }</pre>
 */
final class CanonicalWeights {

    private CanonicalWeights() {}

    /**
     * Replaces the network's initializers, so that the network starts from these weights when DJL initializes it.
     *
     * @throws IllegalArgumentException if the weights do not match such a network
     */
    static void initialize(Block network, ModelSpec spec, Weights initial) {
        initial.check(spec);
        Iterator<Parameter> parameters = network.getParameters().values().iterator();
        for (String name : spec.parameterShapes().keySet()) {
            Tensor tensor = transposeIfLinear(name, initial.get(name));
            parameters.next().setInitializer((manager, shape, type) -> array(manager, tensor));
        }
    }

    /** Returns a copy of the network's parameters. */
    static Weights values(Block network, ModelSpec spec) {
        return read(network, spec, parameter -> tensor(parameter.getArray()));
    }

    /** Returns a copy of the gradients of the last backward pass and resets them to 0, as the next pass requires. */
    static Weights takeGradients(Block network, ModelSpec spec) {
        return read(network, spec, parameter -> {
            try (NDArray gradient = parameter.getArray().getGradient()) {
                return tensor(gradient);
            } finally {
                JniUtils.zeroGrad((PtNDArray) parameter.getArray());
            }
        });
    }

    private static Weights read(Block network, ModelSpec spec, Function<Parameter, Tensor> reader) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Iterator<Parameter> parameters = network.getParameters().values().iterator();
        for (String name : spec.parameterShapes().keySet()) {
            tensors.put(name, transposeIfLinear(name, reader.apply(parameters.next())));
        }
        return new Weights(tensors);
    }

    private static Tensor transposeIfLinear(String name, Tensor tensor) {
        boolean linear = tensor.shape().length == 2 && !name.equals("embedding.weight");
        return linear ? tensor.transposed() : tensor;
    }

    /** Copies to libtorch's own memory, which is aligned for its kernels. {@code create} keeps data in Java's memory. */
    private static NDArray array(NDManager manager, Tensor tensor) {
        long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
        try (NDArray source = manager.create(tensor.data(), new Shape(shape))) {
            return source.duplicate();
        }
    }

    private static Tensor tensor(NDArray array) {
        int[] shape = Arrays.stream(array.getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
        return new Tensor(shape, array.toFloatArray());
    }
}
