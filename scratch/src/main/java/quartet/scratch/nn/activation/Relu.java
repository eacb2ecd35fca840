package quartet.scratch.nn.activation;

import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Rectified linear unit.
 * <pre>{@code y = max(0, x);   dx = dy where x > 0, else 0 }</pre>
 * The derivative at 0 is defined as 0. Any shape. Source: Nair, Hinton (2010), "Rectified Linear Units Improve
 * Restricted Boltzmann Machines".
 */
public final class Relu implements Layer {
    private final Kernels kernels;
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /** Creates a layer on the standard backend. */
    public Relu() {
        this(Backend.standard());
    }

    /** Creates a layer on the given backend. */
    public Relu(Backend backend) {
        Require.notNull("Relu", "backend", backend);
        this.kernels = backend.kernels();
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Relu", "input", input);
        output = input.reuse(output);
        kernels.relu(input, output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Relu", output, outputGradient);
        inputGradient = output.reuse(inputGradient);
        kernels.reluBackward(output, outputGradient, inputGradient);
        return inputGradient;
    }
}
