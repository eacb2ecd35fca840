package quartet.scratch.nn.attention;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Adds to each step a trained vector of its position.
 * <pre>{@code y[n,t] = x[n,t] + P[t];   dx = dy;   dP[t] = sum over n of dy[n,t] }</pre>
 * Shapes: x and y [batch, time, features], {@code name.weight} P [length, features], which starts at zero; time is at
 * most length. Source: Gehring et al. (2017), "Convolutional Sequence to Sequence Learning", section 3.1.
 */
public final class LearnedPositions implements Layer {
    private final String name;
    private final Parameter table;
    private Tensor output = Tensor.none();

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public LearnedPositions(String name, int length, int features) {
        this(name, length, features, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @param length the number of positions
     * @throws IllegalArgumentException if a size is not positive
     */
    public LearnedPositions(String name, int length, int features, Backend backend) {
        Require.notNull("LearnedPositions", "name", name);
        Require.notNull("LearnedPositions", "backend", backend);
        Require.positive(name, "length", length);
        Require.positive(name, "features", features);
        this.name = name;
        this.table = Parameter.lookup(name + ".weight", backend.precision().zeros(length, features));
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        int length = table.value().dimension(0);
        int features = table.value().dimension(1);
        if (!input.hasShape(Shapes.ANY, Shapes.ANY, features) || input.dimension(1) > length) {
            throw Shapes.mismatch(name, "input [batch, time <= " + length + ", " + features + "]", input);
        }
        output = input.reuse(output);
        int block = input.dimension(1) * features;
        for (int i = 0; i < input.size(); i++) {
            output.set(i, input.get(i) + table.value().get(i % block));
        }
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        table.gradient().fill(0);
        int block = output.dimension(1) * output.dimension(2);
        for (int i = 0; i < output.size(); i++) {
            table.gradient().add(i % block, outputGradient.get(i));
        }
        return outputGradient;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(table);
    }
}
