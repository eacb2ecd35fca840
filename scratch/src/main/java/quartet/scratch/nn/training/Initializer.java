package quartet.scratch.nn.training;

import java.util.List;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * Sets the initial weights of a network (Strategy). {@link Initializers} has the usual methods.
 *
 * <pre>{@code Initializers.heNormal().initialize(network.parameters(), new Random(7)); }</pre>
 */
@FunctionalInterface
public interface Initializer {
    /**
     * Overwrites a tensor with initial weights.
     *
     * @param random the source of randomness; the result is deterministic for a given seed
     */
    void fill(Tensor weight, RandomGenerator random);

    /**
     * Overwrites a table [rows, dimension] of which a layer selects rows. An initializer that depends on the size of a
     * layer takes the dimension as the number of inputs, since a selected row is not a sum over the rows of the table.
     */
    default void fillTable(Tensor table, RandomGenerator random) {
        fill(table, random);
    }

    /** Fills, in order, every parameter of rank 2 or more. Biases and the parameters of normalization do not change. */
    default void initialize(List<Parameter> parameters, RandomGenerator random) {
        Require.notNull("Initializer", "parameters", parameters);
        Require.notNull("Initializer", "random", random);
        for (Parameter parameter : parameters) {
            if (parameter.value().rank() >= 2) {
                switch (parameter.use()) {
                    case SUM -> fill(parameter.value(), random);
                    case LOOKUP -> fillTable(parameter.value(), random);
                }
            }
        }
    }
}
