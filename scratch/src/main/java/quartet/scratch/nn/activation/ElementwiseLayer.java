package quartet.scratch.nn.activation;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A layer that applies one function to every element of a tensor of any shape (Template Method).
 * <pre>{@code y = f(x);   dx = dy f'(x) }</pre>
 */
public abstract class ElementwiseLayer implements Layer {
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /** Returns f(x). */
    public abstract double value(double x);

    /** Returns f'(x), given y = f(x). */
    public abstract double derivative(double x, double y);

    @Override
    public final Tensor forward(Tensor input, boolean training) {
        Require.notNull("ElementwiseLayer", "input", input);
        this.input = input;
        output = input.reuse(output);
        for (int i = 0; i < input.size(); i++) {
            output.set(i, value(input.get(i)));
        }
        return output;
    }

    @Override
    public final Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(getClass().getSimpleName(), output, outputGradient);
        inputGradient = input.reuse(inputGradient);
        for (int i = 0; i < input.size(); i++) {
            inputGradient.set(i, outputGradient.get(i) * derivative(input.get(i), output.get(i)));
        }
        return inputGradient;
    }
}
