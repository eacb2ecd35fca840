package quartet.scratch.nn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Sum of tensors of one shape: the joint of a residual connection.
 * <pre>{@code y = x_1 + ... + x_k;   dx_i = dy }</pre>
 * Source: He et al. (2016), "Deep Residual Learning for Image Recognition", equation 1.
 */
public final class Sum implements Merge {
    private Tensor output = Tensor.none();
    private int count;

    @Override
    public Tensor forward(List<Tensor> inputs) {
        Require.notNull("Sum", "inputs", inputs);
        Tensor first = inputs.get(0);
        count = inputs.size();
        output = first.reuse(output);
        output.copyFrom(first);
        for (Tensor input : inputs.subList(1, count)) {
            if (!input.sameShape(first)) {
                throw Shapes.mismatch("Sum", "a term " + Arrays.toString(first.shape()), input);
            }
            for (int i = 0; i < output.size(); i++) {
                output.add(i, input.get(i));
            }
        }
        return output;
    }

    @Override
    public List<Tensor> backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Sum", output, outputGradient);
        List<Tensor> gradients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            gradients.add(outputGradient);
        }
        return gradients;
    }
}
