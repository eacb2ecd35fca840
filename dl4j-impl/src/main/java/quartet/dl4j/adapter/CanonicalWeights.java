package quartet.dl4j.adapter;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
 * <p>The layers with parameters are in the order of the canonical names. Shapes are canonical, except that a bias is
 * [1, out]. The order in memory differs for dense weights, which are column-major; {@link INDArray#dup(char)} and
 * {@link INDArray#assign(INDArray)} convert it.
 */
final class CanonicalWeights {
    private CanonicalWeights() {}

    /** Overwrites the parameters of a network. */
    static void assign(MultiLayerNetwork network, ModelSpec spec, Weights weights) {
        weights.asMap().forEach((name, tensor) -> {
            INDArray parameter = network.getParam(key(network, spec, name));
            try (INDArray values = Nd4j.create(tensor.data(), parameter.shape(), 'c')) {
                parameter.assign(values);
            }
        });
    }

    /**
     * Returns a copy of the parameters.
     *
     * @throws IllegalArgumentException if the network does not match the specification
     */
    static Weights values(MultiLayerNetwork network, ModelSpec spec) {
        return collect(network, spec, network::getParam);
    }

    /**
     * Returns the gradients of the mean loss. Deeplearning4j sums over the rows of a batch, and divides only in the
     * update.
     */
    static Weights gradients(MultiLayerNetwork network, ModelSpec spec, Gradient sums, int rows) {
        sums.gradient().divi(rows);
        return collect(network, spec, sums::getGradientFor);
    }

    /** Returns a copy in row-major order. */
    static Tensor tensor(INDArray array, int... shape) {
        try (INDArray copy = array.dup('c')) {
            return new Tensor(shape, copy.data().asFloat());
        }
    }

    private static Weights collect(MultiLayerNetwork network, ModelSpec spec, Function<String, INDArray> arrays) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        spec.parameterShapes()
                .forEach((name, shape) -> tensors.put(name, tensor(arrays.apply(key(network, spec, name)), shape)));
        return new Weights(tensors);
    }

    /** Returns Deeplearning4j's key, such as {@code 0_W} for {@code hidden1.weight} in the first layer. */
    private static String key(MultiLayerNetwork network, ModelSpec spec, String name) {
        List<String> layerNames = spec.parameterShapes().keySet().stream()
                .map(CanonicalWeights::layerName)
                .distinct()
                .toList();
        List<Layer> layers = Arrays.stream(network.getLayers())
                .filter(layer -> layer.numParams() > 0)
                .toList();
        if (layers.size() != layerNames.size()) {
            throw new IllegalArgumentException(
                    "expected layers " + layerNames + ", but were " + layers.size() + " layers with parameters");
        }
        int index = layers.get(layerNames.indexOf(layerName(name))).getIndex();
        return index + (name.endsWith(".weight") ? "_W" : "_b");
    }

    private static String layerName(String parameterName) {
        return parameterName.substring(0, parameterName.indexOf('.'));
    }
}
