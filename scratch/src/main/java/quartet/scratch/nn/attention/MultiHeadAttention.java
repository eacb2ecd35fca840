package quartet.scratch.nn.attention;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.sequence.StepMask;
import quartet.scratch.tensor.Tensor;

/**
 * Self-attention with several heads, which attend to different steps at the same time: {@link CrossAttention} of a
 * sequence with itself.
 * <pre>{@code
 * Q = X Wq + bq;   K = X Wk + bk;   V = X Wv + bv
 * head_h = attention of columns h d ... (h+1) d of Q, K and V;   d = features / heads
 * Y = [head_1 ... head_H] Wo + bo
 * dX = dQ Wq^T + dK Wk^T + dV Wv^T
 * }</pre>
 * Shapes: X and Y [batch, time, features]; {@code name.query}, {@code name.key}, {@code name.value} and {@code
 * name.output}, each with a weight [features, features] and a bias [features], which start at zero. With a mask, no
 * step attends to steps that are padding; the outputs at padding are computed but have no meaning. Source: Vaswani et
 * al. (2017), "Attention Is All You Need", section 3.2.2. Deviation: the paper has no biases; PyTorch has these.
 */
public final class MultiHeadAttention implements Layer {
    private final CrossAttention attention;
    private final List<Parameter> parameters;
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException as the other constructor
     */
    public MultiHeadAttention(String name, int features, int heads, boolean causal) {
        this(name, features, heads, causal, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @param causal whether a step attends only to itself and the steps before it
     * @throws IllegalArgumentException if a size is not positive or the features cannot be divided among the heads
     */
    public MultiHeadAttention(String name, int features, int heads, boolean causal, Backend backend) {
        this.attention = new CrossAttention("MultiHeadAttention", name, features, heads, causal, backend);
        this.parameters = Layer.super.parameters();
    }

    /** Masks padding for all steps, and returns this layer. */
    public MultiHeadAttention masked(StepMask mask) {
        Require.notNull("MultiHeadAttention", "mask", mask);
        attention.masked(mask);
        return this;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("MultiHeadAttention", "input", input);
        return attention.forward(List.of(input, input));
    }

    /**
     * Returns the attention weights [batch heads, time, time] of the last forward pass; the heads of a sequence are
     * adjacent. Row i contains the weights of the steps in the output of step i.
     */
    public Tensor weights() {
        return attention.weights();
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull("MultiHeadAttention", "output gradient", outputGradient);
        List<Tensor> parts = attention.backward(outputGradient);
        inputGradient = outputGradient.reuse(inputGradient);
        for (int i = 0; i < inputGradient.size(); i++) {
            inputGradient.set(i, parts.get(0).get(i) + parts.get(1).get(i));
        }
        return inputGradient;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public List<Layer> children() {
        return attention.children();
    }
}
