package quartet.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Between the contract's tensors and Deeplearning4j's arrays. Layers carry the canonical names, and shapes are the
 * canonical ones but for a bias, which is [1, out]; the order in memory differs (a dense weight is column-major) and is
 * minded by {@link INDArray#dup(char)} and {@link INDArray#assign(INDArray)}.
 */
final class Parameters {
    private static final String FILE = "network.zip";

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

    /** Writes Deeplearning4j's own file: the configuration and the parameters, without Adam's state. */
    static void write(MultiLayerNetwork network, Path directory) {
        try {
            Files.createDirectories(directory);
            network.save(directory.resolve(FILE).toFile(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * The parameters of a network that was written; the optimizer's settings in the file are left aside.
     *
     * @throws UncheckedIOException if there is no file, or it holds another network
     */
    static Weights read(ModelSpec spec, Path directory) {
        Nd4jLibrary.load();
        try {
            MultiLayerNetwork network =
                    MultiLayerNetwork.load(directory.resolve(FILE).toFile(), false);
            Weights weights = values(network, spec);
            network.close();
            return weights;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            String message = directory + " holds no network of " + spec + ": " + e.getMessage();
            throw new UncheckedIOException(new IOException(message, e));
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
