package quartet.scratch.nn.sequence;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Selects the last step of a sequence. It connects a recurrent layer to a classifier.
 * <pre>{@code y = x_T;   dx_T = dy, all other steps 0 }</pre>
 * Shapes: x [batch, time, features], y [batch, features].
 */
public final class LastStep implements Layer {
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("LastStep", "input", input);
        if (input.rank() != 3 || input.dimension(1) == 0) {
            throw Shapes.mismatch("LastStep", "input [batch, time >= 1, features]", input);
        }
        this.input = input;
        output = input.reuse(output, input.dimension(0), input.dimension(2));
        TimeSteps.gather(input, input.dimension(1) - 1, output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("LastStep", output, outputGradient);
        inputGradient = input.reuse(inputGradient);
        inputGradient.fill(0);
        TimeSteps.scatter(outputGradient, inputGradient, input.dimension(1) - 1);
        return inputGradient;
    }
}
