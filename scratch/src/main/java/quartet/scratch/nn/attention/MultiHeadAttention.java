package quartet.scratch.nn.attention;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.sequence.ScaledDotProductAttention;
import quartet.scratch.nn.sequence.StepMask;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Self-attention with several heads, which attend to different steps at the same time.
 * <pre>{@code
 * Q = X Wq + bq;   K = X Wk + bk;   V = X Wv + bv
 * head_h = attention of columns h d ... (h+1) d of Q, K and V;   d = features / heads
 * Y = [head_1 ... head_H] Wo + bo
 * }</pre>
 * Shapes: X and Y [batch, time, features]; {@code name.query}, {@code name.key}, {@code name.value} and {@code
 * name.output}, each with a weight [features, features] and a bias [features], which start at zero. With a mask, no
 * step attends to steps that are padding; the outputs at padding are computed but have no meaning. Source: Vaswani et
 * al. (2017), "Attention Is All You Need", section 3.2.2. Deviation: the paper has no biases; PyTorch has these.
 */
public final class MultiHeadAttention implements Layer {
    private final String name;
    private final int features;
    private final int heads;
    private final ScaledDotProductAttention attention;
    private final Dense query;
    private final Dense key;
    private final Dense value;
    private final Dense projection;
    private final List<Parameter> parameters;
    private Tensor headQueries = Tensor.none();
    private Tensor headKeys = Tensor.none();
    private Tensor headValues = Tensor.none();
    private Tensor joined = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor headGradient = Tensor.none();
    private Tensor joinedGradient = Tensor.none();
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
        Require.notNull("MultiHeadAttention", "name", name);
        Require.notNull("MultiHeadAttention", "backend", backend);
        Require.positive(name, "features", features);
        Require.positive(name, "heads", heads);
        Require.that(
                features % heads == 0, "%s: expected a multiple of %d features, but was %d", name, heads, features);
        this.name = name;
        this.features = features;
        this.heads = heads;
        this.attention = new ScaledDotProductAttention(causal, backend);
        this.query = new Dense(name + ".query", features, features, backend);
        this.key = new Dense(name + ".key", features, features, backend);
        this.value = new Dense(name + ".value", features, features, backend);
        this.projection = new Dense(name + ".output", features, features, backend);
        this.parameters = Layer.super.parameters();
    }

    /** Masks padding for all steps, and returns this layer. */
    public MultiHeadAttention masked(StepMask mask) {
        Require.notNull(name, "mask", mask);
        attention.masked((item, step) -> mask.hides(item / heads, step));
        return this;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        if (!input.hasShape(Shapes.ANY, Shapes.ANY, features) || input.dimension(1) == 0) {
            throw Shapes.mismatch(name, "input [batch, time >= 1, " + features + "]", input);
        }
        headQueries = split(query.forward(input, training), headQueries);
        headKeys = split(key.forward(input, training), headKeys);
        headValues = split(value.forward(input, training), headValues);
        joined = join(attention.forward(headQueries, headKeys, headValues), joined);
        output = projection.forward(joined, training);
        return output;
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
        Shapes.requireGradientOf(name, output, outputGradient);
        headGradient = split(projection.backward(outputGradient), headGradient);
        attention.backward(headGradient);
        inputGradient = joined.reuse(inputGradient);
        inputGradient.fill(0);
        addInputGradient(query, attention.queryGradient());
        addInputGradient(key, attention.keyGradient());
        addInputGradient(value, attention.valueGradient());
        return inputGradient;
    }

    private void addInputGradient(Dense map, Tensor headGradients) {
        joinedGradient = join(headGradients, joinedGradient);
        Tensor part = map.backward(joinedGradient);
        for (int i = 0; i < inputGradient.size(); i++) {
            inputGradient.add(i, part.get(i));
        }
    }

    /** Converts [batch, time, features] to [batch heads, time, d]. */
    private Tensor split(Tensor sequence, Tensor old) {
        int batch = sequence.dimension(0);
        int time = sequence.dimension(1);
        int d = features / heads;
        Tensor split = sequence.reuse(old, batch * heads, time, d);
        for (int i = 0; i < batch * time * heads; i++) {
            split.copyRange(headIndex(i, time) * d, sequence, i * d, d);
        }
        return split;
    }

    /** Converts [batch heads, time, d] to [batch, time, features]. */
    private Tensor join(Tensor split, Tensor old) {
        int batch = split.dimension(0) / heads;
        int time = split.dimension(1);
        int d = features / heads;
        Tensor sequence = split.reuse(old, batch, time, features);
        for (int i = 0; i < batch * time * heads; i++) {
            sequence.copyRange(i * d, split, headIndex(i, time) * d, d);
        }
        return sequence;
    }

    /** Converts the position of (sequence, step, head) to that of (sequence, head, step). */
    private int headIndex(int i, int time) {
        int head = i % heads;
        int step = i / heads % time;
        int sequence = i / heads / time;
        return (sequence * heads + head) * time + step;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public List<Layer> children() {
        return List.of(query, key, value, projection);
    }
}
