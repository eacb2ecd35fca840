package quartet.scratch.nn;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Fusible.Fusion;
import quartet.scratch.tensor.Tensor;

/**
 * A network of layers that are applied in sequence. It is itself a layer (Composite).
 * <pre>{@code Y = f_n(... f_2(f_1(X)));    dX = df_1(df_2(... df_n(dY))) }</pre>
 *
 * <p>A layer keeps its last input for the backward pass, so each position needs its own instance. {@link Fusible}
 * layers are computed together with their successors; {@link #layers} and {@link #parameters} do not change.
 */
public final class Sequential implements Layer {
    private final List<Layer> layers;
    private final List<Parameter> parameters;
    /** The layers that are computed: those of the network, some of them fused. */
    private final List<Layer> plan;

    private final int firstWithParameters;

    /**
     * Creates a network of the given layers.
     *
     * @throws IllegalArgumentException if there is no layer, a layer occurs twice (also inside nested networks) or two
     *     parameters have the same name
     */
    public Sequential(List<Layer> layers) {
        Require.notNull("Sequential", "layers", layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("Sequential: expected at least one layer, but was none");
        }
        this.layers = List.copyOf(layers);
        Composition.requireDistinctLayers("Sequential", layers);
        this.parameters =
                layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
        Composition.requireDistinctNames("Sequential", parameters);
        this.plan = plan(this.layers);
        this.firstWithParameters = firstWithParameters(plan);
    }

    /**
     * Creates a network of the given layers.
     *
     * @throws IllegalArgumentException as {@link #Sequential(List)}
     */
    public Sequential(Layer... layers) {
        this(List.of(Require.notNull("Sequential", "layers", layers)));
    }

    /** Returns the layers, first to last. */
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Sequential", "input", input);
        Tensor current = input;
        for (int i = 0; i < plan.size(); i++) {
            current = plan.get(i).forward(current, training);
        }
        return current;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull("Sequential", "output gradient", outputGradient);
        return plan.get(0).backward(backwardTo(0, outputGradient));
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Require.notNull("Sequential", "output gradient", outputGradient);
        plan.get(firstWithParameters).backwardParameters(backwardTo(firstWithParameters, outputGradient));
    }

    /** Returns the gradient of the output of the given position of the plan. */
    private Tensor backwardTo(int position, Tensor outputGradient) {
        Tensor current = outputGradient;
        for (int i = plan.size() - 1; i > position; i--) {
            current = plan.get(i).backward(current);
        }
        return current;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public List<Layer> children() {
        return layers;
    }

    private static List<Layer> plan(List<Layer> layers) {
        List<Layer> plan = new ArrayList<>();
        int next = 0;
        while (next < layers.size()) {
            Layer layer = layers.get(next);
            Fusion fusion = layer instanceof Fusible fusible
                    ? fusible.fuse(layers.subList(next, layers.size()))
                    : new Fusion(layer, 1);
            plan.add(fusion.layer());
            next += fusion.length();
        }
        return List.copyOf(plan);
    }

    /** Returns the first position with parameters, which no gradient has to pass; 0 if there are no parameters. */
    private static int firstWithParameters(List<Layer> layers) {
        for (int i = 0; i < layers.size(); i++) {
            if (!layers.get(i).parameters().isEmpty()) {
                return i;
            }
        }
        return 0;
    }
}
