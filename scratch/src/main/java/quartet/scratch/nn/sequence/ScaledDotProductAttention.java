package quartet.scratch.nn.sequence;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.activation.Softmax;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Scaled dot-product attention: the output for a query is a mean of the values, weighted by how well their keys match.
 * <pre>{@code
 * S = Q K^T / sqrt(d);   P = softmax of each row of S;   O = P V
 * dV = P^T dO;   dP = dO V^T;   dS = softmax's gradient of dP;   dQ = dS K / sqrt(d);   dK = dS^T Q / sqrt(d)
 * }</pre>
 * Shapes: Q [batch, queries, d], K [batch, keys, d], V [batch, keys, width], O [batch, queries, width]. With causal
 * attention, query i attends only to the keys up to i. No query attends to a masked key; if all keys of a query are
 * masked, its output is zero. With three inputs it is not a {@link Layer}; {@link SelfAttention} is one. As for
 * layers, the returned tensors are valid until the next call. Source: Vaswani et al. (2017), "Attention Is All You
 * Need", equation 1.
 */
public final class ScaledDotProductAttention {
    private static final String NAME = "ScaledDotProductAttention";

    private final boolean causal;
    private final Kernels kernels;
    private StepMask mask = StepMask.none();
    private final Slices slices = new Slices();
    private final Slices gradients = new Slices();
    private Tensor queries = Tensor.none();
    private Tensor keys = Tensor.none();
    private Tensor values = Tensor.none();
    private Tensor weights = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor queryGradient = Tensor.none();
    private Tensor keyGradient = Tensor.none();
    private Tensor valueGradient = Tensor.none();

    /** One batch item's matrices, or their gradients. */
    private static final class Slices {
        private Tensor q = Tensor.none();
        private Tensor k = Tensor.none();
        private Tensor v = Tensor.none();
        private Tensor p = Tensor.none();
        private Tensor o = Tensor.none();
    }

    /** Creates attention on the standard backend. */
    public ScaledDotProductAttention(boolean causal) {
        this(causal, Backend.standard());
    }

    /** Creates attention on the given backend. */
    public ScaledDotProductAttention(boolean causal, Backend backend) {
        Require.notNull("ScaledDotProductAttention", "backend", backend);
        this.causal = causal;
        this.kernels = backend.kernels();
    }

    /** Masks keys for all queries of their batch item, and returns the attention. */
    public ScaledDotProductAttention masked(StepMask mask) {
        Require.notNull("ScaledDotProductAttention", "mask", mask);
        this.mask = mask;
        return this;
    }

    /**
     * Computes the output for a batch of queries.
     *
     * @throws IllegalArgumentException if the shapes do not fit, or attention is causal and there are not as many keys
     *     as queries
     */
    public Tensor forward(Tensor queries, Tensor keys, Tensor values) {
        Require.notNull("ScaledDotProductAttention", "queries", queries);
        Require.notNull("ScaledDotProductAttention", "keys", keys);
        Require.notNull("ScaledDotProductAttention", "values", values);
        requireShapes(queries, keys, values);
        this.queries = queries;
        this.keys = keys;
        this.values = values;
        int batch = queries.dimension(0);
        weights = queries.reuse(weights, batch, queries.dimension(1), keys.dimension(1));
        output = queries.reuse(output, batch, queries.dimension(1), values.dimension(2));
        for (int n = 0; n < batch; n++) {
            slices.q = slice(queries, n, slices.q);
            slices.k = slice(keys, n, slices.k);
            slices.v = slice(values, n, slices.v);
            slices.p = queries.reuse(slices.p, queries.dimension(1), keys.dimension(1));
            slices.o = queries.reuse(slices.o, queries.dimension(1), values.dimension(2));
            kernels.matmul(slices.q, false, slices.k, true, slices.p, false);
            normalize(slices.p, n);
            kernels.matmul(slices.p, false, slices.v, false, slices.o, false);
            put(slices.p, weights, n);
            put(slices.o, output, n);
        }
        return output;
    }

    /** Returns the attention weights P [batch, queries, keys] of the last call. */
    public Tensor weights() {
        return weights;
    }

    /**
     * Computes the gradients with respect to queries, keys and values.
     *
     * @throws IllegalStateException if there was no forward pass
     * @throws IllegalArgumentException if the gradient does not have the shape of the output
     */
    public void backward(Tensor outputGradient) {
        Shapes.requireGradientOf(NAME, output, outputGradient);
        queryGradient = queries.reuse(queryGradient);
        keyGradient = keys.reuse(keyGradient);
        valueGradient = values.reuse(valueGradient);
        for (int n = 0; n < queries.dimension(0); n++) {
            slices.q = slice(queries, n, slices.q);
            slices.k = slice(keys, n, slices.k);
            slices.v = slice(values, n, slices.v);
            slices.p = slice(weights, n, slices.p);
            gradients.o = slice(outputGradient, n, gradients.o);
            backwardSlice();
            put(gradients.q, queryGradient, n);
            put(gradients.k, keyGradient, n);
            put(gradients.v, valueGradient, n);
        }
    }

    private void backwardSlice() {
        gradients.q = slices.q.reuse(gradients.q);
        gradients.k = slices.k.reuse(gradients.k);
        gradients.v = slices.v.reuse(gradients.v);
        gradients.p = slices.p.reuse(gradients.p);
        kernels.matmul(slices.p, true, gradients.o, false, gradients.v, false);
        kernels.matmul(gradients.o, false, slices.v, true, gradients.p, false);
        Softmax.backward(slices.p, gradients.p, gradients.p, slices.k.dimension(0));
        double scale = scale();
        for (int i = 0; i < gradients.p.size(); i++) {
            gradients.p.set(i, scale * gradients.p.get(i));
        }
        kernels.matmul(gradients.p, false, slices.k, false, gradients.q, false);
        kernels.matmul(gradients.p, true, slices.q, false, gradients.k, false);
    }

    /** Returns dQ of the last backward pass. */
    public Tensor queryGradient() {
        return queryGradient;
    }

    /** Returns dK of the last backward pass. */
    public Tensor keyGradient() {
        return keyGradient;
    }

    /** Returns dV of the last backward pass. */
    public Tensor valueGradient() {
        return valueGradient;
    }

    private double scale() {
        return 1 / Math.sqrt(queries.dimension(2));
    }

    /** Converts the products of queries and keys of batch item n to the weights. */
    private void normalize(Tensor scores, int n) {
        int count = scores.dimension(1);
        double scale = scale();
        boolean[] seesNothing = new boolean[scores.dimension(0)];
        Arrays.fill(seesNothing, true);
        for (int i = 0; i < scores.size(); i++) {
            boolean hidden = (causal && i % count > i / count) || mask.hides(n, i % count);
            seesNothing[i / count] &= hidden;
            scores.set(i, hidden ? Double.NEGATIVE_INFINITY : scale * scores.get(i));
        }
        Softmax.normalize(scores, scores, count);
        for (int i = 0; i < scores.size(); i++) {
            if (seesNothing[i / count]) {
                scores.set(i, 0);
            }
        }
    }

    private void requireShapes(Tensor queries, Tensor keys, Tensor values) {
        if (queries.rank() != 3 || queries.dimension(2) == 0) {
            throw Shapes.mismatch(NAME, "queries [batch, queries, d]", queries);
        }
        int batch = queries.dimension(0);
        int d = queries.dimension(2);
        if (!keys.hasShape(batch, Shapes.ANY, d) || keys.dimension(1) == 0) {
            throw Shapes.mismatch(NAME, "keys [" + batch + ", keys >= 1, " + d + "]", keys);
        }
        if (!values.hasShape(batch, keys.dimension(1), Shapes.ANY)) {
            throw Shapes.mismatch(NAME, "values [" + batch + ", " + keys.dimension(1) + ", width]", values);
        }
        if (causal && keys.dimension(1) != queries.dimension(1)) {
            throw Shapes.mismatch(NAME, "as many keys as queries, " + queries.dimension(1), keys);
        }
    }

    private static Tensor slice(Tensor batch, int n, Tensor old) {
        Tensor slice = batch.reuse(old, batch.dimension(1), batch.dimension(2));
        slice.copyRange(0, batch, n * slice.size(), slice.size());
        return slice;
    }

    private static void put(Tensor slice, Tensor batch, int n) {
        batch.copyRange(n * slice.size(), slice, 0, slice.size());
    }
}
