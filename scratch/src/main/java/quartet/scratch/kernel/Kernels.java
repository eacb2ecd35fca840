package quartet.scratch.kernel;

import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/**
 * The operations of layers, losses and optimizers, over row-major tensors (Strategy).
 *
 * <p>Images have their channels last: the channels of a pixel are contiguous, so one vector register holds several of
 * them for images of any size.
 *
 * <p>All tensors of one call have the same precision. Unless stated otherwise, an output overlaps no input and is
 * overwritten completely. Layers check shapes, with messages that name the layer. Kernels only check that they do not
 * read beyond a tensor. Implementations are thread-safe.
 *
 * <p>Sums may be computed in any order, so implementations agree up to rounding. The result for one row never depends
 * on the number of rows in the batch.
 */
public interface Kernels {

    /**
     * Computes a matrix product.
     * <pre>{@code C = op(A) op(B)    or    C = C + op(A) op(B);    op(X) = X or X^T }</pre>
     * Shapes: op(A) [m, k], op(B) [k, n], C [m, n].
     *
     * @param accumulate whether to add to C instead of overwriting it
     * @throws IllegalArgumentException if the shapes do not fit
     */
    void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor c, boolean accumulate);

    /**
     * Computes an affine map followed by an activation.
     * <pre>{@code Y = activation(X W + b) }</pre>
     * Shapes: X [batch, in], W [in, out], b [out], Y [batch, out].
     */
    void dense(Tensor x, Tensor w, Tensor b, Activation activation, Tensor y);

    /** Transposes a batch of matrices: {@code y[n,j,i] = x[n,i,j]}. Shapes: x [n, rows, columns], y [n, columns, rows]. */
    void transpose(Tensor x, int rows, int columns, Tensor y);

    /** Sums over rows: {@code sums_j = sum_i A_ij}. Shapes: A [rows, columns], sums [columns]. */
    void columnSums(Tensor a, Tensor sums);

    /** Computes ReLU elementwise: {@code y = max(0, x)}; y may be x. */
    void relu(Tensor x, Tensor y);

    /** Computes the gradient of ReLU from its output: {@code dx = dy where y > 0, else 0}; dx may be dy. */
    void reluBackward(Tensor y, Tensor dy, Tensor dx);

    /**
     * Performs one step of Adam on one parameter tensor, elementwise and in place.
     * <pre>{@code
     * m = beta1 m + (1 - beta1) g
     * v = beta2 v + (1 - beta2) g^2
     * p = p - learningRate (m / correction1) / (sqrt(v / correction2) + epsilon)
     * }</pre>
     */
    void adam(Tensor p, Tensor g, Tensor m, Tensor v, AdamStep step);

    /** Returns whether no element is NaN or infinite. */
    default boolean isFinite(Tensor x) {
        for (int i = 0; i < x.size(); i++) {
            if (!Double.isFinite(x.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Computes the softmax cross-entropy in nats, averaged over rows, and its gradient with respect to the logits.
     * <pre>{@code
     * loss = 1/n sum_i (log sum_j exp z_ij - z_i,t(i));    dz_ij = (softmax(z_i)_j - [j = t(i)]) / n
     * }</pre>
     * Shapes: logits and gradient [n, classes], classes [n] in 0..classes-1.
     */
    double softmaxCrossEntropy(Tensor logits, IntTensor classes, Tensor gradient);

    /**
     * Computes the squared error, averaged over all elements, and its gradient with respect to the prediction.
     * <pre>{@code loss = 1/n sum_i (p_i - t_i)^2;    dp_i = 2 (p_i - t_i) / n }</pre>
     */
    double meanSquaredError(Tensor prediction, Tensor target, Tensor gradient);

    /**
     * Computes a convolution (cross-correlation) of stride 1 with zero padding, followed by an activation.
     * <pre>{@code
     * y[n,i,j,o] = activation(b[o] + sum_{c,u,v} w[o,c,u,v] x[n, i + u - padTop, j + v - padLeft, c])
     * }</pre>
     * Shapes: x [n, h, w, in], w [out, in, kh, kw], b [out], y [n, oh, ow, out].
     */
    void convolve(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Activation activation, Tensor y);

    /**
     * Computes the gradient of the convolution with respect to its input.
     * <pre>{@code dx[n, i + u - padTop, j + v - padLeft, c] = sum over o,u,v of w[o,c,u,v] dy[n,i,j,o] }</pre>
     */
    void convolveBackwardInput(Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx);

    /**
     * Computes the gradients of the convolution with respect to its weights and bias.
     * <pre>{@code
     * dw[o,c,u,v] = sum_{n,i,j} dy[n,i,j,o] x[n, i + u - padTop, j + v - padLeft, c]
     * db[o] = sum_{n,i,j} dy[n,i,j,o]
     * }</pre>
     */
    void convolveBackwardWeights(Tensor x, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db);

    /**
     * Computes the maximum over square windows, followed by an activation. Incomplete windows are omitted.
     * <pre>{@code y[n,i,j,c] = activation(max_{u,v < window} x[n, i stride + u, j stride + v, c]) }</pre>
     * Shapes: x [n, h, w, c], y [n, oh, ow, c].
     *
     * @param argmax receives, for each element of y, the flat index of the maximum in x (the first of equals)
     */
    void maxPool(Tensor x, int window, int stride, Activation activation, Tensor y, int[] argmax);

    /**
     * Computes the gradient of {@link #maxPool}.
     * <pre>{@code dx[argmax[i]] += dy[i] activation'(max_i), all else zero;    ReLU'(max_i) = [y_i > 0] }</pre>
     */
    void maxPoolBackward(Tensor y, Tensor dy, int window, int stride, Activation activation, int[] argmax, Tensor dx);

    /** Applies {@link #convolve}, then {@link #maxPool}. */
    default void convolve(Tensor x, Tensor w, Tensor b, int padTop, int padLeft, Pooled pooled) {
        Tensor z = pooled.unpooled();
        convolve(x, w, b, padTop, padLeft, Activation.IDENTITY, z);
        maxPool(z, pooled.window(), pooled.window(), pooled.activation(), pooled.y(), pooled.argmax());
    }

    /**
     * Applies {@link #maxPoolBackward}, then {@link #convolveBackwardInput}; dy is the gradient of the pooled output.
     */
    default void convolveBackwardInput(Pooled pooled, Tensor dy, Tensor w, int padTop, int padLeft, Tensor dx) {
        convolveBackwardInput(unpool(pooled, dy), w, padTop, padLeft, dx);
    }

    /**
     * Applies {@link #maxPoolBackward}, then {@link #convolveBackwardWeights}; dy is the gradient of the pooled
     * output.
     */
    default void convolveBackwardWeights(
            Tensor x, Pooled pooled, Tensor dy, int padTop, int padLeft, Tensor dw, Tensor db) {
        convolveBackwardWeights(x, unpool(pooled, dy), padTop, padLeft, dw, db);
    }

    private Tensor unpool(Pooled pooled, Tensor dy) {
        Tensor dz = pooled.unpooled();
        int window = pooled.window();
        maxPoolBackward(pooled.y(), dy, window, window, pooled.activation(), pooled.argmax(), dz);
        return dz;
    }

    /**
     * Computes the mean of the embeddings of a row's tokens. Token 0 is padding and is ignored; a row of padding gives
     * zeros.
     * <pre>{@code y_i = 1/|T_i| sum_{t in T_i} table[t],    T_i = tokens of row i other than 0 }</pre>
     * Shapes: ids [n, length] in 0..vocabulary-1, table [vocabulary, dimension], y [n, dimension].
     */
    void embeddingMean(IntTensor ids, Tensor table, Tensor y);

    /**
     * Computes the gradient of the mean with respect to the table: {@code dTable[t] = sum over occurrences of t in row
     * i of dy_i / |T_i|}.
     */
    void embeddingMeanBackward(IntTensor ids, Tensor dy, Tensor dTable);
}
