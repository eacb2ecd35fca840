package quartet.scratch.nn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Elementwise product of tensors of one shape: as used by gates.
 * <pre>{@code y = x_1 ... x_k;   dx_i = dy times the product of all x_j with j not i }</pre>
 * Source: Dauphin et al. (2017), "Language Modeling with Gated Convolutional Networks", equation 1.
 */
public final class Product implements Merge {
    private List<Tensor> inputs = List.of();
    private Tensor output = Tensor.none();
    private final List<Tensor> gradients = new ArrayList<>();

    @Override
    public Tensor forward(List<Tensor> inputs) {
        Require.notNull("Product", "inputs", inputs);
        Tensor first = inputs.get(0);
        for (Tensor input : inputs) {
            if (!input.sameShape(first)) {
                throw Shapes.mismatch("Product", "a factor " + Arrays.toString(first.shape()), input);
            }
        }
        this.inputs = List.copyOf(inputs);
        output = first.reuse(output);
        multiply(-1, output);
        return output;
    }

    @Override
    public List<Tensor> backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Product", output, outputGradient);
        while (gradients.size() < inputs.size()) {
            gradients.add(Tensor.none());
        }
        for (int k = 0; k < inputs.size(); k++) {
            Tensor gradient = output.reuse(gradients.get(k));
            multiply(k, gradient);
            for (int i = 0; i < gradient.size(); i++) {
                gradient.set(i, gradient.get(i) * outputGradient.get(i));
            }
            gradients.set(k, gradient);
        }
        return List.copyOf(gradients.subList(0, inputs.size()));
    }

    /** Multiplies all inputs but the given one. A division by the given one would fail at zero. */
    private void multiply(int except, Tensor product) {
        for (int i = 0; i < product.size(); i++) {
            double value = 1;
            for (int k = 0; k < inputs.size(); k++) {
                value *= k == except ? 1 : inputs.get(k).get(i);
            }
            product.set(i, value);
        }
    }
}
