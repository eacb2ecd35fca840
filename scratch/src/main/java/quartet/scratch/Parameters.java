package quartet.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.FloatTensor;

/** Between the contract's tensors and the library's. Both are row-major and in the canonical layout. */
final class Parameters {
    private static final String FILE = "weights.safetensors";

    private Parameters() {}

    static void assign(Layer network, Weights weights) {
        for (Parameter parameter : network.parameters()) {
            Tensor tensor = weights.get(parameter.name());
            parameter.value().copyFrom(FloatTensor.of(tensor.data(), tensor.shape()));
        }
    }

    static Weights values(Layer network) {
        return collect(network, Parameter::value);
    }

    static Weights gradients(Layer network) {
        return collect(network, Parameter::gradient);
    }

    private static Weights collect(Layer network, Function<Parameter, quartet.scratch.tensor.Tensor> part) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            tensors.put(parameter.name(), copy(part.apply(parameter)));
        }
        return new Weights(tensors);
    }

    /** A layer's output belongs to the layer: what leaves the library is copied. */
    static Tensor copy(quartet.scratch.tensor.Tensor tensor) {
        FloatTensor copy = (FloatTensor) tensor.copy();
        return new Tensor(copy.shape(), copy.data());
    }

    static void write(Layer network, Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written: " + e.getMessage(), e);
        }
        SafetensorsWriter.write(directory.resolve(FILE), values(network).asMap());
    }

    static Weights read(Path directory) {
        return Safetensors.open(directory.resolve(FILE)).weights();
    }
}
