package quartet.dl4j;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;

/**
 * Between the contract's tensors and Deeplearning4j's arrays. Layers carry the canonical names, and shapes are the
 * canonical ones but for a bias, which is [1, out]; the order in memory differs (a dense weight is column-major) and is
 * minded by {@link INDArray#dup(char)} and {@link INDArray#assign(INDArray)}.
 */
final class Parameters {
    private Parameters() {}

    static void assign(MultiLayerNetwork network, Weights weights) {
        weights.asMap().forEach((name, tensor) -> {
            INDArray parameter = network.getParam(key(network, name));
            try (INDArray values = Nd4j.create(tensor.data(), parameter.shape(), 'c')) {
                parameter.assign(values);
            }
        });
    }

    static Weights values(MultiLayerNetwork network, ModelSpec spec) {
        return collect(network, spec, network::getParam);
    }

    /** Deeplearning4j adds up the gradients of a batch's rows, and divides them only when it updates. */
    static Weights gradients(MultiLayerNetwork network, ModelSpec spec, Gradient sums, int rows) {
        sums.gradient().divi(rows);
        return collect(network, spec, sums::getGradientFor);
    }

    /** A copy in row-major order. */
    static Tensor tensor(INDArray array, int... shape) {
        try (INDArray copy = array.dup('c')) {
            return new Tensor(shape, copy.data().asFloat());
        }
    }

    private static Weights collect(MultiLayerNetwork network, ModelSpec spec, Function<String, INDArray> arrays) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        spec.parameterShapes()
                .forEach((name, shape) -> tensors.put(name, tensor(arrays.apply(key(network, name)), shape)));
        return new Weights(tensors);
    }

    /** Deeplearning4j's key, such as {@code 0_W} for {@code hidden1.weight} in the first layer. */
    private static String key(MultiLayerNetwork network, String name) {
        int dot = name.indexOf('.');
        return network.getLayer(name.substring(0, dot)).getIndex() + (name.endsWith("weight") ? "_W" : "_b");
    }
}
