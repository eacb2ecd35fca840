package quartet.djl.tensorflow.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;

/**
 * Converts between the contract's weights and TensorFlow's arrays. The examples give their parameters the canonical
 * names; {@link Layout} gives the order of the numbers.
 */
final class CanonicalWeights {
    private final ModelSpec spec;
    private final Map<String, Layout> layouts = new HashMap<>();

    CanonicalWeights(ModelSpec spec) {
        this.spec = spec;
        spec.parameterShapes().forEach((name, shape) -> layouts.put(name, Layout.of(spec, name, shape)));
    }

    /** Returns TensorFlow's shapes by name. */
    Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new HashMap<>();
        layouts.forEach((name, layout) -> shapes.put(name, shape(layout)));
        return shapes;
    }

    /** Converts weights to named arrays in TensorFlow's layout. */
    NDArray[] toTensorFlow(NDManager manager, Weights weights) {
        return layouts.entrySet().stream()
                .map(entry -> {
                    String name = entry.getKey();
                    Layout layout = entry.getValue();
                    float[] numbers = layout.toTensorFlow(weights.get(name).data());
                    NDArray array = manager.create(numbers, shape(layout));
                    array.setName(name);
                    return array;
                })
                .toArray(NDArray[]::new);
    }

    /** Converts weights or gradients from named arrays in TensorFlow's layout. */
    Weights toCanonical(NDList arrays) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        spec.parameterShapes().forEach((name, shape) -> {
            float[] numbers = arrays.get(name).toFloatArray();
            tensors.put(name, new Tensor(shape, Layout.of(spec, name, shape).toCanonical(numbers)));
        });
        return new Weights(tensors);
    }

    private static Shape shape(Layout layout) {
        return new Shape(Arrays.stream(layout.shape()).asLongStream().toArray());
    }
}
