package quartet.scratch.nn.attention;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.graph.Merge;
import quartet.scratch.nn.sequence.ScaledDotProductAttention;
import quartet.scratch.nn.sequence.StepMask;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Attention of one sequence to another with several heads: the steps of a decoder attend to the output of an encoder.
 * <pre>{@code
 * Q = X Wq + bq;   K = M Wk + bk;   V = M Wv + bv
 * head_h = attention of columns h d ... (h+1) d of Q, K and V;   d = features / heads
 * Y = [head_1 ... head_H] Wo + bo
 * dX = dQ Wq^T;   dM = dK Wk^T + dV Wv^T
 * }</pre>
 * Shapes: X and Y [batch, steps, features], memory M [batch, memory steps, features]; {@code name.query}, {@code
 * name.key}, {@code name.value} and {@code name.output}, each with a weight [features, features] and a bias [features],
 * which start at zero. With a mask, no step of X attends to steps of M that are padding. In a graph:
 *
 * <pre>{@code
 * Node source = builder.apply(encoder, builder.apply(new Slice(1, 0, 10), builder.input()));
 * Node target = builder.apply(decoder, builder.apply(new Slice(1, 10, 18), builder.input()));
 * Node read = builder.sum(target, builder.join(new CrossAttention("cross", 32, 4), target, source));
 * }</pre>
 *
 * <p>Source: Vaswani et al. (2017), "Attention Is All You Need", sections 3.2.2 and 3.2.3. Deviation: the paper has no
 * biases; PyTorch has these.
 */
public final class CrossAttention implements Merge {
    private final String name;
    private final int features;
    private final int heads;
    private final ScaledDotProductAttention attention;
    private final Dense query;
    private final Dense key;
    private final Dense value;
    private final Dense projection;
    private Tensor headQueries = Tensor.none();
    private Tensor headKeys = Tensor.none();
    private Tensor headValues = Tensor.none();
    private Tensor joined = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor headGradient = Tensor.none();
    private Tensor queryGradient = Tensor.none();
    private Tensor keyGradient = Tensor.none();
    private Tensor valueGradient = Tensor.none();
    private Tensor memoryGradient = Tensor.none();

    /**
     * Creates attention on the standard backend.
     *
     * @throws IllegalArgumentException as the other constructor
     */
    public CrossAttention(String name, int features, int heads) {
        this(name, features, heads, Backend.standard());
    }

    /**
     * Creates attention on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive or the features cannot be divided among the heads
     */
    public CrossAttention(String name, int features, int heads, Backend backend) {
        this("CrossAttention", name, features, heads, false, backend);
    }

    /**
     * Creates attention. With {@code causal}, a step attends to the memory up to its own position, and both sequences
     * have the same length.
     */
    CrossAttention(String owner, String name, int features, int heads, boolean causal, Backend backend) {
        Require.notNull(owner, "name", name);
        Require.notNull(owner, "backend", backend);
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
    }

    /** Masks padding of the memory for all steps, and returns this attention. */
    public CrossAttention masked(StepMask mask) {
        Require.notNull(name, "mask", mask);
        attention.masked((item, step) -> mask.hides(item / heads, step));
        return this;
    }

    /**
     * Computes the output.
     *
     * @param inputs X and the memory M
     * @throws IllegalArgumentException if there are not two inputs or a shape does not fit
     */
    @Override
    public Tensor forward(List<Tensor> inputs) {
        Require.notNull(name, "inputs", inputs);
        Require.that(
                inputs.size() == 2, "%s: expected 2 tensors, an input and a memory, but was %d", name, inputs.size());
        Tensor input = inputs.get(0);
        Tensor memory = inputs.get(1);
        if (!input.hasShape(Shapes.ANY, Shapes.ANY, features) || input.dimension(1) == 0) {
            throw Shapes.mismatch(name, "input [batch, time >= 1, " + features + "]", input);
        }
        if (!memory.hasShape(input.dimension(0), Shapes.ANY, features) || memory.dimension(1) == 0) {
            String shape = "memory [" + input.dimension(0) + ", time >= 1, " + features + "]";
            throw Shapes.mismatch(name, shape, memory);
        }
        headQueries = split(query.forward(input, true), headQueries);
        headKeys = split(key.forward(memory, true), headKeys);
        headValues = split(value.forward(memory, true), headValues);
        joined = join(attention.forward(headQueries, headKeys, headValues), joined);
        output = projection.forward(joined, true);
        return output;
    }

    /**
     * Returns the attention weights [batch heads, steps, memory steps] of the last forward pass; the heads of a sequence
     * are adjacent. Row i contains the weights of the memory's steps in the output of step i.
     */
    public Tensor weights() {
        return attention.weights();
    }

    /** Returns dX and dM. */
    @Override
    public List<Tensor> backward(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        headGradient = split(projection.backward(outputGradient), headGradient);
        attention.backward(headGradient);
        queryGradient = join(attention.queryGradient(), queryGradient);
        keyGradient = join(attention.keyGradient(), keyGradient);
        valueGradient = join(attention.valueGradient(), valueGradient);
        Tensor inputGradient = query.backward(queryGradient);
        memoryGradient = keyGradient.reuse(memoryGradient);
        memoryGradient.copyFrom(key.backward(keyGradient));
        Tensor byValues = value.backward(valueGradient);
        for (int i = 0; i < memoryGradient.size(); i++) {
            memoryGradient.add(i, byValues.get(i));
        }
        return List.of(inputGradient, memoryGradient);
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
    public List<Layer> children() {
        return List.of(query, key, value, projection);
    }
}
