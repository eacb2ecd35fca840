package quartet.scratch.nn.dense;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Fusible;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Affine layer.
 * <pre>{@code
 * Y = X W + b
 * dX = dY W^T;   dW = X^T dY;   db = column sums of dY
 * }</pre>
 * Shapes: X [batch, in], W [in, out], b [out], Y [batch, out]. X may have more dimensions, [batch, ..., in]; the map
 * then applies to each of its rows, and Y is [batch, ..., out]. Parameters {@code name.weight} and {@code name.bias}
 * start at zero. A {@link quartet.scratch.nn.Sequential} computes a {@link Relu} that follows in the same pass. Source:
 * Goodfellow, Bengio, Courville (2016), sections 6.3 and 6.5.
 */
public final class Dense implements Fusible {
    private final String name;
    private final Kernels kernels;
    private final Parameter weight;
    private final Parameter bias;
    private final Activation activation;
    private final List<Parameter> parameters;

    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor affineGradient = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Dense(String name, int inputs, int outputs) {
        this(name, inputs, outputs, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Dense(String name, int inputs, int outputs, Backend backend) {
        Require.notNull("Dense", "name", name);
        Require.notNull("Dense", "backend", backend);
        Require.positive(name, "inputs", inputs);
        Require.positive(name, "outputs", outputs);
        this.name = name;
        this.kernels = backend.kernels();
        this.weight = Parameter.of(name + ".weight", backend.precision().zeros(inputs, outputs));
        this.bias = Parameter.of(name + ".bias", backend.precision().zeros(outputs));
        this.activation = Activation.IDENTITY;
        this.parameters = List.of(weight, bias);
    }

    /** Creates the same layer, followed by an activation. */
    private Dense(Dense affine, Activation activation) {
        this.name = affine.name;
        this.kernels = affine.kernels;
        this.weight = affine.weight;
        this.bias = affine.bias;
        this.activation = activation;
        this.parameters = affine.parameters;
    }

    @Override
    public Fusion fuse(List<Layer> chain) {
        Require.notNull(name, "chain", chain);
        return chain.size() > 1 && chain.get(1) instanceof Relu
                ? new Fusion(new Dense(this, Activation.RELU), 2)
                : new Fusion(this, 1);
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        int inputs = weight.value().dimension(0);
        if (!input.hasShape(Shapes.ANY, inputs)) {
            return forwardRows(input, inputs);
        }
        this.input = input;
        output = input.reuse(output, input.dimension(0), bias.value().size());
        kernels.dense(input, weight.value(), bias.value(), activation, output);
        return output;
    }

    /** Returns the map of an input [batch, ..., in]. */
    private Tensor forwardRows(Tensor input, int inputs) {
        int last = input.rank() - 1;
        if (last < 2 || input.dimension(last) != inputs) {
            String hint = input.rank() > 2 ? " (flatten it first)" : "";
            throw Shapes.mismatch(name, "input [batch, " + inputs + "]" + hint, input);
        }
        this.input = input;
        int[] shape = input.shape();
        shape[last] = bias.value().size();
        output = input.reuse(output, shape);
        kernels.dense(rows(input), weight.value(), bias.value(), activation, rows(output));
        return output;
    }

    /** Returns the numbers of a tensor [batch, ..., n] as a matrix [rows, n]. */
    private static Tensor rows(Tensor tensor) {
        if (tensor.rank() == 2) {
            return tensor;
        }
        int columns = tensor.dimension(tensor.rank() - 1);
        return tensor.view(tensor.size() / columns, columns);
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull(name, "output gradient", outputGradient);
        Tensor dZ = backwardToAffine(outputGradient);
        inputGradient = input.reuse(inputGradient);
        kernels.matmul(rows(dZ), false, weight.value(), true, rows(inputGradient), false);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Require.notNull(name, "output gradient", outputGradient);
        backwardToAffine(outputGradient);
    }

    /** Computes the parameters' gradients and returns the gradient of X W + b. */
    private Tensor backwardToAffine(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        Tensor dZ = outputGradient;
        if (activation == Activation.RELU) {
            affineGradient = output.reuse(affineGradient);
            kernels.reluBackward(output, outputGradient, affineGradient);
            dZ = affineGradient;
        }
        kernels.matmul(rows(input), true, rows(dZ), false, weight.gradient(), false);
        kernels.columnSums(rows(dZ), bias.gradient());
        return dZ;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }
}
