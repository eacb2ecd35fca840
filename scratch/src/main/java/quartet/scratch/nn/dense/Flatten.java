package quartet.scratch.nn.dense;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/** Changes the shape [batch, a, b, ...] to [batch, a b ...]. The output shares the numbers of the input. */
public final class Flatten implements Layer {
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Flatten", "input", input);
        if (input.rank() < 2) {
            throw Shapes.mismatch("Flatten", "input [batch, ...] of rank 2 or more", input);
        }
        this.input = input;
        int batch = input.dimension(0);
        output = input.view(batch, batch == 0 ? 0 : input.size() / batch);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Flatten", output, outputGradient);
        return outputGradient.view(input.shape());
    }
}
