package quartet.scratch.nn.activation;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Softmax over the last axis.
 * <pre>{@code y_j = e^(x_j) / sum_k e^(x_k);   dx_j = y_j (dy_j - sum_k dy_k y_k) }</pre>
 * Shapes: [..., classes]. To train a classifier, {@code SoftmaxCrossEntropy} on the logits is more accurate than this
 * layer followed by a logarithm. Source: Goodfellow, Bengio, Courville (2016), section 6.2.2.3.
 */
public final class Softmax implements Layer {
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Softmax", "input", input);
        if (input.rank() == 0) {
            throw Shapes.mismatch("Softmax", "input [..., classes]", input);
        }
        output = input.reuse(output);
        normalize(input, output, input.dimension(input.rank() - 1));
        return output;
    }

    /** Computes the softmax of each block of {@code length} consecutive numbers; y may be x. */
    public static void normalize(Tensor x, Tensor y, int length) {
        Require.notNull("Softmax", "x", x);
        Require.notNull("Softmax", "y", y);
        for (int row = 0; row < x.size(); row += length) {
            // Subtracting the maximum does not change the result and keeps every exponential in 0..1.
            double maximum = Double.NEGATIVE_INFINITY;
            for (int j = row; j < row + length; j++) {
                maximum = Math.max(maximum, x.get(j));
            }
            double sum = 0;
            for (int j = row; j < row + length; j++) {
                double exponential = Math.exp(x.get(j) - maximum);
                sum += exponential;
                y.set(j, exponential);
            }
            for (int j = row; j < row + length; j++) {
                y.set(j, y.get(j) / sum);
            }
        }
    }

    /** Computes the gradient of {@link #normalize} for each block; dx may be dy. */
    public static void backward(Tensor y, Tensor dy, Tensor dx, int length) {
        Require.notNull("Softmax", "y", y);
        Require.notNull("Softmax", "dy", dy);
        Require.notNull("Softmax", "dx", dx);
        for (int row = 0; row < y.size(); row += length) {
            double dot = 0;
            for (int j = row; j < row + length; j++) {
                dot += dy.get(j) * y.get(j);
            }
            for (int j = row; j < row + length; j++) {
                dx.set(j, y.get(j) * (dy.get(j) - dot));
            }
        }
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Softmax", output, outputGradient);
        inputGradient = output.reuse(inputGradient);
        backward(output, outputGradient, inputGradient, output.dimension(output.rank() - 1));
        return inputGradient;
    }
}
