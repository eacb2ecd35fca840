package quartet.scratch.nn.activation;

import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A layer that applies one function to every element, whatever the shape.
 * <pre>{@code y = f(x);   dx = dy f'(x) }</pre>
 */
public abstract class ElementwiseLayer implements Layer {
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /** f(x). */
    public abstract double value(double x);

    /** f'(x), for which y = f(x) is often all that is needed. */
    public abstract double derivative(double x, double y);

    @Override
    public final Tensor forward(Tensor input, boolean training) {
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
