package quartet.scratch.nn.dense;

import java.util.List;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Arguments;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Affine layer with its activation, which may be the identity.
 * <pre>{@code
 * Z = X W + b;   Y = activation(Z)
 * dZ = dY activation'(Z);   dX = dZ W^T;   dW = X^T dZ;   db = column sums of dZ
 * }</pre>
 * Shapes: X [batch, in], W [in, out], b [out], Y [batch, out]. Parameters {@code name.weight} and {@code name.bias}
 * start at zero. Source: Goodfellow, Bengio, Courville (2016), sections 6.3 and 6.5.
 */
public final class Dense implements Layer {
    private final String name;
    private final int inputs;
    private final Activation activation;
    private final Kernels kernels;
    private final Parameter weight;
    private final Parameter bias;
    private final List<Parameter> parameters;

    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor affineGradient = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /** Without an activation, on the standard backend. */
    public Dense(String name, int inputs, int outputs) {
        this(name, inputs, outputs, Activation.IDENTITY);
    }

    /** On the standard backend. */
    public Dense(String name, int inputs, int outputs, Activation activation) {
        this(name, inputs, outputs, activation, Backend.standard());
    }

    /**
     * A layer of the given sizes.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Dense(String name, int inputs, int outputs, Activation activation, Backend backend) {
        Arguments.requirePositive(name, "inputs", inputs);
        Arguments.requirePositive(name, "outputs", outputs);
        this.name = name;
        this.inputs = inputs;
        this.activation = activation;
        this.kernels = backend.kernels();
        this.weight = Parameter.of(name + ".weight", backend.precision().zeros(inputs, outputs));
        this.bias = Parameter.of(name + ".bias", backend.precision().zeros(outputs));
        this.parameters = List.of(weight, bias);
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        if (!input.hasShape(Shapes.ANY, inputs)) {
            String hint = input.rank() > 2 ? " (flatten it first)" : "";
            throw Shapes.mismatch(name, "input [batch, " + inputs + "]" + hint, input);
        }
        this.input = input;
        output = input.reuse(output, input.dimension(0), bias.value().size());
        kernels.dense(input, weight.value(), bias.value(), activation, output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor dZ = backwardToAffine(outputGradient);
        inputGradient = input.reuse(inputGradient);
        kernels.matmul(dZ, false, weight.value(), true, inputGradient, false);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        backwardToAffine(outputGradient);
    }

    private Tensor backwardToAffine(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        Tensor dZ = outputGradient;
        if (activation == Activation.RELU) {
            affineGradient = output.reuse(affineGradient);
            kernels.reluBackward(output, outputGradient, affineGradient);
            dZ = affineGradient;
        }
        kernels.matmul(input, true, dZ, false, weight.gradient(), false);
        kernels.columnSums(dZ, bias.gradient());
        return dZ;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }
}
