package quartet.dl4j.adapter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;

/**
 * Converts between the contract's tensors and Deeplearning4j's arrays.
 *
 * <p>The examples give their layers the canonical names. Shapes are the canonical ones, except that a bias is [1, out].
 * The order in memory differs, because a dense weight is column-major: {@link INDArray#dup(char)} and
 * {@link INDArray#assign(INDArray)} take care of it.
 */
final class CanonicalWeights {
    private CanonicalWeights() {}

    /** Overwrites the parameters of a network. */
    static void assign(MultiLayerNetwork network, Weights weights) {
        weights.asMap().forEach((name, tensor) -> {
            INDArray parameter = network.getParam(key(network, name));
            try (INDArray values = Nd4j.create(tensor.data(), parameter.shape(), 'c')) {
                parameter.assign(values);
            }
        });
    }

    /**
     * A copy of the parameters.
     *
     * @throws IllegalArgumentException if the network is not of this specification
     */
    static Weights values(MultiLayerNetwork network, ModelSpec spec) {
        return collect(network, spec, network::getParam);
    }

    /** The gradients of the mean loss: Deeplearning4j sums over the rows of a batch, and divides when it updates. */
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
        String layerName = name.substring(0, name.indexOf('.'));
        Layer layer = network.getLayer(layerName);
        if (layer == null) {
            throw new IllegalArgumentException(
                    "expected a layer " + layerName + ", but were " + network.getLayerNames());
        }
        return layer.getIndex() + (name.endsWith("weight") ? "_W" : "_b");
    }
}
