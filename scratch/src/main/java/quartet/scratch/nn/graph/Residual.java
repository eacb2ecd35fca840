package quartet.scratch.nn.graph;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A residual connection around layers.
 * <pre>{@code y = x + f(x);   dx = dy + the gradient of f for dy }</pre>
 * Shapes: any, and f keeps the shape. Source: He et al. (2016), "Deep Residual Learning for Image Recognition",
 * equation 1.
 */
public final class Residual implements Layer {
    private final Sequential branch;
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a connection around layers that are applied in sequence.
     *
     * @throws IllegalArgumentException as {@link Sequential}
     */
    public Residual(Layer... branch) {
        Require.notNull("Residual", "branch", branch);
        this.branch = new Sequential(branch);
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Residual", "input", input);
        Tensor change = branch.forward(input, training);
        if (!change.sameShape(input)) {
            throw Shapes.mismatch("Residual", "a branch that keeps the shape of " + input, change);
        }
        output = input.reuse(output);
        add(input, change, output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Residual", output, outputGradient);
        Tensor change = branch.backward(outputGradient);
        inputGradient = outputGradient.reuse(inputGradient);
        add(outputGradient, change, inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        Shapes.requireGradientOf("Residual", output, outputGradient);
        branch.backwardParameters(outputGradient);
    }

    private static void add(Tensor a, Tensor b, Tensor sum) {
        for (int i = 0; i < sum.size(); i++) {
            sum.set(i, a.get(i) + b.get(i));
        }
    }

    @Override
    public List<Parameter> parameters() {
        return branch.parameters();
    }

    @Override
    public List<Layer> children() {
        return List.of(branch);
    }
}
