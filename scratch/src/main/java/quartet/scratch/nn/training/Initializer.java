package quartet.scratch.nn.training;

import java.util.List;
import java.util.random.RandomGenerator;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * Gives weights their first numbers; {@link Initializers} has the usual ones.
 *
 * <pre>{@code Initializers.heNormal().initialize(network.parameters(), new Random(7)); }</pre>
 */
@FunctionalInterface
public interface Initializer {
    /**
     * Overwrites a tensor.
     *
     * @param random where the numbers come from; the same seed gives the same numbers
     */
    void fill(Tensor weight, RandomGenerator random);

    /** Fills every weight, in order: the parameters of rank 2 or more. Biases, scales and shifts stay as they are. */
    default void initialize(List<Parameter> parameters, RandomGenerator random) {
        for (Parameter parameter : parameters) {
            if (parameter.value().rank() >= 2) {
                fill(parameter.value(), random);
            }
        }
    }
}
