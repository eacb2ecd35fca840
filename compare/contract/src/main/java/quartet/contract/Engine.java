package quartet.contract;

import java.nio.file.Path;
import quartet.datasets.Examples;

/**
 * A deep-learning framework behind the contract: a Factory of {@link Learner}s. The worker finds it by ServiceLoader in
 * a JVM of its own.
 */
public interface Engine {

    /** Names and versions, as the loaded framework itself tells them. */
    EngineInfo info();

    /**
     * Returns a network of this form, starting from these weights.
     *
     * @throws IllegalArgumentException if the weights are not those of the specification
     */
    Learner create(ModelSpec spec, TrainingSpec training, Weights initial);

    /**
     * Returns a network that {@link Learner#save} wrote. It predicts as the saved one did; the optimizer starts anew.
     *
     * @throws java.io.UncheckedIOException if the directory does not hold such a network
     */
    Learner load(ModelSpec spec, TrainingSpec training, Path directory);

    /**
     * Trains the example that implements this network, as it stands: with the framework's own initialization, optimizer
     * defaults, shuffling and data pipeline. The idiomatic division measures it.
     *
     * @param train the training set
     * @param epochs passes over the training set
     * @param batchSize rows in a step
     * @param seed of the framework's random number generator
     * @throws UnsupportedOperationException if the engine has no examples
     */
    default ExampleModel trainExample(ModelSpec spec, Examples train, int epochs, int batchSize, long seed) {
        throw new UnsupportedOperationException(info().name() + " has no examples");
    }

    /**
     * Loads what {@link ExampleModel#save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not hold such a model
     * @throws UnsupportedOperationException if the engine has no examples
     */
    default ExampleModel loadExample(ModelSpec spec, Path directory) {
        throw new UnsupportedOperationException(info().name() + " has no examples");
    }
}
