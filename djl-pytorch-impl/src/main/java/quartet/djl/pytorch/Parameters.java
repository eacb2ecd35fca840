package quartet.djl.pytorch;

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
 * The parameters of a DJL network under the contract's names, in the contract's layout. Both list them from the input
 * to the output, a layer's weight before its bias.
 *
 * <pre>{@code
 * DJL                                       contract
 * Linear     [out, in]                      [in, out]                      transposed
 * Conv2d     [out, in, height, width]       [out, in, height, width]       the same
 * embedding  [vocabulary, dimension]        [vocabulary, dimension]        the same
 * }</pre>
 */
final class Parameters {

    private Parameters() {}

    /**
     * Gives the network's parameters the numbers to start from; DJL takes them when the network is initialized.
     *
     * @throws IllegalArgumentException if these are not the weights of such a network
     */
    static void initialize(Block network, ModelSpec spec, Weights initial) {
        initial.check(spec);
        Iterator<Parameter> parameters = network.getParameters().values().iterator();
        for (String name : spec.parameterShapes().keySet()) {
            Tensor tensor = transposeIfLinear(name, initial.get(name));
            parameters.next().setInitializer((manager, shape, type) -> array(manager, tensor));
        }
    }

    /** A copy of the network's parameters. */
    static Weights values(Block network, ModelSpec spec) {
        return read(network, spec, parameter -> tensor(parameter.getArray()));
    }

    /** A copy of the gradients of the last backward pass. They are set to 0, where the next pass has to begin. */
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

    /** In memory of libtorch's own, which is aligned for its kernels; an array that is created is Java's memory. */
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
