package quartet.scratch.nn.sequence;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * One head of self-attention: queries, keys and values are projections of the same sequence.
 * <pre>{@code
 * Q = X Wq;   K = X Wk;   V = X Wv;   Y = softmax(Q K^T / sqrt(d)) V
 * dWq = X^T dQ (likewise Wk, Wv);   dX = dQ Wq^T + dK Wk^T + dV Wv^T
 * }</pre>
 * Shapes: X [batch, time, features], Y [batch, time, d]; {@code name.query}, {@code name.key} and {@code name.value}
 * [features, d], which start at zero. Source: Vaswani et al. (2017), "Attention Is All You Need", section 3.2.
 */
public final class SelfAttention implements Layer {
    private final String name;
    private final int features;
    private final int dimension;
    private final Kernels kernels;
    private final ScaledDotProductAttention attention;
    private final List<Parameter> parameters;
    private Tensor flatInput = Tensor.none();
    private Tensor query = Tensor.none();
    private Tensor key = Tensor.none();
    private Tensor value = Tensor.none();
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public SelfAttention(String name, int features, int dimension, boolean causal) {
        this(name, features, dimension, causal, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @param causal whether a step attends only to itself and the steps before it
     * @throws IllegalArgumentException if a size is not positive
     */
    public SelfAttention(String name, int features, int dimension, boolean causal, Backend backend) {
        Require.notNull("SelfAttention", "name", name);
        Require.notNull("SelfAttention", "backend", backend);
        Require.positive(name, "features", features);
        Require.positive(name, "dimension", dimension);
        this.name = name;
        this.features = features;
        this.dimension = dimension;
        this.kernels = backend.kernels();
        this.attention = new ScaledDotProductAttention(causal, backend);
        this.parameters = List.of(
                Parameter.of(name + ".query", backend.precision().zeros(features, dimension)),
                Parameter.of(name + ".key", backend.precision().zeros(features, dimension)),
                Parameter.of(name + ".value", backend.precision().zeros(features, dimension)));
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        if (!input.hasShape(Shapes.ANY, Shapes.ANY, features) || input.dimension(1) == 0) {
            throw Shapes.mismatch(name, "input [batch, time >= 1, " + features + "]", input);
        }
        this.input = input;
        flatInput = input.view(input.dimension(0) * input.dimension(1), features);
        query = project(parameters.get(0), query);
        key = project(parameters.get(1), key);
        value = project(parameters.get(2), value);
        output = attention.forward(sequence(query), sequence(key), sequence(value));
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        attention.backward(outputGradient);
        inputGradient = input.reuse(inputGradient);
        inputGradient.fill(0);
        Tensor flatGradient = inputGradient.view(flatInput.shape());
        backProject(parameters.get(0), attention.queryGradient(), flatGradient);
        backProject(parameters.get(1), attention.keyGradient(), flatGradient);
        backProject(parameters.get(2), attention.valueGradient(), flatGradient);
        return inputGradient;
    }

    private Tensor project(Parameter weight, Tensor old) {
        Tensor projection = input.reuse(old, flatInput.dimension(0), dimension);
        kernels.matmul(flatInput, false, weight.value(), false, projection, false);
        return projection;
    }

    private void backProject(Parameter weight, Tensor gradient, Tensor flatGradient) {
        Tensor flat = gradient.view(flatInput.dimension(0), dimension);
        kernels.matmul(flatInput, true, flat, false, weight.gradient(), false);
        kernels.matmul(flat, false, weight.value(), true, flatGradient, true);
    }

    private Tensor sequence(Tensor flat) {
        return flat.view(input.dimension(0), input.dimension(1), dimension);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }
}
