package quartet.scratch.nn;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quartet.scratch.tensor.Tensor;

/**
 * Layers one after another; itself a layer (Composite).
 * <pre>{@code Y = f_n(... f_2(f_1(X)));    dX = df_1(df_2(... df_n(dY))) }</pre>
 */
public final class Sequential implements Layer {
    private final List<Layer> layers;
    private final List<Parameter> parameters;
    private final int firstWithParameters;

    /**
     * A network of the given layers.
     *
     * @throws IllegalArgumentException if there is no layer or two parameters have the same name
     */
    public Sequential(List<Layer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("Sequential: expected at least one layer, but was none");
        }
        this.layers = List.copyOf(layers);
        this.parameters =
                layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
        this.firstWithParameters = firstWithParameters(layers);
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException(
                        "Sequential: expected distinct parameter names, but was " + parameter.name() + " twice");
            }
        }
    }

    /** A network of the given layers. */
    public Sequential(Layer... layers) {
        this(List.of(layers));
    }

    /** The layers, first to last. */
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Tensor current = input;
        for (int i = 0; i < layers.size(); i++) {
            current = layers.get(i).forward(current, training);
        }
        return current;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        return layers.get(0).backward(backwardTo(0, outputGradient));
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        layers.get(firstWithParameters).backwardParameters(backwardTo(firstWithParameters, outputGradient));
    }

    /** The gradient of the output of the given layer. */
    private Tensor backwardTo(int layer, Tensor outputGradient) {
        Tensor current = outputGradient;
        for (int i = layers.size() - 1; i > layer; i--) {
            current = layers.get(i).backward(current);
        }
        return current;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Layers before this one have nothing to learn, so no gradient has to reach them; 0 if no layer has parameters. */
    private static int firstWithParameters(List<Layer> layers) {
        for (int i = 0; i < layers.size(); i++) {
            if (!layers.get(i).parameters().isEmpty()) {
                return i;
            }
        }
        return 0;
    }
}
