package quartet.scratch.nn.attention;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Gelu;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.graph.Residual;
import quartet.scratch.nn.training.Dropout;
import quartet.scratch.nn.training.LayerNormalization;
import quartet.scratch.tensor.Tensor;

/**
 * A Transformer block: attention between the steps, then a network that is applied to each step.
 * <pre>{@code
 * h = x + dropout(attention(norm1(x)))
 * y = h + dropout(W2 gelu(W1 norm2(h) + b1) + b2)
 * }</pre>
 * Shapes: x and y [batch, time, features]. Parameters: {@code name.norm1}, {@code name.attention}, {@code name.norm2},
 * {@code name.expand} (W1 [features, hidden]) and {@code name.contract} (W2 [hidden, features]). The normalization
 * precedes each branch, so the residual path from input to output is free of it and training needs no warm-up. Source:
 * Vaswani et al. (2017), "Attention Is All You Need", section 3.1; Xiong et al. (2020), "On Layer Normalization in the
 * Transformer Architecture", figure 1 (b), for the order. Deviation: GELU instead of ReLU, as in most later models.
 */
public final class TransformerBlock implements Layer {
    private final Sequential branches;

    /**
     * Creates a block on the standard backend.
     *
     * @throws IllegalArgumentException if the features cannot be divided among the heads
     */
    public TransformerBlock(String name, TransformerSettings settings) {
        this(name, settings, Backend.standard());
    }

    /**
     * Creates a block on the given backend.
     *
     * @throws IllegalArgumentException if the features cannot be divided among the heads
     */
    public TransformerBlock(String name, TransformerSettings settings, Backend backend) {
        Require.notNull("TransformerBlock", "name", name);
        Require.notNull("TransformerBlock", "settings", settings);
        Require.notNull("TransformerBlock", "backend", backend);
        int features = settings.features();
        Layer attention = new MultiHeadAttention(
                        name + ".attention", features, settings.heads(), settings.causal(), backend)
                .masked(settings.mask());
        this.branches = new Sequential(
                new Residual(
                        new LayerNormalization(name + ".norm1", features, backend),
                        attention,
                        new Dropout(settings.dropout(), settings.random())),
                new Residual(
                        new LayerNormalization(name + ".norm2", features, backend),
                        new Dense(name + ".expand", features, settings.hidden(), backend),
                        new Gelu(),
                        new Dense(name + ".contract", settings.hidden(), features, backend),
                        new Dropout(settings.dropout(), settings.random())));
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("TransformerBlock", "input", input);
        return branches.forward(input, training);
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull("TransformerBlock", "output gradient", outputGradient);
        return branches.backward(outputGradient);
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Require.notNull("TransformerBlock", "output gradient", outputGradient);
        branches.backwardParameters(outputGradient);
    }

    @Override
    public List<Parameter> parameters() {
        return branches.parameters();
    }

    @Override
    public List<Layer> children() {
        return List.of(branches);
    }
}
