package quartet.scratch.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Backend;

/** Builds the network that most tables need: dense layers with rectifiers, and an affine output. */
public final class MultilayerPerceptron {
    private MultilayerPerceptron() {}

    /**
     * A network with the layers hidden1, hidden2, ... and output, initialized as {@link Initializers#heNormal}.
     *
     * @param hidden the width of each hidden layer; none gives a linear model
     * @throws IllegalArgumentException if a width is not positive
     */
    public static Sequential create(
            int inputs, List<Integer> hidden, int outputs, RandomGenerator random, Backend backend) {
        List<Layer> layers = new ArrayList<>();
        int width = inputs;
        for (int next : hidden) {
            layers.add(new Dense("hidden" + (layers.size() + 1), width, next, Activation.RELU, backend));
            width = next;
        }
        layers.add(new Dense("output", width, outputs, Activation.IDENTITY, backend));
        Sequential network = new Sequential(layers);
        Initializers.heNormal().initialize(network.parameters(), random);
        return network;
    }

    /** On the standard backend. */
    public static Sequential create(int inputs, List<Integer> hidden, int outputs, RandomGenerator random) {
        return create(inputs, hidden, outputs, random, Backend.standard());
    }
}
