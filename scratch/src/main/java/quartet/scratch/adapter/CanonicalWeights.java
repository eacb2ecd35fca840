package quartet.scratch.adapter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.FloatTensor;

/**
 * Copies weights between the contract's tensors and the library's. Names, shapes and the order of numbers are the same in
 * both, because the library's layout is the canonical one.
 */
final class CanonicalWeights {
    private CanonicalWeights() {}

    /** Overwrites the parameters of a network. */
    static void assign(Layer network, Weights weights) {
        for (Parameter parameter : network.parameters()) {
            Tensor tensor = weights.get(parameter.name());
            parameter.value().copyFrom(FloatTensor.of(tensor.data(), tensor.shape()));
        }
    }

    /** Returns a copy of the parameters. */
    static Weights values(Layer network) {
        return collect(network, Parameter::value);
    }

    /** Returns a copy of the gradients of the last backward pass. */
    static Weights gradients(Layer network) {
        return collect(network, Parameter::gradient);
    }

    /**
     * Returns a copy of a float32 tensor. Layers overwrite their outputs, so the learner must not return them without
     * a copy.
     */
    static Tensor tensor(quartet.scratch.tensor.Tensor tensor) {
        FloatTensor copy = (FloatTensor) tensor.copy();
        return new Tensor(copy.shape(), copy.data());
    }

    private static Weights collect(Layer network, Function<Parameter, quartet.scratch.tensor.Tensor> part) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            tensors.put(parameter.name(), tensor(part.apply(parameter)));
        }
        return new Weights(tensors);
    }
}
